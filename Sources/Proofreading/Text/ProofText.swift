import Diagnostics
import Meetings

/// A digest as a proofreader looks at it: its paragraphs, in the bytes of the file itself, cut into words and sentences.
struct ProofText: Sendable {
    let meeting: Meeting
    let source: SourceText
    /// In the order of the text.
    let passages: [Passage]

    init(_ meeting: Meeting, _ source: SourceText) {
        self.meeting = meeting
        self.source = source
        var reader = PassageReader(source)
        for (index, block) in meeting.blocks.enumerated() { reader.read(block, index) }
        passages = reader.passages
    }

    var bytes: [UInt8] { source.bytes }

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

    /// The line, from 1, that holds the byte at an offset.
    func line(at offset: Int) -> Int { source.lineNumber(at: offset) }

    /// A range up to the end of its first line.
    func firstLine(of range: Range<Int>) -> Range<Int> {
        range.lowerBound..<min(range.upperBound, source.lines[line(at: range.lowerBound) - 1].upperBound)
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

/// Blocks into passages.
private struct PassageReader {
    let source: SourceText
    var passages: [Passage] = []

    init(_ source: SourceText) { self.source = source }

    mutating func read(_ block: Block, _ index: Int) {
        switch block.content {
        case .header: readLines(block.lines, .header, index)
        case .times: readLines(block.lines, .times, index)
        case .heading: readLines(block.lines, .heading, index)
        case .fullText: readLines(block.lines, .fullText, index)
        case .placeholder: readLines(block.lines, .placeholder, index)
        case .footer: readLines(block.lines, .footer, index)
        case .note(let paragraphs): read(paragraphs, .note, index)
        case .narration(let paragraphs): read(paragraphs, .narration, index)
        case .other(let paragraphs): read(paragraphs, .other, index)
        case .summary(let summary): read(summary.paragraphs, .summary, index)
        case .statement(let statement): read(statement.paragraphs, .statement, index)
        }
    }

    private mutating func readLines(_ lines: LineRange, _ part: Passage.Part, _ block: Int) {
        for line in lines { append(line...line, part, block) }
    }

    private mutating func read(_ paragraphs: [Paragraph], _ part: Passage.Part, _ block: Int) {
        for paragraph in paragraphs { append(paragraph.lines, part, block) }
    }

    private mutating func append(_ lines: LineRange, _ part: Passage.Part, _ block: Int) {
        guard lines.lowerBound >= 1, lines.upperBound <= source.lines.count else { return }
        let whole = source.lines[lines.lowerBound - 1].lowerBound..<source.lines[lines.upperBound - 1].upperBound
        let range = Typography.trimmed(whole, in: source.bytes)
        guard !range.isEmpty else { return }
        let words = WordReader.words(in: source.bytes, range)
        let sentences = Sentences.of(words, in: source.bytes, range)
        passages.append(Passage(part: part, block: block, range: range, words: words, sentences: sentences))
    }
}

extension SourceText {
    /// The line, from 1, that holds the byte at an offset; a line's end belongs to it.
    func lineNumber(at offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }
}
