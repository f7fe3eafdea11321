/// `he/she`, `s/he`, `him/herself`, `his/her`: whoever wrote it did not know who spoke (genre: statements).
struct UnresolvedPronounRule: SlipRule {
    static let id = "unresolved-pronoun"

    private static let masculine: Set = ["he", "him", "his", "himself"]
    private static let feminine: Set = ["she", "her", "hers", "herself", "s"]

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            passage.words.indices.dropLast().compactMap { index in
                let (a, b) = (passage.words[index], passage.words[index + 1])
                guard !a.isQuoted, isPair(a.key, b.key), isSlash(passage.gap(after: index), in: text) else {
                    return nil
                }
                return Slip(
                    at: passage.range(index...index + 1),
                    "“\(text.string(passage.range(index...index + 1)))” does not say who spoke",
                    suggestion: "Write “he” or “she” when the speaker is known.")
            }
        }
    }

    private func isPair(_ a: String, _ b: String) -> Bool {
        Self.masculine.contains(a) && Self.feminine.contains(b)
            || Self.feminine.contains(a) && Self.masculine.contains(b)
    }

    /// A slash, whatever the white space around it.
    private func isSlash(_ gap: Range<Int>, in text: ProofText) -> Bool {
        text.bytes[gap].filter { $0 > 0x20 }.elementsEqual([UInt8(ascii: "/")])
    }
}
