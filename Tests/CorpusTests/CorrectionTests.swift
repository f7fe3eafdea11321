import Diagnostics
import DigestParser
import Foundation
import Meetings
import Testing

@testable import Corpus

@Suite struct CorrectionTests {
    private static let said = "The ice was thin, as resolution 3 and resolution 4 say."

    private static func builder(says words: String = said, cites: [Reference] = cited(at: 30)) -> MeetingBuilder {
        MeetingBuilder("a.txt", number: 1, date: "2031-01-01")
            .turn("Ana Berg", of: "Malta", says: words, references: cites)
            .turn("Otto Lund", of: "Norway", for: ["Nordic countries"], says: "We agree.")
    }

    private static func cited(at start: Int) -> [Reference] {
        [
            .test(.resolution, "S/RES/3 (2020)", at: start), .test(.paragraph, "S/RES/4 (2020)#1", at: start + 10),
            .test(.document, "S/2020/9", at: start + 20),
        ]
    }

    private static let others = [
        MeetingBuilder("b.txt", number: 2, date: "2031-02-01").turn("Ana Berg", of: "Malta", says: "Yes.")
            .decision("S/RES/4 (2020)", operative: [.test(1, "Decides to skate;")]),
        MeetingBuilder("c.txt", number: 3, date: "2032-02-01").turn(
            "Eva Holm", of: "Norway", says: "No.", references: [.test(.resolution, "S/RES/3 (2020)", at: 2)]),
    ].map(\.meeting)

    private func correction(to meeting: Meeting) -> Correction? {
        Correction(of: Corpus(meetings: [Self.builder().meeting] + Self.others), by: MeasuredMeeting(meeting))
    }

    @Test(arguments: [
        ("The ice was thin as resolution 3 and resolution 4 say.", 29),
        ("The ice was very thin, as resolution 3 and resolution 4 say.", 35),
        ("The ice was thin, as resolution 3 and resolution 4 say. So it was.", 30),
    ])
    func `other words give the corpus that linking everything anew gives`(words: String, start: Int) throws {
        var meeting = Self.builder(says: words, cites: Self.cited(at: start)).meeting
        meeting.source.sha256 = words
        let corrected = try #require(correction(to: meeting))
        let linked = Corpus(meetings: [meeting] + Self.others)
        #expect("\(corrected.corpus.lists)" == "\(linked.lists)")
        #expect(CorpusMarks(corrected.corpus).all == CorpusMarks(linked).all)
    }

    @Test func `what was not touched keeps its marks`() throws {
        var meeting = Self.builder(says: Self.said + " So it was.").meeting
        meeting.source.sha256 = "other"
        let old = Corpus(meetings: [Self.builder().meeting] + Self.others)
        let correction = try #require(Correction(of: old, by: MeasuredMeeting(meeting)))
        #expect(CorpusMarks(correction, after: CorpusMarks(old)).all == CorpusMarks(correction.corpus).all)
    }

    @Test func `a paragraph that is parted in two moves what it cites`() throws {
        var meeting = Self.builder().meeting
        guard case .statement(var statement) = meeting.blocks[0].content else { return }
        let whole = statement.paragraphs[0]
        statement.paragraphs = [
            Paragraph(lines: whole.lines, text: "The ice was thin.", references: [whole.references[0]]),
            Paragraph(lines: whole.lines, text: "So it was.", references: Array(whole.references.dropFirst())),
        ]
        meeting.blocks[0].content = .statement(statement)
        let corrected = try #require(correction(to: meeting))
        #expect("\(corrected.corpus.lists)" == "\(Corpus(meetings: [meeting] + Self.others).lists)")
        #expect(corrected.corpus.lists.documents.flatMap(\.citations).contains { $0.passage.paragraph == 1 })
    }

    /// S/RES/3 and S/RES/4 are cited by others too, before and after, and S/RES/4 by a resolution.
    @Test(arguments: [
        cited(at: 30).reversed(), Array(cited(at: 30).dropFirst()), cited(at: 30) + cited(at: 70),
        cited(at: 30) + [.test(.resolution, "S/RES/8 (2020)", at: 90)],
        cited(at: 30) + [.test(.document, "S/2020/7", at: 90)],
    ])
    func `what is cited elsewhere too may come and go`(cites: [Reference]) throws {
        let around = [
            MeetingBuilder("0.txt", number: 9, date: "2030-01-01").turn(
                "Eva Holm", of: "Norway", says: "No.", references: Self.cited(at: 2)),
            MeetingBuilder("a2.txt", number: 8, date: "2031-01-01")
                .decision(
                    "S/RES/8 (2020)", operative: [.test(1, "Recalls.", references: Self.cited(at: 2))]
                )
                .turn(
                    "Eva Holm", of: "Norway",
                    references: [.test(.resolution, "S/RES/8 (2020)", at: 1), .test(.document, "S/2020/7", at: 9)]),
        ].map(\.meeting)
        let old = Corpus(meetings: [Self.builder().meeting] + Self.others + around)
        var meeting = Self.builder(cites: cites).meeting
        meeting.source.sha256 = "other"
        let correction = try #require(Correction(of: old, by: MeasuredMeeting(meeting)))
        let linked = Corpus(meetings: [meeting] + Self.others + around)
        #expect("\(correction.corpus.lists)" == "\(linked.lists)")
        #expect(correction.corpus.symbols.uses == linked.symbols.uses)
        #expect(CorpusMarks(correction, after: CorpusMarks(old)).all == CorpusMarks(linked).all)
    }

