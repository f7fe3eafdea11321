/// `he said he couldn’t believe`: a contraction in reported speech, where the genre writes words out.
///
/// Bodies whose texts are full of them write so on purpose.
struct ContractionRule: SlipRule {
    static let id = "contraction"

    private static let habit = 3
    private static let endings = ["n't", "'re", "'ve", "'ll"]

    func slips(in text: ProofText) -> [Slip] {
        let found = text.running.flatMap { passage in
            passage.words.filter { word in !word.isQuoted && Self.endings.contains { word.key.hasSuffix($0) } }
        }
        guard found.count <= Self.habit else { return [] }
        return found.map { word in
            Slip(
                at: word.range, "“\(text.string(word))” stands outside a quotation",
                suggestion: "Write the words out.")
        }
    }
}
