import Meetings
import Testing

@testable import Corpus

struct RelatedWordingTests {
    /// A debate on a harbour: each speaker has a subject, all of them speak of the harbour.
    private func harbour(citing: Bool = true) -> Corpus {
        let subjects = [
            ("Malta", "The harbour needs dredging equipment, and dredging equipment costs silver."),
            ("Peru", "In the harbour, lighthouse keepers live by candlelight and whale oil."),
            ("Chad", "The harbour has fishing nets whose mesh is too fine for young herring."),
            ("Fiji", "A harbour wants pilots who know the sandbanks and the tides."),
            ("Oman", "The harbour lacks customs inspectors to weigh cargo and stamp manifests."),
            ("Togo", "The harbour is a place of songs."),
        ]
        var meeting = MeetingBuilder("a.txt", number: 1, date: "2030-01-01")
        for (delegation, words) in subjects { meeting = meeting.turn(nil, of: delegation, says: words) }
        meeting = meeting.decision(
            "S/RES/9 (2030)",
            operative: [
                .test(1, "Decides that fishing nets in the harbour shall have a mesh that spares young herring"),
                .test(2, "Requests customs inspectors to weigh cargo in the harbour and to stamp its manifests"),
                .test(3, "Decides to remain seized of the harbour"),
                .test(4, "Calls upon ministers of astronomy to publish eclipse almanacs"),
            ])
        let reference = Reference.test(.resolution, "S/RES/9 (2030)")
        let later = MeetingBuilder("b.txt", number: 2, date: "2031-01-01").turn(
            nil, of: "Cuba", says: "Young herring pass through nets of wide mesh, and fishing goes on.",
            references: citing ? [reference] : [])
        return Corpus(meetings: [meeting.meeting, later.meeting])
    }

    private func related(_ corpus: Corpus) throws -> [String: [Related]] {
        corpus.related(for: try #require(corpus.resolution(id: "s-res-9-2030")))
    }

    @Test func `a paragraph finds the statement on its subject, with the shared terms as printed`() throws {
        let corpus = harbour()
        let related = try related(corpus)
        let customs = try #require(related["op-2"]?.first)
        #expect(corpus.statement(customs.turn).id == "oman")
        #expect(customs.terms.contains("customs inspectors"))
        #expect(related["op-2"]?.count == 1)
    }

    @Test func `meetings that cite the resolution are searched too, and no others`() throws {
        let corpus = harbour()
        #expect(try related(corpus)["op-1"]?.map { corpus.statement($0.turn).id }.sorted() == ["chad", "cuba"])
        let silent = harbour(citing: false)
        #expect(try related(silent)["op-1"]?.map { silent.statement($0.turn).id } == ["chad"])
    }

    @Test func `nothing is shown rather than something weak`() throws {
        let related = try related(harbour())
        #expect(related["op-3"] == nil)
        #expect(related["op-4"] == nil)
    }

    @Test func `who speaks is no wording`() throws {
        let meeting = MeetingBuilder("a.txt", number: 1)
            .turn(
                "Yan Orlo", role: "Inspector of Herring Nets and Mesh",
                says: "YAN ORLO, Inspector of Herring Nets and Mesh, said good morning."
            )
            .turn(nil, of: "Togo", says: "The harbour is a place of songs.")
            .decision("S/RES/9 (2030)", operative: [.test(1, "Decides that herring nets have a mesh for inspectors")])
        #expect(try related(Corpus(meetings: [meeting.meeting])).isEmpty)
    }

    @Test(arguments: [
        ("investigations", "investigat"), ("investigating", "investigat"), ("investigate", "investigat"),
        ("treaties", "treaty"), ("crisis", "crisi"), ("bus", "bus"), ("witness", "witness"), ("sing", "sing"),
    ])
    func `words are compared without their endings`(word: String, stem: String) {
        let cut = Array(word.utf8).withUnsafeBufferPointer { WordStem(of: $0) }
        #expect(word.prefix(cut.length - (cut.endsInY ? 1 : 0)) + (cut.endsInY ? "y" : "") == stem)
    }

    @Test func `pairs reach over short words and end at a sentence`() {
        let reader = TermReader()
        let text = "Rule of law. Herring, and the nets; Da’esh women’s"
        var pairs: [String] = []
        reader.read(text) { term in
            if term.isPair { pairs.append(String(decoding: Array(text.utf8)[term.start..<term.end], as: UTF8.self)) }
        }
        #expect(pairs == ["Rule of law", "Herring, and the nets", "Da’esh women"])
    }
}
