import Meetings

/// Finds the organisation that a role without a delegation ends in:
/// `Executive Director of the United Nations Office on Drugs and Crime (UNODC)`.
///
/// Only organisations of the shipped table count: what else a role ends in may be anything.
struct RoleReader {
    let organisations: OrganisationTable
    private var cache: [String: String?] = [:]

    init(organisations: OrganisationTable) { self.organisations = organisations }

    /// The organisation's name as the role prints it; nil where the role ends in none, or was held formerly.
    mutating func organisation(in role: String) -> String? {
        if let known = cache[role] { return known }
        let found = Self.isFormer(role) ? nil : search(role)
        cache[role] = found
        return found
    }

    private static func isFormer(_ role: String) -> Bool { Slug.make(String(role.prefix(12))).hasPrefix("former-") }

    private func search(_ role: String) -> String? {
        var text = role.split { $0.isWhitespace }[...]
        for tail in [["to", "the", "United", "Nations"], ["at", "the", "United", "Nations"]]
        where text.suffix(4).elementsEqual(tail, by: { $0 == $1 }) { text.removeLast(4) }
        // Names of organisations have no more words than this.
        let starts = text.indices.suffix(18).filter { $0 == text.startIndex || Self.opens(text[$0 - 1]) }
        let names = starts.map { text[$0...].joined(separator: " ") }
        return names.first(where: isNamed) ?? names.last(where: isAbbreviated)
    }

    /// A name may follow a comma, an article or a preposition.
    private static func opens(_ word: Substring) -> Bool {
        word.hasSuffix(",") || ["of", "the", "for", "to", "at", "from"].contains(word)
    }

    private func isNamed(_ name: String) -> Bool {
        organisations.organisation(key: Slug.make(split(name).base)).map { $0.kind != .group } ?? false
    }

    /// “Office of the International Criminal Police Organization (INTERPOL)”
    private func isAbbreviated(_ name: String) -> Bool {
        let (base, abbreviation) = split(name)
        guard let known = abbreviation.flatMap(organisations.organisation(abbreviation:)) else { return false }
        return "-\(Slug.make(base))-".contains("-\(known.key)-")
    }

    private func split(_ name: String) -> (base: String, abbreviation: String?) {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return (name, nil) }
        return (String(name[..<open]), String(name[name.index(after: open)...].dropLast()))
    }
}
