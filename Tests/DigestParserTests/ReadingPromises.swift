import Diagnostics
import Meetings

@testable import DigestParser

/// What must hold whatever is read; `broken` says what does not. Tests ask it, and so does the fuzzer (`Tests/Fuzz`).
struct ReadingPromises {
    private let source: SourceText
    private let meeting: Meeting
    private(set) var broken: [String] = []

    /// What does not hold for these bytes. Only bytes that are no text at all may be refused.
    static func broken(by bytes: [UInt8]) -> [String] {
        do throws(DiagnosticError) {
            return ReadingPromises(try SourceText(file: "digest", bytes: bytes)).broken
        } catch {
            return bytes.contains(0) ? [] : ["refused: \(error)"]
        }
    }

    /// Reads the text twice, since the second reading must be the first.
    init(_ source: SourceText) {
        self.source = source
        let parser = DigestParser()
        meeting = parser.parse(source, sha256: "")
        expect(parser.parse(source, sha256: "") == meeting, "a second reading differs")
        checkBlocks()
        checkLines()
        checkIDs()
        checkDecisions()
        for vote in meeting.votes { checkRange(vote.lines, in: wholeText, "a vote") }
        for diagnostic in meeting.diagnostics { check(diagnostic) }
        checkJSON()
    }

    private mutating func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
        if !holds { broken.append(fault()) }
    }

    private var wholeText: LineRange { 1...max(1, source.lines.count) }

    // MARK: Lines

    private mutating func checkBlocks() {
        // A page can set a whole text on one line of markup: there alone neighbours may share a line.
        let isShared = HTMLDigest.isPage(source)
        var last = 0
        for block in meeting.blocks {
            checkRange(block.lines, in: wholeText, "a block")
            let follows = isShared ? block.lines.lowerBound >= last : block.lines.lowerBound > last
            expect(follows, "blocks out of order or in one another at \(block.lines)")
            last = block.lines.upperBound
            for paragraph in Self.paragraphs(of: block) { check(paragraph, in: block.lines) }
            if case .statement(let statement) = block.content {
                for other in statement.others { checkRange(other.lines, in: block.lines, "another voice") }
            }
            if case .summary(let summary) = block.content {
                for attribution in summary.attributions {
                    checkRange(attribution.lines, in: block.lines, "attribution")
                }
            }
            if case .fullText(let index) = block.content {
                expect(meeting.decisions.indices.contains(index), "a full text of no decision at \(block.lines)")
            }
        }
    }

    /// Every line that is not blank lies in a block.
    private mutating func checkLines() {
        var covered = [Bool](repeating: false, count: source.lines.count + 1)
        for block in meeting.blocks {
            for line in block.lines where covered.indices.contains(line) { covered[line] = true }
        }
        for line in covered.indices.dropFirst() where !covered[line] {
            let isBlank = source.text(ofLine: line).unicodeScalars.allSatisfy {
                $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || $0.value < 0x20
                    || $0.value == 0x7F
            }
            expect(isBlank, "line \(line) lies in no block")
        }
    }

    private mutating func checkRange(_ lines: LineRange, in outer: LineRange, _ what: String) {
        let holds = outer.lowerBound <= lines.lowerBound && lines.upperBound <= outer.upperBound
        expect(holds, "\(what) at \(lines) lies outside \(outer)")
    }

    // MARK: Texts and references

    private mutating func check(_ paragraph: Paragraph, in lines: LineRange) {
        checkRange(paragraph.lines, in: lines, "a paragraph")
        check(paragraph.references, of: paragraph.text, at: paragraph.lines)
    }

    /// In order, apart, within the text, and cut between characters.
    private mutating func check(_ references: [Reference], of text: String, at lines: LineRange) {
        let bytes = Array(text.utf8)
        var end = 0
        for reference in references {
            guard end <= reference.start, reference.start < reference.end, reference.end <= bytes.count else {
                broken.append("reference \(reference.start)..<\(reference.end) out of order or bounds at \(lines)")
                continue
            }
            end = reference.end
            let words = bytes[reference.start..<reference.end]
            expect(Array(reference.text.utf8) == Array(words), "a reference at \(lines) has other words than its text")
            expect(words.first.map { $0 & 0xC0 != 0x80 } == true, "a reference at \(lines) begins inside a character")
            expect(
                end == bytes.count || bytes[end] & 0xC0 != 0x80, "a reference at \(lines) ends inside a character")
            expect(!reference.target.isEmpty, "a reference at \(lines) leads nowhere")
        }
    }

    private static func paragraphs(of block: Block) -> [Paragraph] {
        switch block.content {
        case .summary(let summary): summary.paragraphs
        case .statement(let statement): statement.paragraphs
        case .note(let paragraphs), .narration(let paragraphs), .other(let paragraphs): paragraphs
        case .header, .times, .heading, .placeholder, .fullText, .footer: []
        }
    }

    // MARK: Statements

    private mutating func checkIDs() {
        var ids: Set<String> = []
        for block in meeting.blocks {
            switch block.content {
            case .statement(let statement):
                expect(!statement.id.isEmpty && ids.insert(statement.id).inserted, "id \(statement.id) twice or empty")
                expect(!statement.paragraphs.isEmpty, "statement \(statement.id) has no words")
            case .placeholder(let placeholder):
                expect(ids.insert(placeholder.id).inserted, "id \(placeholder.id) twice")
            default: break
            }
        }
        let targets = meeting.blocks.flatMap(Self.paragraphs).flatMap(\.references).filter { $0.kind == .statement }
        for reference in targets { expect(ids.contains(reference.target), "no statement \(reference.target)") }
    }

    // MARK: Decisions

    private mutating func checkDecisions() {
        for decision in meeting.decisions {
            checkRange(decision.lines, in: wholeText, "a decision")
            guard let text = decision.fullText else { continue }
            checkRange(text.lines, in: wholeText, "a full text")
            for clause in text.preamble + text.operative {
                checkRange(clause.lines, in: text.lines, "a clause")
                check(clause.references, of: clause.text, at: clause.lines)
                for paragraph in clause.continuation { check(paragraph, in: text.lines) }
                check(clause.points, in: text.lines)
            }
            for annex in text.annexes {
                checkRange(annex.lines, in: text.lines, "an annex")
                for paragraph in annex.paragraphs { check(paragraph, in: annex.lines) }
            }
        }
    }

    private mutating func check(_ points: [FullText.Point], in lines: LineRange) {
        var open = points
        while let point = open.popLast() {
            checkRange(point.lines, in: lines, "a point")
            check(point.references, of: point.text, at: point.lines)
            open += point.points
        }
    }

    // MARK: Diagnostics and JSON

    private mutating func check(_ diagnostic: Diagnostic) {
        expect(!diagnostic.message.isEmpty, "diagnostic \(diagnostic.id) says nothing")
        guard let lines = diagnostic.lines else { return }
        checkRange(lines, in: wholeText, "diagnostic \(diagnostic.id)")
        guard let column = diagnostic.column, source.lines.indices.contains(lines.lowerBound - 1) else { return }
        let end = source.lines[lines.lowerBound - 1].count + 1
        expect((1...end).contains(column), "diagnostic \(diagnostic.id) points beyond line \(lines.lowerBound)")
    }

    /// What is written is JSON, and written again it is the same.
    private mutating func checkJSON() {
        let document = MeetingJSON.document(meeting)
        do {
            let read = try PlacedJSON(file: "meeting.json", bytes: document)
            var again = JSONWriter()
            Self.write(read, to: &again)
            expect(again.bytes + [UInt8(ascii: "\n")] == document, "the JSON written again is another")
        } catch {
            broken.append("the JSON cannot be read: \(error)")
        }
    }

    private static func write(_ json: PlacedJSON, to writer: inout JSONWriter) {
        guard case .object(let members) = json.value else { return writer.value(nil as String?) }
        writer.object { writer in
            for member in members { write(member.value, as: member.key, to: &writer) }
        }
    }

    private static func write(_ json: PlacedJSON, as key: String, to writer: inout JSONWriter) {
        switch json.value {
        case .null: writer.member(key, nil as String?)
        case .bool(let truth): writer.member(key, truth)
        case .number: writer.member(key, json.integer)
        case .string(let text): writer.member(key, text)
        case .array(let elements): writer.array(key, elements) { writeElement($1, to: &$0) }
        case .object(let members):
            writer.object(key) { writer in
                for member in members { write(member.value, as: member.key, to: &writer) }
            }
        }
    }

    private static func writeElement(_ json: PlacedJSON, to writer: inout JSONWriter) {
        switch json.value {
        case .string(let text): writer.value(text)
        case .number: writer.value(json.integer)
        default: write(json, to: &writer)
        }
    }
}
