/// One resolution with two years: `resolution 2259 (2015)` here and `resolution 2259 (2016)` there.
///
/// Years that a number cannot be of are found by the parser (`impossible-year`) and not told again.
struct ConflictingYearRule: SlipRule {
    static let id = "conflicting-year"

    /// Smaller numbers belong to bodies that count anew each year.
    private static let numbers = 100...9999
    private static let years = 1946...2199

    private struct Mention {
        let number: Int
        let year: Int
        let range: Range<Int>
    }

    func slips(in text: ProofText) -> [Slip] {
        let mentions = self.mentions(in: text)
        var counts: [Int: [Int: Int]] = [:]
        for mention in mentions { counts[mention.number, default: [:]][mention.year, default: 0] += 1 }
        return mentions.compactMap { mention in
            guard let years = counts[mention.number], years.count > 1,
                let usual = years.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key, usual != mention.year
            else { return nil }
            return Slip(
                at: mention.range,
                "resolution \(mention.number) has the year \(mention.year) here and \(usual) elsewhere",
                suggestion: "Check number and year against the source.")
        }
    }

    private func mentions(in text: ProofText) -> [Mention] {
        text.passages.flatMap { passage in
            passage.words.indices.dropLast().compactMap { index in
                guard passage.words[index].shape == .number, passage.words[index + 1].shape == .number,
                    let number = Int(passage.words[index].key), Self.numbers.contains(number),
                    let year = Int(passage.words[index + 1].key), Self.years.contains(year),
                    text.bytes[passage.gap(after: index)].filter({ (0x21..<0x80).contains($0) }) == [UInt8(ascii: "(")],
                    text.bytes[passage.words[index + 1].range.upperBound...].first == UInt8(ascii: ")")
                else { return nil }
                let range = passage.words[index].range.lowerBound..<passage.words[index + 1].range.upperBound + 1
                return isReported(range, in: text) ? nil : Mention(number: number, year: year, range: range)
            }
        }
    }

    private func isReported(_ range: Range<Int>, in text: ProofText) -> Bool {
        let place = text.place(of: range)
        return text.meeting.diagnostics.contains { diagnostic in
            guard diagnostic.id == "impossible-year", let lines = diagnostic.lines, place.lines.overlaps(lines) else {
                return false
            }
            guard let column = place.column, let other = diagnostic.column else { return true }
            return (column..<column + range.count).overlaps(other..<other + (diagnostic.length ?? 1))
        }
    }
}
