import Diagnostics
import Meetings

/// A digest as a proofreader looks at it: its paragraphs, in the bytes of the file itself, cut into words and sentences.
///
/// Of a saved page the bytes are those of the paragraphs read from it: tags are no slips. Places in it are lines.
struct ProofText: Sendable {
    let meeting: Meeting
    let bytes: [UInt8]
    /// In the order of the text.
    let passages: [Passage]
    private let layout: Layout

    /// Where bytes stand in the file.
    private enum Layout {
        /// The bytes are the file's; its lines.
        case source([Range<Int>])
        /// The lines of paragraphs, by the offset each begins at.
        case paragraphs([(start: Int, lines: LineRange)])
    }

    init(_ meeting: Meeting, _ source: SourceText) {
        self.meeting = meeting
        var reader = PassageReader(source)
        if meeting.blocks.allSatisfy({ reader.holds($0.paragraphs) }) {
            for (index, block) in meeting.blocks.enumerated() { reader.read(block, index) }
            bytes = source.bytes
            layout = .source(source.lines)
        } else {
            reader.bytes = []
            for (index, block) in meeting.blocks.enumerated() { reader.copy(block, index) }
            bytes = reader.bytes
            layout = .paragraphs(reader.copied)
        }
        passages = reader.passages
    }

    /// What the release tells in its own words: summary, statements, narration.
    var running: some Sequence<Passage> {
        passages.lazy.filter { $0.part == .summary || $0.part == .statement || $0.part == .narration }
    }

    /// The passages of the statements, turn by turn.
    var turns: [Turn] {
        var turns: [Turn] = []
        for passage in passages where passage.part == .statement {
            guard case .statement(let statement) = meeting.blocks[passage.block].content else { continue }
            if turns.last?.block != passage.block {
                turns.append(Turn(block: passage.block, statement: statement, passages: []))
            }
            turns[turns.count - 1].passages.append(passage)
        }
        return turns
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func string(_ word: Word) -> String { string(word.range) }

    /// The line, from 1, that holds the byte at an offset; the first one of the paragraph in a saved page.
    func line(at offset: Int) -> Int {
        switch layout {
        case .source(let lines): max(1, lines.partitioningIndex { $0.lowerBound > offset })
        case .paragraphs(let starts):
            starts[max(0, starts.partitioningIndex { $0.start > offset } - 1)].lines.lowerBound
        }
    }

    /// The lines a range of bytes stands in, its column from 1, and how many bytes of the first line it covers.
    func place(of range: Range<Int>) -> (lines: LineRange, column: Int?, length: Int?) {
        let first = line(at: range.lowerBound)
        switch layout {
        case .source(let lines):
            let last = line(at: max(range.lowerBound, range.upperBound - 1))
            let line = lines[first - 1]
            return (first...last, range.lowerBound - line.lowerBound + 1, firstLine(of: range).count)
        case .paragraphs(let starts):
            let index = starts.partitioningIndex { $0.start > range.lowerBound } - 1
            return (starts[max(0, index)].lines, nil, nil)
        }
    }

    /// A range up to the end of its first line.
    func firstLine(of range: Range<Int>) -> Range<Int> {
        guard case .source(let lines) = layout else { return range }
        return range
            .lowerBound..<max(range.lowerBound, min(range.upperBound, lines[line(at: range.lowerBound) - 1].upperBound))
    }

    /// Whether there is white space here and nothing else.
    func isSpace(_ gap: Range<Int>) -> Bool { !gap.isEmpty && marks(in: gap).isEmpty }

    /// What stands between two words besides white space.
    func marks(in gap: Range<Int>) -> String {
        var marks: [UInt8] = []
        var index = gap.lowerBound
        while index < gap.upperBound {
            let space = Typography.space(in: bytes, at: index)
            if space == 0 { marks.append(bytes[index]) }
            index += max(1, space)
        }
        return String(decoding: marks, as: UTF8.self)
    }
}

/// One turn with its paragraphs.
struct Turn: Sendable {
    let block: Int
    let statement: Statement
    var passages: [Passage]
}

/// A paragraph of a digest, or a line of its header.
struct Passage: Sendable {
    enum Part: Sendable {
        case header, note, summary, times, heading, statement, narration, placeholder, fullText, footer, other
    }

