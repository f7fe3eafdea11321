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
        let inside = text.passages.flatMap { passage in
            passage.words.indices.dropFirst().compactMap { index in
                slip(passage.words[index - 1], passage.words[index], text)
            }
        }
        return inside + acrossLines(text)
    }

    /// Where a copy breaks its lines by hand, each of them is read as a paragraph.
    private func acrossLines(_ text: ProofText) -> [Slip] {
        zip(text.passages, text.passages.dropFirst()).compactMap { passage, next in
            guard passage.block == next.block, let last = passage.words.last, let first = next.words.first,
                text.bytes[last.range.upperBound..<first.range.lowerBound].count(where: { $0 == UInt8(ascii: "\n") })
                    == 1
            else { return nil }
            return slip(last, first, text)
        }
    }

    private func slip(_ word: Word, _ next: Word, _ text: ProofText) -> Slip? {
        guard next.shape == .lower, next.key == word.key, !Self.allowed.contains(next.key),
            text.isSpace(word.range.upperBound..<next.range.lowerBound)
        else { return nil }
        return Slip(
            at: word.range.lowerBound..<next.range.upperBound, "“\(text.string(next))” stands twice",
            suggestion: "Remove one.")
    }
}
