/// `Eritrea, Chile, Afghanistan and, Côte d’Ivoire`: a comma on the wrong side of the last “and” of a list of States.
struct MisplacedCommaRule: SlipRule {
    static let id = "misplaced-comma"

    let names: StateNames

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            let found = names.all(in: passage, of: text.bytes)
            return zip(found, found.dropFirst()).compactMap { a, b -> Slip? in
                guard b.lowerBound == a.upperBound + 1, passage.words[a.upperBound].key == "and",
                    text.isSpace(passage.gap(before: a.upperBound)),
                    text.marks(in: passage.gap(before: b.lowerBound)) == ","
                else { return nil }
                let last = text.string(passage.range(b.lowerBound...b.upperBound - 1))
                return Slip(
                    at: passage.words[a.upperBound].range.lowerBound..<passage.words[a.upperBound].range.upperBound + 1,
                    "a comma stands behind the “and” of a list", suggestion: "Write “and \(last)”.")
            }
        }
    }
}
