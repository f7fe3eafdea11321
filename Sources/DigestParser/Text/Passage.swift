import Diagnostics
import Meetings

/// A paragraph of the source before anything is known of it.
struct Passage: Sendable {
    let paragraph: Paragraph
    /// The page sets it as a heading: an `h2`, or underlined or bold throughout.
    var isMarkedHeading = false

    var lines: LineRange { paragraph.lines }
    var text: String { paragraph.text }
    var utf8: String.UTF8View { paragraph.text.utf8 }
}

/// Lines into paragraphs.
///
/// A paragraph is a run of lines without a blank one between them, when the text is hard-wrapped; where lines are
/// longer than any wrapping, or end before the wrapping would have broken them, each line is its own paragraph
/// (a header, a list, a text copied without blank lines).
struct PassageReader {
    private let source: SourceText
    /// Trimmed ranges of the lines, blank ones empty.
    private var lines: [Range<Int>] = []
    private var indented: [Bool] = []
    /// The column lines were wrapped at; nil when the text is not wrapped.
    private var wrapping: Int?

    /// Longer lines are paragraphs of their own: no typewriter, terminal or mail wraps there.
    private static let widest = 120
    private static let narrowest = 50

    static func passages(of source: SourceText, from firstLine: Int) -> [Passage] {
        var reader = PassageReader(source: source)
        reader.measure()
        return reader.read(from: firstLine)
    }

    private init(source: SourceText) { self.source = source }

    private mutating func measure() {
        lines.reserveCapacity(source.lines.count)
        indented.reserveCapacity(source.lines.count)
        source.bytes.withUnsafeBufferPointer { bytes in
            for line in source.lines {
                let trimmed = Whitespace.trimmed(line, in: bytes)
                lines.append(trimmed)
                indented.append(trimmed.lowerBound - line.lowerBound > 1)
            }
        }
        wrapping = wrappingColumn()
    }

    private func wrappingColumn() -> Int? {
        var long = 0
        var filled = 0
        var widest = 0
        for (index, line) in lines.enumerated() where !line.isEmpty {
            filled += 1
            let width = width(of: line)
            if width > Self.widest {
                long += 1
            } else if index + 1 < lines.count, !lines[index + 1].isEmpty {
                widest = max(widest, width)
            }
        }
        return long * 50 > filled || widest < Self.narrowest ? nil : widest
    }

    /// Scalars, not bytes: what a typist counts.
    private func width(of line: Range<Int>) -> Int {
        if line.count > Self.widest * 4 { return line.count }
        return source.bytes[line].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    private func read(from firstLine: Int) -> [Passage] {
        var passages: [Passage] = []
        var line = firstLine - 1
        while line < lines.count {
            defer { line += 1 }
            if lines[line].isEmpty { continue }
            let first = line
            while line + 1 < lines.count, continues(line + 1) { line += 1 }
            passages.append(Passage(paragraph: Paragraph(lines: first + 1...line + 1, text: text(first...line))))
        }
        return passages
    }

    /// True when this line was broken off the one before it by wrapping: its first word had no room there.
    private func continues(_ line: Int) -> Bool {
        guard let wrapping, !lines[line].isEmpty else { return false }
        if indented[line] && !indented[line - 1] { return false }
        let firstWord = lines[line].prefix { source.bytes[$0] != 0x20 }
        return width(of: lines[line - 1]) + 1 + width(of: firstWord) > wrapping - 8
    }

    private func text(_ range: ClosedRange<Int>) -> String {
        var text = String(source.text(lines[range.lowerBound]))
        for line in range.dropFirst() {
            text += " "
            text += source.text(lines[line])
        }
        return text
    }
}
