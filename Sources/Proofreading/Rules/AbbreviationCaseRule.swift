/// `Interpol` in a text that introduces `(INTERPOL)`.
struct AbbreviationCaseRule: SlipRule {
    static let id = "abbreviation-case"

    /// Shorter ones are words as well: `Who`, `Aids`.
    private static let shortest = 5

    func slips(in text: ProofText) -> [Slip] {
        var introduced: Set<String> = []
        for passage in text.running {
            for index in passage.words.indices where isIntroduced(index, in: passage, text) {
                introduced.insert(passage.words[index].key)
            }
        }
        if introduced.isEmpty { return [] }
        return text.running.flatMap { passage in
            passage.words.filter { $0.shape == .capital && introduced.contains($0.key) }.map { word in
                Slip(
                    at: word.range, "“\(text.string(word))” is introduced as “\(word.key.uppercased())”",
                    suggestion: "Write “\(word.key.uppercased())”.")
            }
        }
    }

    /// A word in capitals that stands in parentheses alone.
    private func isIntroduced(_ index: Int, in passage: Passage, _ text: ProofText) -> Bool {
        let word = passage.words[index]
        return word.shape == .capitals && word.key.utf8.count >= Self.shortest
            && text.bytes[passage.gap(before: index)].last == UInt8(ascii: "(")
            && text.bytes[passage.gap(after: index)].first == UInt8(ascii: ")")
    }
}
