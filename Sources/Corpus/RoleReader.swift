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
        for start in text.indices.suffix(18) where start == text.startIndex || Self.opens(text[start - 1]) {
            let name = text[start...].joined(separator: " ")
            if isOrganisation(name) { return name }
        }
        return nil
    }

    /// A name may follow a comma, an article or a preposition.
    private static func opens(_ word: Substring) -> Bool {
        word.hasSuffix(",") || ["of", "the", "for", "to", "at", "from"].contains(word)
    }

    private func isOrganisation(_ name: String) -> Bool {
        let (base, abbreviation) = split(name)
        if let known = organisations.organisation(key: Slug.make(base)) { return known.kind != .group }
        guard let abbreviation, let known = organisations.organisation(abbreviation: abbreviation) else { return false }
        return "-\(Slug.make(base))-".contains("-\(known.key)-")
    }

    private func split(_ name: String) -> (String, String?) {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return (name, nil) }
        return (String(name[..<open]), String(name[name.index(after: open)...].dropLast()))
    }
}
