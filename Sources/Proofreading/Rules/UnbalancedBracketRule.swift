/// A bracket without its other half. An editorial note in square brackets may run over paragraphs.
struct UnbalancedBracketRule: SlipRule {
    static let id = "unbalanced-bracket"

    private struct Open {
        let closing: UInt8
        let index: Int
    }

    func slips(in text: ProofText) -> [Slip] {
        var slips: [Slip] = []
        var open: [Open] = []
        var last: Passage?
        for passage in text.running {
            if let last, last.block != passage.block || open.contains(where: { $0.closing == Self.round }) {
                slips += open.map { slip(at: $0.index, "a bracket opens here and is not closed", text) }
                open = []
            }
            read(passage, text, &open, &slips)
            last = passage
        }
        slips += open.map { slip(at: $0.index, "a bracket opens here and is not closed", text) }
        return slips
    }

    private func read(_ passage: Passage, _ text: ProofText, _ open: inout [Open], _ slips: inout [Slip]) {
        for index in passage.range {
            switch text.bytes[index] {
            case UInt8(ascii: "("): open.append(Open(closing: Self.round, index: index))
            case UInt8(ascii: "["): open.append(Open(closing: Self.square, index: index))
            case let byte where byte == Self.round || byte == Self.square:
                if open.last?.closing == byte {
                    open.removeLast()
                } else if byte == Self.square || !isLabel(index, in: passage, text) {
                    slips.append(slip(at: index, "a bracket closes here that was not opened", text))
                }
            default: break
            }
        }
    }

    /// `1)`, `a)`: the label of an item.
    private func isLabel(_ index: Int, in passage: Passage, _ text: ProofText) -> Bool {
        guard let word = passage.words.first(where: { $0.range.upperBound == index }) else { return false }
        let start = word.range.lowerBound
        let standsFree = start == passage.range.lowerBound || text.bytes[start - 1] == UInt8(ascii: " ")
        return standsFree && word.range.count <= 3
    }

    private func slip(at index: Int, _ message: String, _ text: ProofText) -> Slip {
        Slip(at: index..<index + 1, message, suggestion: "Put in the other half, or remove this one.")
    }

    private static let round = UInt8(ascii: ")")
    private static let square = UInt8(ascii: "]")
}
