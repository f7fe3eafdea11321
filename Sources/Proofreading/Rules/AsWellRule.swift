/// `as well its causal relationship with conflict`: “as well as” without its second “as”.
struct AsWellRule: SlipRule {
    static let id = "as-well"

    private static let articles: Set = ["its", "their", "the", "his", "her", "our", "those", "these"]

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            passage.words.indices.dropLast(2).compactMap { index in
                guard passage.words[index].key == "as", passage.words[index + 1].key == "well",
                    Self.articles.contains(passage.words[index + 2].key),
                    text.isSpace(passage.gap(after: index)), text.isSpace(passage.gap(after: index + 1))
                else { return nil }
                return Slip(
                    at: passage.range(index...index + 2), "an “as” is missing behind “as well”",
                    suggestion: "Write “as well as \(passage.words[index + 2].key)”.")
            }
        }
    }
}
