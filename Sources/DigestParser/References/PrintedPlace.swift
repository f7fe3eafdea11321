import Diagnostics
import Meetings

/// Where the words of a paragraph stand in the source: a paragraph may lose its number and quotation marks, and join lines.
struct PrintedPlace {
    private let source: SourceText
    private let lines: LineRange
    /// The byte of the first line where the words begin.
    private let start: Int

    /// Nil where the first line does not print the words.
    init?(of words: String, in lines: LineRange, of source: SourceText) {
        guard lines.lowerBound >= 1, lines.upperBound <= source.lines.count else { return nil }
        let line = Array(source.line(lines.lowerBound))
        let opening = Array(words.utf8.prefix(24))
        guard !opening.isEmpty, let start = line.indices.first(where: { Typography.has(opening, in: line, at: $0) })
        else {
            return nil
        }
        self.source = source
        self.lines = lines
        self.start = start
    }

    /// Line and column, both from 1, of a byte of the words; nil past the last line.
    func lineAndColumn(of offset: Int) -> (line: Int, column: Int)? {
        var rest = offset
        for number in lines {
            let line = InlineText(bytes: Array(source.line(number)))
            let first = number == lines.lowerBound ? start : line.skippingSpaces(from: 0)
            let length = line.skippingSpaces(before: line.count) - first
            if rest < length { return (number, first + rest + 1) }
            // Lines are joined by one space.
            if length > 0 { rest -= length + 1 }
        }
        return nil
    }
}
