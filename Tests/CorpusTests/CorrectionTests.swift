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
        Correction(of: Corpus(meetings: [Self.builder().meeting] + Self.others), by: meeting)
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
        let correction = try #require(Correction(of: old, by: meeting))
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

    @Test(arguments: [
        builder(cites: Array(cited(at: 30).dropLast())),
        builder(cites: cited(at: 30).reversed()),
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
        #expect(Correction(of: corpus, by: meeting) != nil)
        meeting.blocks[0].lines = 5...5
        #expect(Correction(of: corpus, by: meeting) == nil)
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
