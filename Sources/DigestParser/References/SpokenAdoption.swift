import Meetings

/// What a meeting of the Security Council adopted, where only its speakers tell: an interim release has no account of
/// the action, but `The unanimous adoption of resolution 2900 (2027) would help`.
enum SpokenAdoption {
    /// The symbol; nil where the speakers name several, or where a later resolution than theirs is named: the Council
    /// counts its resolutions, so that today's is the highest of all.
    static func symbol(in meeting: Meeting) -> String? {
        guard meeting.decisions.isEmpty, Organ(body: meeting.body) == .securityCouncil else { return nil }
        var adopted: [Int: ResolutionNumber.Form] = [:]
        var highest = 0
        for case .statement(let statement) in meeting.blocks.lazy.map(\.content) {
            for paragraph in statement.paragraphs where ByteSearch.contains(paragraph.text, "esolution") {
                read(InlineText(paragraph.text), &adopted, &highest)
            }
        }
        guard adopted.count == 1, let (number, form) = adopted.first, number == highest else { return nil }
        return Organ.symbol(of: form, named: .securityCouncil, meeting: .securityCouncil)
    }

    private static func read(_ text: InlineText, _ adopted: inout [Int: ResolutionNumber.Form], _ highest: inout Int) {
        for index in text.bytes.indices where text.bytes[index] | 0x20 == UInt8(ascii: "r") && text.isWordStart(index) {
            guard let mention = ResolutionMention.read(text, word: index),
                mention.organ ?? .securityCouncil == .securityCouncil
            else { continue }
            for item in mention.items {
                guard case .council(let number, let year?) = item.number.form,
                    ResolutionYears.isPossible(number: number, year: year)
                else { continue }
                highest = max(highest, number)
                if isAdoption(text, before: index) { adopted[number] = item.number.form }
            }
        }
    }

    /// `the adoption of resolution`, `the unanimous adoption today of resolution`.
    private static func isAdoption(_ text: InlineText, before index: Int) -> Bool {
        var place = index
        for _ in 0..<6 {
            guard let word = text.previousWord(before: place) else { return false }
            if adoption.contains(word, of: text) { return true }
            guard links.contains(word, of: text) else { return false }
            place = word.lowerBound
        }
        return false
    }

    private static let adoption: WordList = ["adoption"]
    private static let links: WordList = [
        "of", "today", "this", "morning", "the", "by", "council", "security", "today’s", "earlier",
    ]
}
