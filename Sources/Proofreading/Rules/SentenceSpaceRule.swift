/// One space behind a full stop in a text that sets two everywhere else, as the genre does.
struct SentenceSpaceRule: SlipRule {
    static let id = "sentence-space"

    /// How often two spaces must stand, and how many of these on each single one.
    private static let certain = 20
    private static let share = 20

    func slips(in text: ProofText) -> [Slip] {
        var pairs = 0
        var singles: [Range<Int>] = []
        for passage in text.running {
            for sentence in passage.sentences.dropLast() {
                let last = sentence.upperBound - 1
                guard ends(passage.words[last]) else { continue }
                switch spaces(in: passage.gap(after: last), text) {
                case 1: singles.append(passage.range(last...last + 1))
                case 2: pairs += 1
                default: break
                }
            }
        }
        guard pairs >= Self.certain, singles.count * Self.share <= pairs else { return [] }
        return singles.map {
            Slip(at: $0, "one space behind a full stop, where the text sets two", suggestion: "Set two.")
        }
    }

    /// Whether a full stop behind the word can hardly be an abbreviation's.
    private func ends(_ word: Word) -> Bool {
        word.shape == .lower && word.range.count >= 3 || word.shape == .capital && word.range.count >= 5
    }

    /// How many spaces stand behind a full stop; nil where something else stands there too.
    private func spaces(in gap: Range<Int>, _ text: ProofText) -> Int? {
        guard text.marks(in: gap) == ".", text.bytes[gap.lowerBound] == UInt8(ascii: ".") else { return nil }
        var count = 0
        var index = gap.lowerBound + 1
        while index < gap.upperBound {
            if text.bytes[index] == UInt8(ascii: "\n") || text.bytes[index] == UInt8(ascii: "\r") { return nil }
            index += max(1, Typography.space(in: text.bytes, at: index))
            count += 1
        }
        return count
    }
}
