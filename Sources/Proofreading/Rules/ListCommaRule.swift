/// `representing Nigeria, Ukraine Japan, Venezuela`: a comma is missing between two States of a list (genre: summary).
struct ListCommaRule: SlipRule {
    static let id = "list-comma"

    let names: StateNames

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            let found = names.all(in: passage, of: text.bytes)
            return zip(found.indices, found.indices.dropFirst()).compactMap { index, next -> Slip? in
                let (a, b) = (found[index], found[next])
                guard b.lowerBound == a.upperBound, text.isSpace(passage.gap(before: b.lowerBound)),
                    isItem(a, after: index > 0 ? found[index - 1] : nil, in: passage, text)
                        || next + 1 < found.count && isItem(found[next + 1], after: b, in: passage, text)
                else { return nil }
                let range = passage.range(a.lowerBound...b.upperBound - 1)
                let parts = [a, b].map { text.string(passage.range($0.lowerBound...$0.upperBound - 1)) }
                return Slip(
                    at: range, "a comma is missing between “\(parts[0])” and “\(parts[1])”",
                    suggestion: "Write “\(parts[0]), \(parts[1])”.")
            }
        }
    }

    /// Whether nothing but a comma parts a name from the one before it.
    private func isItem(_ name: Range<Int>, after other: Range<Int>?, in passage: Passage, _ text: ProofText) -> Bool {
        guard let other, other.upperBound == name.lowerBound else { return false }
        return text.marks(in: passage.gap(before: name.lowerBound)) == ","
    }
}
