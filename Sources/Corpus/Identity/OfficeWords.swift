import Meetings

/// Which words of a role tell the office that somebody holds.
struct OfficeWords: Sendable {
    static let shipped = OfficeWords(
        ranks: DataFile.rows(DataFile.text("ranks.tsv")).flatMap { $0 }.flatMap(DataFile.list))

    private let ranks: Set<String>

    init(ranks: [String]) { self.ranks = Set(ranks) }

    /// Words that can tell one office from another; for a role that is a rank and nothing else, all of it as one word.
    func words(of role: String) -> Set<String> {
        let all = Slug.make(role).split(separator: "-").map(String.init).filter { $0.utf8.count >= 4 }
        let telling = Set(all.filter { !ranks.contains($0) })
        guard telling.isEmpty else { return telling }
        let rank = Set(all).subtracting(["united", "nations"]).sorted().joined(separator: "-")
        return rank.isEmpty ? [] : [rank]
    }
}
