/// A paragraph of a statement that ends in a word.
struct MissingFullStopRule: SlipRule {
    static let id = "missing-full-stop"

    /// Shorter ones are headings and names that stand alone.
    private static let shortest = 12

    func slips(in text: ProofText) -> [Slip] {
        text.running.compactMap { passage in
            guard passage.words.count >= Self.shortest, let last = passage.words.indices.last else { return nil }
            let marks = text.marks(in: passage.gap(after: last))
            guard marks.isEmpty || marks == "”" || marks == "\"", passage.words[last].shape != .number else {
                return nil
            }
            return Slip(
                at: passage.words[last].range, "the paragraph ends without a full stop",
                suggestion: "Put a full stop behind “\(text.string(passage.words[last]))”.")
        }
    }
}
