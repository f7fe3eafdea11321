/// `the the`: a word set twice.
struct DoubleWordRule: SlipRule {
    static let id = "double-word"

    /// Words that follow themselves in good English: `had had`, `that that`, `the state they were in in 2010`,
    /// `gave her her freedom`, `very, very`.
    private static let allowed: Set = [
        "had", "that", "is", "was", "in", "on", "up", "out", "over", "her", "do", "did", "very", "many", "much", "more",
        "far", "long", "so", "no", "never", "now", "again", "well", "really", "too", "there", "s", "hear", "bye", "ha",
    ]

    func slips(in text: ProofText) -> [Slip] {
        text.passages.flatMap { passage in
            passage.words.indices.dropFirst().compactMap { index in
                let word = passage.words[index]
                guard word.shape == .lower, word.key == passage.words[index - 1].key, !Self.allowed.contains(word.key),
                    text.isSpace(passage.gap(before: index))
                else { return nil }
                return Slip(
                    at: passage.range(index - 1...index), "“\(text.string(word))” stands twice",
                    suggestion: "Remove one.")
            }
        }
    }
}
