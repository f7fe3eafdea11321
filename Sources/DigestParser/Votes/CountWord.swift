/// A count of votes in figures or words: `11`, `none`, `fifteen`.
enum CountWord {
    /// The count that is the whole word at `range`; nil for any other word.
    static func value(_ text: InlineText, _ range: Range<Int>) -> Int? {
        if let (value, end) = text.number(at: range.lowerBound, limit: 4) {
            return end == range.upperBound ? value : nil
        }
        for (count, word) in words.enumerated() where text.end(of: word, at: range.lowerBound) == range.upperBound {
            return count
        }
        return ["none", "no", "nobody", "nil"].contains { text.end(of: $0, at: range.lowerBound) == range.upperBound }
            ? 0 : nil
    }

    private static let words: [StaticString] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen",
    ]
}
