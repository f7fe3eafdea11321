/// The body whose resolution a text means: it decides what a number without a full symbol stands for.
enum Organ: Equatable {
    case securityCouncil, generalAssembly, economicAndSocialCouncil, humanRightsCouncil
    /// A body of its own: numbers that cannot be the Security Council's are its.
    case other

    /// The body that meets, from the header’s words; committees are the Assembly’s. Nothing is presumed where no body
    /// is known.
    init(body: String?) {
        let name = body?.lowercased() ?? ""
        if ByteSearch.contains(name, "human rights council") {
            self = .humanRightsCouncil
        } else if ByteSearch.contains(name, "economic and social council") {
            self = .economicAndSocialCouncil
        } else if ByteSearch.contains(name, "general assembly") || ByteSearch.contains(name, "committee") {
            self = .generalAssembly
        } else {
            self = ByteSearch.contains(name, "security council") ? .securityCouncil : .other
        }
    }

    /// The body named right before the word at `index` (`General Assembly resolution`, `the Assembly’s resolution`).
    static func named(before index: Int, in text: InlineText) -> Organ? {
        guard let word = text.previousWord(before: index) else { return nil }
        if text.matches("assembly", at: word.lowerBound) { return .generalAssembly }
        guard text.matches("council", at: word.lowerBound) else { return nil }
        guard let before = text.previousWord(before: word.lowerBound) else { return .securityCouncil }
        if text.matches("rights", at: before.lowerBound) { return .humanRightsCouncil }
        return text.matches("social", at: before.lowerBound) ? .economicAndSocialCouncil : .securityCouncil
    }

    /// The symbol of a resolution, in print: `S/RES/1373 (2001)`, `A/RES/71/1`, `A/RES/377 A (V)`, `E/RES/1996/31`.
    ///
    /// - Parameters:
    ///   - named: the body the text names beside the number.
    ///   - meeting: the body that meets; it decides only where the form of the number leaves a choice. A body without
    ///     a series of symbols has its number and year, as printed: `14 (2031)`.
    static func symbol(of number: ResolutionNumber.Form, named: Organ?, meeting: Organ) -> String {
        switch number {
        case .council(let number, let year?)
        where meeting == .other && !ResolutionYears.isPossible(number: number, year: year):
            return "\(number) (\(year))"
        case .council(let number, let year):
            let series = named == .generalAssembly ? "A/RES/" : "S/RES/"
            return series + String(number) + (year.map { " (\($0))" } ?? "")
        case .romanSession(let number, let part, let session):
            let series = named == .economicAndSocialCouncil ? "E/RES/" : "A/RES/"
            return series + String(number) + (part.isEmpty ? "" : " " + part) + " (\(session))"
        case .session(let session, let number, let part):
            let isHumanRights = named == .humanRightsCouncil || (named == nil && meeting == .humanRightsCouncil)
            let series = isHumanRights && !session.hasPrefix("ES") ? "A/HRC/RES/" : "A/RES/"
            return series + session + "/" + String(number) + (part.isEmpty ? "" : " " + part)
        case .yearly(let year, let number):
            return "E/RES/\(year)/\(number)"
        }
    }
}
