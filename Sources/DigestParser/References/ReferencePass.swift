import Diagnostics
import Meetings

/// Fills the references of every paragraph, clause and point, and says what is wrong with malformed ones.
///
/// Runs after `DecisionPass`: "today’s resolution" is the decision of the meeting, where it has exactly one.
struct ReferencePass {
    /// - Parameter source: the text the meeting was read from, for the columns of diagnostics.
    static func run(on meeting: inout Meeting, in source: SourceText, drafts: DraftSymbols, states: StateTable) {
        var pass = ReferencePass(meeting, source: source, drafts: drafts, states: states)
        pass.fill(&meeting)
        let known = pass.doubtful.reduce(into: [:]) { $0[$1] = pass.scanner.printedYears[$1] }
        if !known.isEmpty {
            pass.scanner.knownYears = known
            pass.diagnostics = []
            pass.fill(&meeting)
        }
        meeting.diagnostics += pass.diagnostics
    }

    private let source: SourceText
    private let people: PeopleIndex
    private var scanner: ReferenceScanner
    private var place = ReferenceScanner.Place()
    private var diagnostics: [Diagnostic] = []
    /// Numbers of resolutions printed with a year that cannot be.
    private var doubtful: [Int] = []

    private init(_ meeting: Meeting, source: SourceText, drafts: DraftSymbols, states: StateTable) {
        self.source = source
        people = PeopleIndex(meeting, states: states)
        scanner = ReferenceScanner(
            meeting: Organ(body: meeting.body), decided: ReferenceScanner.Decided(meeting),
            people: people, drafts: drafts)
    }

    // MARK: Walking

    private mutating func fill(_ meeting: inout Meeting) {
        for index in meeting.blocks.indices { fill(&meeting.blocks[index].content) }
        for index in meeting.decisions.indices { fill(&meeting.decisions[index]) }
    }

    private mutating func fill(_ content: inout Block.Content) {
        place = ReferenceScanner.Place()
        let read = content
        // Held once, its paragraphs are filled in place.
        content = .footer
        content = filled(read)
    }

    private mutating func filled(_ content: consuming Block.Content) -> Block.Content {
        switch content {
        case .note(var paragraphs):
            fill(&paragraphs)
            return .note(paragraphs)
        case .narration(var paragraphs):
            fill(&paragraphs)
            return .narration(paragraphs)
        case .other(var paragraphs):
            fill(&paragraphs)
            return .other(paragraphs)
        case .summary(var summary):
            fill(&summary.paragraphs)
            return .summary(summary)
        case .statement(var statement):
            place.speaker = people.firstStatement[statement.id]
            fill(&statement.paragraphs)
            return .statement(statement)
        case .header, .times, .heading, .placeholder, .fullText, .footer: return content
        }
    }

    private mutating func fill(_ decision: inout Decision) {
        guard var text = decision.fullText else { return }
        place = ReferenceScanner.Place(own: decision.symbol, isDecision: true)
        for index in text.preamble.indices { fill(&text.preamble[index]) }
        for index in text.operative.indices { fill(&text.operative[index]) }
        // "Above" in an annex is above in the annex.
        place.own = nil
        for index in text.annexes.indices { fill(&text.annexes[index].paragraphs) }
        decision.fullText = text
    }

    private mutating func fill(_ clause: inout FullText.Clause) {
        clause.references = references(clause.text, clause.lines)
        fill(&clause.points)
        fill(&clause.continuation)
    }

    /// Points stand in four levels at most.
    private mutating func fill(_ points: inout [FullText.Point]) {
        for index in points.indices {
            points[index].references = references(points[index].text, points[index].lines)
            fill(&points[index].points)
        }
    }

    private mutating func fill(_ paragraphs: inout [Paragraph]) {
        for index in paragraphs.indices {
            paragraphs[index].references = references(paragraphs[index].text, paragraphs[index].lines)
        }
    }

    private mutating func references(_ text: String, _ lines: LineRange) -> [Reference] {
        let references = scanner.references(in: text, at: place)
        if !scanner.slips.isEmpty {
            let printed = PrintedPlace(of: text, in: lines, of: source)
            for slip in scanner.slips { report(slip, lines, printed) }
        }
        return references
    }

    // MARK: Slips

    private mutating func report(_ slip: ReferenceScanner.Slip, _ lines: LineRange, _ printed: PrintedPlace?) {
        var diagnostic = Diagnostic(
            id: "malformed-symbol", severity: .warning, file: source.file, lines: lines, message: "")
        if let (line, column) = printed?.lineAndColumn(of: slip.start) {
            diagnostic.lines = line...line
            diagnostic.column = column
            diagnostic.length = slip.text.utf8.count
        }
        if let number = slip.number, let year = slip.year {
            doubtful.append(number)
            diagnostic.id = "impossible-year"
            diagnostic.message = "resolution \(number) of the Security Council cannot be of the year \(year)"
            diagnostic.suggestion =
                slip.meant.hasSuffix(")")
                ? "Write “\(slip.meant.dropFirst("S/RES/".count))” if that resolution is meant."
                : "Check the number and the year."
        } else {
            diagnostic.message = "“\(slip.text)” is not how the symbol of a resolution is written"
            diagnostic.suggestion = "Write “\(slip.meant)”."
        }
        diagnostics.append(diagnostic)
    }
}
