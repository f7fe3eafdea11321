import Meetings

/// What linking reads of a meeting, and what it passes over.
extension Meeting {
    /// The meeting without the words of its paragraphs, as linking needs it: with everything that stands in them, and where.
    /// The texts of decisions stay whole, and so does a summary that has to name the meeting.
    var skeleton: Meeting {
        var skeleton = self
        let isNamed = !numbers.isEmpty || headline != nil
        skeleton.blocks = blocks.map { Block(lines: $0.lines, content: $0.content.skeleton(isNamed: isNamed)) }
        return skeleton
    }

    /// Whether a corpus would link both readings of a digest alike, up to what they cite: the same head, speakers, decisions and
    /// votes. Only words, lines, references and the lengths of paragraphs may differ.
    func isLinked(like other: Meeting) -> Bool {
        head == other.head && blocks.count == other.blocks.count
            && zip(blocks, other.blocks).allSatisfy { $0.content.isLinked(like: $1.content) }
    }

    /// The reading without its text, and without what no link depends on.
    private var head: Meeting {
        var head = self
        head.source = Source(file: source.file, lines: 0, sha256: "")
        head.timeMark = nil
        head.subheadlines = []
        head.times = nil
        head.blocks = []
        head.diagnostics = []
        return head
    }

    typealias Citing = (citation: Citation, of: Reference)

    /// Everything outside the texts of decisions that cites something, in the order of the text.
    func citations(at meeting: Ref<MeetingEntry>) -> [Citing] {
        var citations: [Citing] = []
        forEachReference(at: meeting) { passage, reference in
            guard reference.kind != .statement else { return }
            citations.append((Citation(reference, at: passage), reference))
        }
        return citations
    }
}

extension Block.Content {
    fileprivate func skeleton(isNamed: Bool) -> Block.Content {
        switch self {
        case .statement(var statement):
            statement.paragraphs = statement.paragraphs.withoutWords
            return .statement(statement)
        case .placeholder(var placeholder):
            placeholder.text = ""
            return .placeholder(placeholder)
        case .summary(var summary):
            if isNamed { summary.paragraphs = summary.paragraphs.withoutWords }
            return .summary(summary)
        case .note(let paragraphs): return .note(paragraphs.withoutWords)
        case .narration(let paragraphs): return .narration(paragraphs.withoutWords)
        case .other(let paragraphs): return .other(paragraphs.withoutWords)
        case .header, .times, .heading, .fullText, .footer: return self
        }
    }

    /// A piece that became one of another kind may be linked otherwise.
    fileprivate func isLinked(like other: Block.Content) -> Bool {
        switch (self, other) {
        case (.statement(let one), .statement(let other)): one.isLinked(like: other)
        case (.placeholder(let one), .placeholder(let other)):
            one.id == other.id && one.delegation == other.delegation
        case (.fullText(let one), .fullText(let other)): one == other
        case (.header, .header), (.note, .note), (.summary, .summary), (.times, .times), (.heading, .heading),
            (.narration, .narration), (.footer, .footer), (.other, .other):
            true
        default: false
        }
    }
}

extension Statement {
    fileprivate func isLinked(like other: Statement) -> Bool {
        id == other.id && speaker == other.speaker && onBehalfOf == other.onBehalfOf
            && alignedWith == other.alignedWith && others.map(\.delegation) == other.others.map(\.delegation)
    }
}

extension [Paragraph] {
    fileprivate var withoutWords: [Paragraph] {
        map { paragraph in
            let references = paragraph.references.map {
                Reference(kind: $0.kind, target: $0.target, text: "", start: $0.start, end: $0.end)
            }
            return Paragraph(lines: paragraph.lines, text: "", references: references)
        }
    }
}

extension Citation {
    init(_ reference: Reference, at passage: Passage) {
        self.init(passage: passage, start: reference.start, end: reference.end)
    }
}
