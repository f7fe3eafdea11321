import Meetings

/// Reads the words of a decision where a release prints them (genre: full text).
///
/// A text opens with the body's name on a line of its own (`“The Security Council,`) or, for a presidential
/// statement, with `“The Security Council reaffirms …`. It ends where its quotation closes, or where something
/// that is no part of a decision stands: the footer, a turn, the next text. Annexes behind it belong to it.
struct FullTextReader {
    /// - Parameters:
    ///   - passages: of the whole release, in order.
    ///   - index: the paragraph after "The full text of … reads as follows:", or after a heading that announces a text.
    /// - Returns: the text and the index after its last paragraph; nil when no text of a decision begins here.
    static func read(_ passages: [Passage], from index: Int) -> (text: FullText, end: Int)? {
        guard index >= 0, index < passages.count else { return nil }
        var reader = FullTextReader(passages: passages, index: index)
        guard reader.readOpening() else { return nil }
        reader.readBody()
        guard !reader.preamble.isEmpty || !reader.operative.isEmpty else { return nil }
        reader.readAnnexes()
        return (reader.text(from: index), reader.index)
    }

    /// True where a text opens without being announced: the body's name alone on a line, in the citation's quotation
    /// marks or under a heading – and for a presidential statement, its first words in quotation marks under one.
    static func begins(at index: Int, in passages: [Passage]) -> Bool {
        let text = passages[index].text
        guard index > 0, mayBegin(text) else { return false }
        let line = ClauseLine(text.utf8.count > longestName ? String(text.prefix(longestName)) : text)
        guard line.marker == .none, let body = BodyLine(line.words) else { return false }
        let isUnderHeading = ClauseLine(passages[index - 1].text).isHeadingLike
        return body.form == .alone ? line.opensQuotation || isUnderHeading : line.opensQuotation && isUnderHeading
    }

