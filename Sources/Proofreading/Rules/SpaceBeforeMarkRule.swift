/// `Albania , Belarus`: a space before a comma or full stop.
///
/// Where a copy has it everywhere, the page was copied by a machine that puts it there: that is told once.
struct SpaceBeforeMarkRule: SlipRule {
    static let id = "space-before-mark"

    /// More of them in a text are a habit.
    private static let habit = 12

    func slips(in text: ProofText) -> [Slip] {
        let found = text.passages.filter { $0.part != .header && $0.part != .other }.flatMap { places(in: $0, text) }
        guard found.count > Self.habit, let first = found.first else {
            return found.map { range in
                Slip(
                    at: range, "a space stands before “\(mark(range, text))”",
                    suggestion: "Write “\(mark(range, text))” right behind the word.")
            }
        }
        return [
            Slip(
                at: first, "spaces stand before \(found.count) commas and full stops, here for the first time",
                suggestion: "Copy the text again, as text and not as a web page.")
        ]
    }

    private func mark(_ range: Range<Int>, _ text: ProofText) -> String {
        text.string(range.upperBound - 1..<range.upperBound)
    }

    private func places(in passage: Passage, _ text: ProofText) -> [Range<Int>] {
        passage.words.indices.compactMap { word in
            let gap = passage.gap(after: word)
            let space = Typography.space(in: text.bytes, at: gap.lowerBound)
            guard space > 0, gap.lowerBound + space < gap.upperBound else { return nil }
            let mark = gap.lowerBound + space
            let follows = text.bytes[(mark + 1)...].first
            switch text.bytes[mark] {
            case UInt8(ascii: ","), UInt8(ascii: ";"): return gap.lowerBound..<mark + 1
            // Not the dots of an omission, nor `.5`.
            case UInt8(ascii: ".") where mark + 1 == passage.range.upperBound || follows == UInt8(ascii: " "):
                return gap.lowerBound..<mark + 1
            default: return nil
            }
        }
    }
}
