/// Two spaces inside a sentence. Behind a full stop or colon two spaces are the typewriter's habit and the genre's, three are not.
struct DoubleSpaceRule: SlipRule {
    static let id = "double-space"

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            passage.words.indices.dropLast().flatMap { slips(in: passage.gap(after: $0), text) }
        }
    }

    private func slips(in gap: Range<Int>, _ text: ProofText) -> [Slip] {
        guard gap.count > 1 else { return [] }
        var slips: [Slip] = []
        var stopped = false
        var index = gap.lowerBound
        while index < gap.upperBound {
            guard Typography.space(in: text.bytes, at: index) > 0 else {
                stopped = stopped || Self.stops.contains(text.bytes[index])
                index += Typography.width(in: text.bytes, at: index)
                continue
            }
            let start = index
            var count = 0
            var breaks = false
            while index < gap.upperBound, case let space = Typography.space(in: text.bytes, at: index), space > 0 {
                breaks = breaks || text.bytes[index] == UInt8(ascii: "\n") || text.bytes[index] == UInt8(ascii: "\r")
                count += 1
                index += space
            }
            if !breaks, count > (stopped ? 2 : 1) {
                let place = stopped ? "" : " inside a sentence"
                slips.append(
                    Slip(
                        at: start..<index, "\(count) spaces\(place)", suggestion: stopped ? "Leave two." : "Leave one.")
                )
            }
        }
        return slips
    }

    private static let stops: Set = [
        UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"),
    ]
}
