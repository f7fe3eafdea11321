import Diagnostics
import Meetings

/// Passages into blocks: one walk from the top, each passage into exactly one block.
struct StructureReader {
    private let forms: PassageForms
    private let outline: Outline
    private var header: Header
    private let openers: OpenerReader
    private var blocks: [Block] = []
    private var decisions: [Decision] = []
    private var times: Times?
    private var isProvisional = false
    /// The turn that paragraphs go on with.
    private var turn: Statement?
    private var turnLines: LineRange?
    /// Narration since the last block of another kind.
    private var narration: [Int] = []
    /// The turn that an editorial note interrupted.
    private var interrupted: Statement?
    /// Page heads met since the last paragraph: a turn runs on across them.
    private var pageMarks: [Int] = []
    /// The occasion the heading above gives its turns.
    private var occasion: Statement.Occasion?

    struct Structure {
        var header: Header
        var blocks: [Block]
        var decisions: [Decision]
        var times: Times?
        var isProvisional: Bool
    }

    static func read(_ passages: [Passage], names: StateNames) -> Structure {
        let openers = OpenerReader(names: names)
        let header = HeaderReader.read(passages, openers: openers)
        let forms = PassageForms(passages: passages, openers: openers)
        var reader = StructureReader(forms: forms, header: header, openers: openers)
        reader.read()
        return Structure(
            header: reader.header, blocks: reader.blocks, decisions: reader.decisions, times: reader.times,
            isProvisional: reader.isProvisional)
    }

    private init(forms: PassageForms, header: Header, openers: OpenerReader) {
        self.forms = forms
        self.header = header
        self.openers = openers
        var start = header.passages
        while start < forms.passages.count, FixedForms.isNote(forms.passages[start].text) { start += 1 }
        outline = Outline.read(forms, header: start)
    }

    private mutating func read() {
        if header.passages > 0 { append(0..<header.passages, .header) }
        for index in header.passages..<outline.summaryStart {
            isProvisional = true
            append(index..<index + 1, .note([passages[index].paragraph]))
        }
        readSummary(outline.summaryStart..<outline.bodyStart)
        var index = outline.bodyStart
        while index < passages.count { index = readPassage(index) }
        closeTurn()
        closeNarration()
    }

    private mutating func readSummary(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let reader = AttributionReader(names: openers.names)
        let summary = passages[range].compactMap { FixedForms.isPageMark($0.text) ? nil : $0.paragraph }
        append(range, .summary(Summary(paragraphs: summary, attributions: summary.flatMap(reader.attributions))))
    }

    /// Reads one passage, or a full text over many; returns the next.
    private mutating func readPassage(_ index: Int) -> Int {
        let passage = forms.passages[index]
        let text = passage.text
        if let opener = forms.named(at: index) {
            open(opener, with: passage.paragraph)
        } else if FixedForms.isFullTextIntroduction(text) {
            narrate(index)
            return readFullText(from: index + 1, announced: text) ?? index + 1
        } else if index > 0, FullTextReader.begins(at: index, in: passages),
            let end = readFullText(from: index, announced: passages[index - 1].text)
        {
            return end
        } else if FixedForms.isFooter(text) {
            close(.footer, index)
        } else if FixedForms.isNote(text) {
            isProvisional = true
            close(.note([passage.paragraph]), index)
        } else if let name = FixedForms.placeholder(text) {
            isProvisional = true
            close(.placeholder(Placeholder(id: "", delegation: name, text: text)), index)
        } else if TimesLine.isTimesLine(text) {
            times = times ?? TimesLine.read(passage)
            close(.times, index)
        } else if RollCall.isRollCall(text) {
            narrate(index)
        } else if forms.isHeading(at: index), !FixedForms.isPageMark(text) {
            close(.heading(Heading(text: text)), index)
            occasion = Self.occasion(of: text)
            interrupted = nil
        } else {
            readRunningText(index)
        }
        return index + 1
    }

