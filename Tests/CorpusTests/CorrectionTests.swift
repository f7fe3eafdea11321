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
    @Test(arguments: EditedDigests.seeds)
    func `a corrected corpus is the one that is linked anew`(seed: UInt64) throws {
        var digests = try EditedDigests(seed: seed)
        var corpus = Corpus(digests.readings)
        var marks = CorpusMarks(corpus)
        var corrections = 0
        for _ in 0..<40 {
            let index = try digests.editWords()
            let linked = Corpus(digests.readings)
            let file = digests.file(index)
            if let correction = Correction(of: corpus, by: digests.readings[index]) {
                corrections += 1
                #expect("\(correction.corpus.lists)" == "\(linked.lists)", "\(file)")
                marks = CorpusMarks(correction, after: marks)
                #expect(marks.all == CorpusMarks(linked).all, "\(file)")
                corpus = correction.corpus
            } else {
                (corpus, marks) = (linked, CorpusMarks(linked))
            }
        }
        #expect(corrections > 10)
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
