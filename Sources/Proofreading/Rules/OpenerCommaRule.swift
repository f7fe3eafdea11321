/// `RAFAEL DARÍO (Venezuela) aligning himself with …, said`: the comma is missing behind the speaker (genre: statements).
struct OpenerCommaRule: SlipRule {
    static let id = "opener-comma"

    private static let prepositions: Set = ["during", "according", "including", "following", "regarding", "concerning"]

    func slips(in text: ProofText) -> [Slip] {
        text.turns.compactMap { turn in
            guard turn.statement.form != .prose, let passage = turn.passages.first,
                let index = passage.words.indices.first(where: { text.marks(in: passage.gap(after: $0)) == ")" }),
                index + 1 < passage.words.count
            else { return nil }
            let next = passage.words[index + 1]
            guard next.shape == .lower, next.key.utf8.count > 5, next.key.hasSuffix("ing"),
                !Self.prepositions.contains(next.key), turn.statement.speaker.delegation != nil
            else { return nil }
            let start = passage.words[index].range.upperBound
            return Slip(
                at: start..<next.range.upperBound, "a comma is missing behind the speaker",
                suggestion: "Write “), \(next.key)”.")
        }
    }
}