    let part: Part
    /// Its place in `Meeting.blocks`.
    let block: Int
    /// In the bytes of the source, without the white space around it.
    let range: Range<Int>
    let words: [Word]
    /// Ranges of `words`.
    let sentences: [Range<Int>]

    /// The bytes between a word and the next one, or the passage's end.
    func gap(after word: Int) -> Range<Int> {
        words[word].range.upperBound..<(word + 1 < words.count ? words[word + 1].range.lowerBound : range.upperBound)
    }

    /// The bytes between a word and the one before it, or the passage's beginning.
    func gap(before word: Int) -> Range<Int> {
        (word > 0 ? words[word - 1].range.upperBound : range.lowerBound)..<words[word].range.lowerBound
    }

    /// From the first byte of one word to the last of another.
    func range(_ words: ClosedRange<Int>) -> Range<Int> {
        self.words[words.lowerBound].range.lowerBound..<self.words[words.upperBound].range.upperBound
    }

    /// The keys of some words, parted by spaces.
    func keys(_ words: Range<Int>) -> String { self.words[words].map(\.key).joined(separator: " ") }
}

extension Block {
    /// The paragraphs of running text in it.
    fileprivate var paragraphs: [Paragraph] {
        switch content {
        case .note(let paragraphs), .narration(let paragraphs), .other(let paragraphs): paragraphs
        case .summary(let summary): summary.paragraphs
        case .statement(let statement): statement.paragraphs
        case .header, .times, .heading, .fullText, .placeholder, .footer: []
        }
    }

    fileprivate var part: Passage.Part {
        switch content {
        case .header: .header
        case .note: .note
        case .summary: .summary
        case .times: .times
        case .heading: .heading
        case .statement: .statement
        case .narration: .narration
        case .placeholder: .placeholder
        case .fullText: .fullText
        case .footer: .footer
        case .other: .other
        }
    }
}

/// Blocks into passages.
private struct PassageReader {
    let source: SourceText
    var bytes: [UInt8]
    var passages: [Passage] = []
    /// Where in `bytes` each copied paragraph begins, and its lines.
    var copied: [(start: Int, lines: LineRange)] = []

    init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
    }

    /// Whether the paragraphs stand in the file as they are, but for line ends and the white space around them.
    func holds(_ paragraphs: [Paragraph]) -> Bool {
        paragraphs.allSatisfy { paragraph in
            let lines = paragraph.lines.filter { 1...source.lines.count ~= $0 }.map { line in
                String(decoding: bytes[Typography.trimmed(source.lines[line - 1], in: bytes)], as: UTF8.self)
            }
            return lines.joined(separator: " ") == paragraph.text
        }
    }

    /// The passages of a block, by its lines.
    mutating func read(_ block: Block, _ index: Int) {
        let paragraphs = block.paragraphs.map(\.lines)
        for lines in paragraphs.isEmpty ? block.lines.map({ $0...$0 }) : paragraphs {
            guard lines.lowerBound >= 1, lines.upperBound <= source.lines.count else { continue }
            let range = source.lines[lines.lowerBound - 1].lowerBound..<source.lines[lines.upperBound - 1].upperBound
            append(Typography.trimmed(range, in: bytes), block.part, index)
        }
    }

    /// The passages of a block, by the texts of its paragraphs.
    mutating func copy(_ block: Block, _ index: Int) {
        for paragraph in block.paragraphs {
            copied.append((bytes.count, paragraph.lines))
            let start = bytes.count
            bytes += paragraph.text.utf8
            append(start..<bytes.count, block.part, index)
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    private mutating func append(_ range: Range<Int>, _ part: Passage.Part, _ block: Int) {
        guard !range.isEmpty else { return }
        let words = WordReader.words(in: bytes, range)
        let sentences = Sentences.of(words, in: bytes)
        passages.append(Passage(part: part, block: block, range: range, words: words, sentences: sentences))
    }
}
