/// `annually – including` in a text whose dashes are `—`: a dash of the other length.
struct DashRule: SlipRule {
    static let id = "dash"

    /// How many long dashes there must be, and how many of these on each short one.
    private static let certain = 3
    private static let share = 4

    func slips(in text: ProofText) -> [Slip] {
        var long = 0
        var short: [Range<Int>] = []
        for passage in text.running {
            for index in passage.words.indices.dropLast() {
                let gap = passage.gap(after: index)
                guard gap.count == 5, text.bytes[gap.lowerBound] == UInt8(ascii: " "),
                    text.bytes[gap.upperBound - 1] == UInt8(ascii: " ")
                else { continue }
                let isRange = passage.words[index].shape == .number && passage.words[index + 1].shape == .number
                switch text.marks(in: gap) {
                case "—": long += 1
                case "–" where !isRange: short.append(gap.lowerBound + 1..<gap.upperBound - 1)
                default: break
                }
            }
        }
        guard long >= Self.certain, short.count * Self.share <= long else { return [] }
        return short.map { Slip(at: $0, "the text's other dashes are longer", suggestion: "Write “—”.") }
    }
}
