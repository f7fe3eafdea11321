import Diagnostics
import Meetings

/// Where the words of a paragraph stand in the source: a paragraph may lose its number and quotation marks, and join lines.
struct PrintedPlace {
    /// A line of the paragraph.
    private struct Line {
        var number: Int
        /// The byte of the line, from 0, where its words begin.
        var start: Int
        /// Its words, in bytes of the paragraph.
        var words: Range<Int>
    }

    private var lines: [Line] = []

    /// No reader counts columns further on, and a page saved as one line holds all its paragraphs.
    private static let longestLine = 10_000

    /// Nil where the first line does not print the words.
    init?(of words: String, in range: LineRange, of source: SourceText) {
        guard range.lowerBound >= 1, range.upperBound <= source.lines.count,
            source.lines[range.lowerBound - 1].count <= Self.longestLine
        else { return nil }
        let line = Array(source.line(range.lowerBound))
        let opening = Array(words.utf8.prefix(24))
        guard !opening.isEmpty, let start = line.indices.first(where: { Typography.has(opening, in: line, at: $0) })
        else {
            return nil
        }
        var end = 0
        for number in range {
            let line = InlineText(bytes: Array(source.line(number)))
            let first = number == range.lowerBound ? start : line.skippingSpaces(from: 0)
            let length = line.skippingSpaces(before: line.count) - first
            guard length > 0 else { continue }
            lines.append(Line(number: number, start: first, words: end..<end + length))
            // Lines are joined by one space.
            end += length + 1
        }
    }

    /// Line and column, both from 1, of a byte of the words; nil past the last line.
    func lineAndColumn(of offset: Int) -> (line: Int, column: Int)? {
        var range = lines[...]
        while range.count > 1 {
            let middle = range.startIndex + range.count / 2
            range = lines[middle].words.lowerBound <= offset ? range[middle...] : range[..<middle]
        }
        guard let line = range.first, offset < line.words.upperBound else { return nil }
        return (line.number, line.start + offset - line.words.lowerBound + 1)
    }
}
