/// `work on the issue much also be pursued`: “much” where a verb is needed and “must” is meant.
struct MuchForMustRule: SlipRule {
    static let id = "much-for-must"

    private static let between: Set = ["also", "not", "now", "therefore", "always", "never"]
    /// `how much be it`, `as much be said`, `could much be done`.
    private static let before: Set = [
        "how", "as", "so", "too", "very", "that", "this", "not", "could", "can", "would", "should", "may", "might",
        "must",
    ]

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            passage.words.indices.dropFirst().dropLast(2).compactMap { index -> Slip? in
                let words = passage.words
                guard words[index].key == "much", words[index].shape == .lower,
                    !Self.before.contains(words[index - 1].key)
                else { return nil }
                let verb = Self.between.contains(words[index + 1].key) ? index + 2 : index + 1
                guard words[verb].key == "be",
                    (index...verb).allSatisfy({ $0 == index || text.isSpace(passage.gap(before: $0)) })
                else { return nil }
                return Slip(
                    at: words[index].range, "“much” has no meaning here", suggestion: "Write “must” if that is meant.")
            }
        }
    }
}