    /// A first look at the bytes: an article, and no more than a name where no quotation mark stands before it.
    private static func mayBegin(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let head = bytes.prefix(12)
            return head.contains(UInt8(ascii: "T"))
                && (bytes.count <= longestName || head.contains { $0 == Ascii.quote || $0 == 0xE2 })
        }
    }

    /// Letters of a body's name, several times over.
    private static let longestName = 200

    private enum Part { case preamble, operative }

    private let passages: [Passage]
    private var index: Int
    private var part = Part.preamble
    private var isStatement = false
    private var preamble: [FullText.Clause] = []
    private var operative: [FullText.Clause] = []
    private var annexes: [FullText.Annex] = []
    private var outline = PointOutline()
    private var heading: String?
    /// The words before end in `replaced by the following:`: numbers that do not count on are quoted ones.
    private var announcesQuotation = false
    /// The last paragraph ended as a text ends, with a full stop.
    private var isComplete = false

    private init(passages: [Passage], index: Int) {
        self.passages = passages
        self.index = index
    }

    private func text(from first: Int) -> FullText {
        let lines = passages[first].lines.lowerBound...passages[index - 1].lines.upperBound
        return FullText(lines: lines, preamble: preamble, operative: operative, annexes: annexes)
    }

    // MARK: Opening

    private mutating func readOpening() -> Bool {
        let line = ClauseLine(passages[index].text)
        guard line.marker == .none, let body = BodyLine(line.words) else { return false }
        switch body.form {
        case .alone:
            index += 1
            return true
        case .statement:
            let announced = index > 0 && passages[index - 1].text.hasSuffix(":")
            isStatement = line.opensQuotation || announced
            return isStatement
        }
    }

    // MARK: Body

    private mutating func readBody() {
        while index < passages.count {
            let paragraph = passages[index].paragraph
            let line = ClauseLine(paragraph.text)
            if DecisionEnd.isOutside(line) || DecisionEnd.isAnnexTitle(line) { break }
            if isComplete, !continues(line) { break }
            if isSubheading(line) {
                heading = heading.map { $0 + " – " + line.words } ?? line.words
                index += 1
                continue
            }
            take(line, of: paragraph)
            index += 1
            if line.closesQuotation, !counts(on: index) { break }
        }
        finishPoints()
    }

    private mutating func take(_ line: ClauseLine, of paragraph: Paragraph) {
        let isQuoted = announcesQuotation || line.opensInnerQuotation
        switch line.marker {
        case .number(let number) where counts(number, in: line, quoted: isQuoted):
            finishPoints()
            part = .operative
            append(clause(number, line, paragraph))
        case .label(let label) where lastClause != nil && !line.opensInnerQuotation:
            outline.add(label, lines: paragraph.lines, text: line.words)
        case .none where startsClause(line):
            finishPoints()
            if !isStatement, OpeningWords.isOperative(line.words) { part = .operative }
            append(clause((part == .preamble ? preamble : operative).count + 1, line, paragraph))
        default:
            continueClause(paragraph)
        }
        announcesQuotation = line.lastByte == Ascii.colon
        isComplete = part == .operative && line.lastByte == Ascii.period
    }

    /// A number that counts on opens an operative paragraph; one that does not, after `as follows:` or behind, is quoted.
    private func counts(_ number: Int, in line: ClauseLine, quoted: Bool) -> Bool {
        let next = (operative.last?.number ?? 0) + 1
        if isStatement || line.opensInnerQuotation { return false }
        return number == next || (number > next && !quoted && number <= next + 3)
    }

    private func startsClause(_ line: ClauseLine) -> Bool {
        guard line.start < line.end, !line.opensInnerQuotation else { return false }
        let first = line.text.bytes[line.start]
        if isStatement { return preamble.isEmpty || line.opensQuotation || BodyLine(line.words) != nil }
        if part == .operative {
            return line.opensQuotation && OpeningWords.isOperative(line.words) && !announcesQuotation
        }
        return preamble.isEmpty || Ascii.isUpper(first)
    }

    private func clause(_ number: Int, _ line: ClauseLine, _ paragraph: Paragraph) -> FullText.Clause {
        let words = line.words
        let verbs = isStatement ? BodyLine(words)?.rest ?? words : words
        return FullText.Clause(
            number: number, opening: OpeningWords.read(verbs), lines: paragraph.lines, text: words, heading: heading)
    }

    private var lastClause: FullText.Clause? { part == .preamble ? preamble.last : operative.last }

    private mutating func append(_ clause: FullText.Clause) {
        heading = nil
        if part == .preamble { preamble.append(clause) } else { operative.append(clause) }
    }

    private mutating func continueClause(_ paragraph: Paragraph) {
        finishPoints()
        if part == .preamble, !preamble.isEmpty {
            preamble[preamble.count - 1].continuation.append(paragraph)
        } else if !operative.isEmpty {
            operative[operative.count - 1].continuation.append(paragraph)
        }
    }

    private mutating func finishPoints() {
        guard !outline.isEmpty else { return }
        let points = outline.finish()
        if part == .preamble, !preamble.isEmpty {
            preamble[preamble.count - 1].points += points
        } else if !operative.isEmpty {
            operative[operative.count - 1].points += points
        }
    }

    // MARK: Looking ahead

    /// After a full stop the text goes on only with what counts on, a point, or words in the citation's marks.
    private func continues(_ line: ClauseLine) -> Bool {
        if line.opensQuotation { return true }
        if case .label = line.marker { return true }
        return counts(on: index)
    }

    /// A short line alone before the next numbered paragraph.
    private func isSubheading(_ line: ClauseLine) -> Bool {
        guard !isStatement, line.isHeadingLike, !announcesQuotation else { return false }
        return counts(on: index + 1)
    }

    /// One of the next three paragraphs carries the number that follows.
    private func counts(on first: Int) -> Bool {
        let next = (operative.last?.number ?? 0) + 1
        return passages.dropFirst(first).prefix(3).contains { passage in
            ClauseLine(passage.text).marker == .number(next)
        }
    }

    // MARK: Annexes

    private mutating func readAnnexes() {
        while index < passages.count, DecisionEnd.isAnnexTitle(ClauseLine(passages[index].text)) {
            let title = passages[index]
            let first = index + 1
            index = first
            while index < passages.count {
                let line = ClauseLine(passages[index].text)
                if DecisionEnd.isOutside(line) || DecisionEnd.isAnnexTitle(line) { break }
                index += 1
                if line.closesQuotation { break }
            }
            if index < passages.count, DecisionEnd.isTurn(ClauseLine(passages[index].text)) {
                leaveHeading(after: first)
            }
            let last = passages[index - 1].lines.upperBound
            annexes.append(
                FullText.Annex(
                    title: ClauseLine(title.text).words, lines: title.lines.lowerBound...last,
                    paragraphs: passages[first..<index].map(\.paragraph)))
        }
    }

    /// A heading before a turn belongs to the turn.
    private mutating func leaveHeading(after first: Int) {
        if index > first, ClauseLine(passages[index - 1].text).isHeadingLike { index -= 1 }
    }
}