    /// A paragraph of sentences: a turn in prose, a note, narration, or the turn going on.
    private mutating func readRunningText(_ index: Int) {
        let paragraph = passages[index].paragraph
        if FixedForms.isPageMark(paragraph.text) {
            pageMarks.append(index)
            header.add(MeetingNumberLine.read(paragraph.text))
        } else if NarrationForm.isBracketed(paragraph.text) {
            interrupted = turn ?? interrupted
            narrate(index)
        } else if NarrationForm.isRoll(paragraph.text) || forms.isFigure(at: index) {
            interrupted = nil
            narrate(index)
        } else if let opener = forms.prose(at: index, offices: outline.isAllProse), !goesOn(opener) {
            open(opener, with: paragraph)
        } else if NarrationForm.isProcedure(paragraph.text) {
            interrupted = nil
            narrate(index)
        } else if turn != nil {
            pageMarks = []
            turn?.paragraphs.append(paragraph)
            turnLines = (turnLines?.lowerBound ?? paragraph.lines.lowerBound)...paragraph.lines.upperBound
        } else if let speaker = interrupted, clearlyContinues(paragraph.text) {
            open(Opener(form: speaker.form, speaker: speaker.speaker), with: paragraph)
        } else {
            narrate(index)
        }
    }

    /// The person of the turn, named again: `Mr. Griffiths also said`.
    private func goesOn(_ opener: Opener) -> Bool {
        guard let turn, let name = turn.speaker.name, let again = opener.speaker.name, opener.form != .placeholder
        else { return false }
        return Latin.key(name) == Latin.key(again) || Latin.key(Latin.key(name), endsIn: Latin.key(again))
    }

    private func clearlyContinues(_ text: String) -> Bool {
        let phrase = Phrase(text, limit: 600)
        return NarrationForm.speaks(phrase, end: phrase.sentenceEnd(from: 0))
    }

    private var passages: [Passage] { forms.passages }

    // MARK: Blocks

    private mutating func open(_ opener: Opener, with paragraph: Paragraph) {
        closeTurn()
        closeNarration()
        interrupted = nil
        turn = Statement(
            id: "", form: opener.form, speaker: opener.speaker, onBehalfOf: opener.onBehalfOf,
            alignedWith: opener.alignedWith, occasion: opener.occasion ?? occasion, paragraphs: [paragraph])
        turnLines = paragraph.lines
    }

    private mutating func closeTurn() {
        if var turn, let turnLines {
            turn.others = OtherVoices(names: openers.names).others(in: turn)
            blocks.append(Block(lines: turnLines, content: .statement(turn)))
        }
        turn = nil
        turnLines = nil
        guard let first = pageMarks.first, let last = pageMarks.last else { return }
        pageMarks = []
        closeNarration()
        append(first..<last + 1, .other(passages[first...last].map(\.paragraph)))
    }

    private mutating func close(_ content: Block.Content, _ index: Int) {
        closeTurn()
        closeNarration()
        append(index..<index + 1, content)
    }

    private mutating func narrate(_ index: Int) {
        closeTurn()
        narration.append(index)
    }

    private mutating func closeNarration() {
        guard let first = narration.first, let last = narration.last else { return }
        append(first..<last + 1, .narration(narration.map { passages[$0].paragraph }))
        narration = []
    }

    private mutating func append(_ range: Range<Int>, _ content: Block.Content) {
        let lines = passages[range.lowerBound].lines.lowerBound...passages[range.upperBound - 1].lines.upperBound
        blocks.append(Block(lines: lines, content: content))
    }

    // MARK: Full texts

    /// A full text goes to `decisions` with the symbol that announces it, for `DecisionPass` to complete with the
    /// account of its adoption.
    ///
    /// - Parameter announcement: the words above the text.
    /// - Returns: the paragraph after it; nil when no text stands there.
    private mutating func readFullText(from index: Int, announced announcement: String) -> Int? {
        guard let (text, end) = FullTextReader.read(passages, from: index) else { return nil }
        closeTurn()
        closeNarration()
        interrupted = nil
        let announced = AnnouncedText.read(announcement, meeting: Organ(body: header.body))
        decisions.append(
            Decision(
                kind: announced.kind, symbol: announced.symbol, adopted: nil,
                lines: passages[max(index - 1, 0)].lines,
                fullText: text))
        append(index..<end, .fullText(decision: decisions.count - 1))
        return end
    }

    // MARK: Occasions

    /// `Statements before Vote`, `Explanation of Vote after the Vote`, `Right of Reply`
    private static func occasion(of heading: String) -> Statement.Occasion? {
        let line = heading.lowercased()
        if ByteSearch.contains(line, "right of reply") || ByteSearch.contains(line, "rights of reply") {
            return .rightOfReply
        }
        let acts: [StaticString] = ["vote", "voting", "adoption", "action"]
        guard acts.contains(where: { ByteSearch.contains(line, $0) }) else { return nil }
        if ByteSearch.contains(line, "before") { return .explanationBefore }
        return ByteSearch.contains(line, "after") ? .explanationAfter : nil
    }
}