    @Test(arguments: [
        builder(cites: Array(cited(at: 30).dropLast())),
        builder(cites: cited(at: 30) + [.test(.document, "S/2020/10", at: 80)]),
        builder(cites: cited(at: 30) + [.test(.pressRelease, "S/2020/9", at: 80)]),
        builder().turn("Ana Berg", of: "Malta", says: "Once more."),
        MeetingBuilder("a.txt", number: 9, date: "2031-01-01").turn("Ana Berg", of: "Malta", references: cited(at: 30))
            .turn("Otto Lund", of: "Norway", for: ["Nordic countries"]),
        MeetingBuilder("a.txt", number: 1, date: "2031-01-01").turn("Ana Borg", of: "Malta", references: cited(at: 30))
            .turn("Otto Lund", of: "Norway", for: ["Nordic countries"]),
        MeetingBuilder("a.txt", number: 1, date: "2031-01-01").turn("Ana Berg", of: "Malta", references: cited(at: 30))
            .turn("Otto Lund", of: "Norway"),
        builder().vote(["Malta"]), builder().decision("S/RES/5 (2020)"),
        MeetingBuilder("d.txt", number: 1, date: "2031-01-01"),
    ])
    fileprivate func `what linking reads is linked anew`(other: MeetingBuilder) {
        #expect(correction(to: other.meeting) == nil)
    }

    @Test func `lines that a question about two names stands on are looked for anew`() throws {
        let first = MeetingBuilder("a.txt", number: 1, date: "2031-01-01").turn("Ana Berg", of: "Malta")
        let second = MeetingBuilder("b.txt", number: 2, date: "2031-02-01").turn("Anna Berg", of: "Malta")
        let corpus = Corpus(meetings: [first.meeting, second.meeting])
        try #require(corpus.diagnostics.contains { $0.file == "b.txt" })
        var meeting = second.meeting
        #expect(Correction(of: corpus, by: MeasuredMeeting(meeting)) != nil)
        meeting.blocks[0].lines = 5...5
        #expect(Correction(of: corpus, by: MeasuredMeeting(meeting)) == nil)
    }
}

/// Texts of every form, edited at random: what is corrected must be what linking anew gives. `SEED=…` repeats one.
@Suite struct RandomCorrectionTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../DigestParserTests/Texts").standardizedFileURL
    private static var seeds: [UInt64] {
        guard let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) else { return [1, 2, 3] }
        return [seed]
    }

    @Test(arguments: seeds) func `a corrected corpus is the one that is linked anew`(seed: UInt64) throws {
        var numbers = seed &* 0x9E37_79B9_7F4A_7C15
        func below(_ count: Int) -> Int {
            numbers = numbers &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((numbers >> 33) % UInt64(count))
        }
        var texts: [(file: String, bytes: [UInt8])] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        where file.hasSuffix(".txt") {
            texts.append((file, Array(try Data(contentsOf: Self.folder.appending(path: file)))))
        }
        let parser = DigestParser()
        let read = { (file: String, bytes: [UInt8]) throws -> Meeting in
            parser.parse(try SourceText(file: file, bytes: bytes), sha256: SHA256.hex(of: bytes))
        }
        var meetings = try texts.map(read)
        var corpus = Corpus(meetings: meetings)
        var marks = CorpusMarks(corpus)
        var corrections = 0
        for _ in 0..<40 {
            let index = below(texts.count)
            let old = texts[index].bytes
            let known = meetings[below(meetings.count)].references.filter { $0.kind != .statement }.map(\.text)
            let cited = known.isEmpty ? "nobody" : known[below(known.count)]
            let bytes = Self.edited(old, at: old.count / 4 + below(old.count * 3 / 4), kind: below(7), citing: cited)
            meetings[index] = try read(texts[index].file, bytes)
            texts[index].bytes = bytes
            let linked = Corpus(meetings: meetings)
            if let correction = Correction(of: corpus, by: MeasuredMeeting(meetings[index])) {
                corrections += 1
                #expect("\(correction.corpus.lists)" == "\(linked.lists)", "\(texts[index].file)")
                marks = CorpusMarks(correction, after: marks)
                #expect(marks.all == CorpusMarks(linked).all, "\(texts[index].file)")
                corpus = correction.corpus
            } else {
                (corpus, marks) = (linked, CorpusMarks(linked))
            }
        }
        #expect(corrections > 10)
    }

    private static func edited(_ old: [UInt8], at place: Int, kind: Int, citing cited: String) -> [UInt8] {
        var bytes = old
        let space = old[place...].firstIndex(of: UInt8(ascii: " ")) ?? place
        switch kind {
        case 0: bytes.insert(UInt8(ascii: ","), at: space)
        case 1: bytes.insert(contentsOf: " harbour".utf8, at: space)
        case 2: bytes[space] = UInt8(ascii: "\n")
        case 3: bytes.insert(contentsOf: ". So it was".utf8, at: space)
        case 4: bytes.insert(contentsOf: " (\(cited))".utf8, at: space)
        case 5: if let range = bytes.firstRange(of: Array(cited.utf8)) { bytes.removeSubrange(range) }
        default: bytes.remove(at: space)
        }
        return bytes
    }
}

extension Passage {
    fileprivate var paragraph: Int? {
        switch self {
        case .turn(_, let paragraph), .block(_, _, let paragraph): paragraph
        case .clause, .annex: nil
        }
    }
}

// Objects print no more than their names by themselves.
extension MeetingReading: CustomStringConvertible {
    public var description: String { "\(source) \(heading) \(measure) \(lines)" }
}

extension MeetingHeading: CustomStringConvertible {
    public var description: String { "\(outline) \(date) \(symbol ?? "") \(status) \(url ?? "")" }
}
