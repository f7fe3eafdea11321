/// `he said noting that …`: the comma is missing between an attribution and the participle behind it.
struct AttributionCommaRule: SlipRule {
    static let id = "attribution-comma"

    private static let verbs: Set = [
        "said", "added", "stressed", "emphasized", "affirmed", "declared", "noted", "underlined", "underscored",
    ]
    private static let participles: Set = [
        "noting", "adding", "stressing", "emphasizing", "recalling", "urging", "underlining", "underscoring", "warning",
        "citing", "reiterating", "highlighting", "welcoming", "pointing",
    ]

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            passage.words.indices.dropLast(2).compactMap { index in
                let words = passage.words[index..<index + 3]
                guard words[index].key == "he" || words[index].key == "she", !words[index].isQuoted,
                    Self.verbs.contains(words[index + 1].key), Self.participles.contains(words[index + 2].key),
                    text.isSpace(passage.gap(after: index)), text.isSpace(passage.gap(after: index + 1))
                else { return nil }
                return Slip(
                    at: passage.range(index...index + 2), "a comma is missing behind “\(words[index + 1].key)”",
                    suggestion: "Write “\(words[index].key) \(words[index + 1].key), \(words[index + 2].key)”.")
            }
        }
    }
}
