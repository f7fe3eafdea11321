import Meetings

/// Organisations, offices and groups by name and abbreviation, and the words by which others are told apart.
///
/// Data, not code: `Data/organisations.tsv` and `Data/kinds.tsv`. A site's registry adds to it.
struct OrganisationTable: Sendable {
    struct Organisation: Sendable, Hashable {
        let kind: Delegation.Kind
        let name: String
        let abbreviation: String?
        let key: String
    }

    private var byKey: [String: Organisation] = [:]
    private var byAbbreviation: [String: Organisation] = [:]
    private let kinds: [(kind: Delegation.Kind, words: [String])]

    static let shipped = OrganisationTable(
        organisations: DataFile.text("organisations.tsv"), kinds: DataFile.text("kinds.tsv"))

    init(organisations: String, kinds: String) {
        self.kinds = DataFile.rows(kinds).compactMap { fields in
            guard fields.count == 2, let kind = Delegation.Kind(rawValue: fields[0]) else { return nil }
            return (kind, DataFile.list(fields[1]).map { "-\(Slug.make($0))-" })
        }
        for fields in DataFile.rows(organisations) where fields.count == 4 {
            guard let kind = Delegation.Kind(rawValue: fields[0]) else { continue }
            let short = DataFile.list(fields[2]).first ?? ""
            let key = Slug.make(fields[1])
            let organisation = Organisation(
                kind: kind, name: fields[1], abbreviation: short.isEmpty ? nil : short, key: key)
            if !short.isEmpty { byAbbreviation[short] = organisation }
            byKey[key] = organisation
            for other in DataFile.list(fields[3]) where !other.isEmpty { byKey[Slug.make(other)] = organisation }
        }
    }

    /// - Parameter key: the slug of a name, without article.
    func organisation(key: String) -> Organisation? { byKey[key] }

    func organisation(abbreviation: String) -> Organisation? { byAbbreviation[abbreviation] }

    /// What a name that no table has must be, by its words; nil when none of them tells.
    func kind(ofKey key: String) -> Delegation.Kind? {
        let padded = "-\(key)-"
        return kinds.first { row in row.words.contains { padded.contains($0) } }?.kind
    }
}
