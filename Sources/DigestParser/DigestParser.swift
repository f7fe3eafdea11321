import Diagnostics
import Meetings

/// Reads a digest like a careful reader: text in, one `Meeting` out, with everything doubtful said in its diagnostics.
///
/// Total: any text gives a meeting (or `kind: .other` with a reason); every line that is not blank lies in
/// exactly one block. The forms it reads are documented in `Documentation/DigestFormat.md`.
package struct DigestParser: Sendable {
    let states: StateTable
    private let names: StateNames

    package init(states: StateTable = .shipped) {
        self.states = states
        names = StateNames(states)
    }

    /// - Parameter sha256: of the bytes as given, for `Meeting.source`.
    package func parse(_ source: SourceText, sha256: String) -> Meeting {
        var meeting = Meeting(source: .init(file: source.file, lines: source.lines.count, sha256: sha256))
        let frontMatter = FrontMatter.read(source)
        let isPage = HTMLDigest.isPage(source)
        let all =
            isPage ? HTMLDigest.passages(of: source) : PassageReader.passages(of: source, from: frontMatter.lines + 1)
        let content = isPage ? all.indices : PageCopy.content(of: all)
        let passages = content == all.indices ? all : Array(all[content])
        var structure = StructureReader.read(passages, names: names)
        meeting.kind = KindReader.read(passages, structure: structure)
        // Moved, so that what is no meeting can let go of them.
        swap(&meeting.blocks, &structure.blocks)
        meeting.diagnostics = source.diagnostics + frontMatter.diagnostics
        guard meeting.kind == .meeting else {
            meeting.keepAsOther(passages, headerPassages: structure.header.passages)
            meeting.addSurroundings(all, content: content)
            if frontMatter.lines > 0 { meeting.addFrontMatter(lines: frontMatter.lines) }
            if isPage { meeting.coverPage(lines: source.lines.count) }
            meeting.apply(structure.header)
            meeting.apply(frontMatter)
            meeting.date = DateReader.read(meeting, header: structure.header, frontMatter: frontMatter)
            return meeting
        }
        meeting.apply(structure, passages: passages)
        meeting.apply(frontMatter)
        meeting.addSurroundings(all, content: content)
        if frontMatter.lines > 0 { meeting.addFrontMatter(lines: frontMatter.lines) }
        if isPage { meeting.coverPage(lines: source.lines.count) }
        SpeakerPass.run(on: &meeting, texts: passages, names: names)
        InlineReading.read(&meeting, in: source, passages: passages, states: states)
        meeting.date = DateReader.read(meeting, header: structure.header, frontMatter: frontMatter)
        return meeting
    }
}

extension Meeting {
    fileprivate mutating func apply(_ structure: StructureReader.Structure, passages: [Passage]) {
        apply(structure.header)
        decisions = structure.decisions
        times = structure.times
        status = structure.isProvisional ? .provisional : .final
        if body == nil { body = BodyReader.infer(symbol: symbol, passages: passages[structure.header.passages...]) }
    }

    fileprivate mutating func apply(_ header: Header) {
        body = header.body
        session = header.session
        numbers = header.numbers
        timeMark = header.timeMark
        symbol = header.symbol
        headline = header.headline
        subheadlines = header.subheadlines
    }

    /// The owner's word wins over what was read.
    fileprivate mutating func apply(_ frontMatter: FrontMatter) {
        for (key, value) in frontMatter.values {
            switch key {
            case .number: numbers = value.split { !$0.isNumber }.compactMap { Int($0) }
            case .body: body = value
            case .symbol: symbol = value
            case .title: headline = value
            case .url: url = value
            case .replaces: replaces = value
            case .date: break
            }
        }
    }

    /// Front matter belongs to the header; where the text has none, it is a header of its own.
    fileprivate mutating func addFrontMatter(lines: Int) {
        if case .header? = blocks.first?.content {
            blocks[0].lines = 1...blocks[0].lines.upperBound
        } else {
            blocks.insert(Block(lines: 1...lines, content: .header), at: 0)
        }
    }

    /// What is no meeting keeps its header and its words.
    fileprivate mutating func keepAsOther(_ passages: [Passage], headerPassages: Int) {
        blocks = blocks.first.map { if case .header = $0.content { [$0] } else { [] } } ?? []
        let rest = passages[headerPassages...]
        guard let first = rest.first, let last = rest.last else { return }
        blocks.append(
            Block(lines: first.lines.lowerBound...last.lines.upperBound, content: .other(rest.map(\.paragraph))))
    }
}
