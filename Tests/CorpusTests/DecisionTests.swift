import Meetings
import Testing

@testable import Corpus

struct DecisionTests {
    private func corpus(_ meetings: MeetingBuilder...) -> Corpus { Corpus(meetings: meetings.map(\.meeting)) }

    private func resolution(_ id: String, in corpus: Corpus) throws -> ResolutionEntry {
        corpus[try #require(corpus.resolution(id: id))]
    }

    private let adopting = MeetingBuilder("a.txt", number: 10, date: "2016-12-20")
        .decision(
            "S/RES/2331 (2016)",
            preamble: [.test(1, "Recalling resolution", references: [.test(.resolution, "S/RES/1373 (2001)")])],
            operative: [
                .test(1, "Condemns this"),
                .test(
                    2, "Recalls", references: [.test(.paragraph, "S/RES/2331 (2016)#1")],
                    points: [
                        FullText.Point(
                            label: "(a)", lines: 1...1, text: "in S/RES/1960",
                            references: [.test(.resolution, "S/RES/1960")])
                    ]),
            ]
        )
        .vote(against: ["China"], subject: "resolution 2331 (2016)")

    @Test func `an adopted resolution has text, adoption, paragraphs and an address`() throws {
        let corpus = corpus(adopting)
        let entry = try resolution("s-res-2331-2016", in: corpus)
        #expect(entry.title == "Security Council resolution 2331 (2016)")
        #expect(entry.paragraphs.map(\.id) == ["pp-1", "op-1", "op-2"])
        #expect(entry.adoption?.vote == 0)
        #expect(entry.officialAddress == "https://undocs.org/S/RES/2331(2016)")
        #expect(corpus.meetings[0].decisions.map { $0.map { corpus[$0].id } } == ["s-res-2331-2016"])
        let ref = try #require(corpus.resolution(id: "s-res-2331-2016"))
        #expect(corpus.clause(of: ref, paragraph: 2)?.number == 2)
    }

    @Test func `resolutions that are only cited have an entry, and citing goes both ways`() throws {
        let corpus = corpus(adopting)
        let text = try resolution("s-res-2331-2016", in: corpus)
        #expect(text.cites.map { corpus[$0].id } == ["s-res-1373-2001", "s-res-1960"].sorted())
        let cited = try resolution("s-res-1373-2001", in: corpus)
        #expect(cited.text == nil && cited.paragraphs.isEmpty)
        #expect(cited.citedByResolutions.map { corpus[$0].id } == ["s-res-2331-2016"])
        #expect(cited.citations.count == 1)
    }

    @Test func `a text that points at its own paragraph does not cite itself`() throws {
        let entry = try resolution("s-res-2331-2016", in: corpus(adopting))
        #expect(entry.citations.isEmpty)
        #expect(entry.paragraphs[1].citations.count == 1)
    }

    @Test func `a number without a year is the only known resolution of that number`() throws {
        let other = MeetingBuilder("b.txt", number: 11).turn(
            nil, of: "Peru",
            references: [.test(.resolution, "S/RES/1960 (2010)"), .test(.resolution, "S/RES/1960 (2661)")])
        let corpus = corpus(adopting, other)
        let entry = try resolution("s-res-1960-2010", in: corpus)
        #expect(entry.citations.count == 3)
        #expect(corpus.resolution(id: "s-res-1960") == nil)
        #expect(
            corpus.redirects.contains(Redirect(from: "/resolutions/s-res-1960/", to: "/resolutions/s-res-1960-2010/")))
    }

    @Test func `a number without a year that two resolutions have is neither`() throws {
        let other = MeetingBuilder("b.txt", number: 11).turn(
            nil, of: "Peru",
            references: [.test(.resolution, "S/RES/1960 (2010)"), .test(.resolution, "S/RES/1960 (2011)")])
        let entry = try resolution("s-res-1960", in: corpus(adopting, other))
        #expect(entry.citations.count == 1)
        #expect(entry.officialAddress == nil)
    }

    @Test func `a decision without symbol goes by its meeting`() throws {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 10)
                .decision(nil, kind: .presidentialStatement, preamble: [.test(1, "The Council notes")])
                .decision(nil))
        let entry = try resolution("sc-10-presidential-statement", in: corpus)
        #expect(entry.symbol == nil)
        #expect(entry.title == "Security Council presidential statement")
        #expect(corpus.meetings[0].decisions.count == 2)
        #expect(corpus.meetings[0].decisions[1] == nil)
    }

    @Test func `documents are every symbol cited, in natural order, with the address that can be derived`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 10, symbol: "SC/12647", date: "2016-12-20").turn(
                nil, of: "Peru",
                references: [
                    .test(.document, "S/2016/949"), .test(.document, "S/2016/95"), .test(.meetingRecord, "S/PV.10"),
                    .test(.pressRelease, "SC/12647"), .test(.pressRelease, "SC/999"), .test(.document, "RA/2032/51"),
                    .test(.resolution, "A/RES/71/1"),
                ]))
        #expect(
            corpus.documents.map(\.symbol)
                == ["A/RES/71/1", "RA/2032/51", "S/2016/95", "S/2016/949", "S/PV.10", "SC/999", "SC/12647"])
        #expect(
            corpus.documents.map(\.officialAddress) == [
                "https://undocs.org/A/RES/71/1", nil, "https://undocs.org/S/2016/95", "https://undocs.org/S/2016/949",
                "https://undocs.org/S/PV.10", nil, "https://press.un.org/en/2016/sc12647.doc.htm",
            ])
        #expect(corpus.documents[4].page == .meeting("sc-10"))
        #expect(corpus.documents[6].page == .meeting("sc-10"))
    }

    @Test(arguments: [
        (Reference.Kind.resolution, "S/RES/2331 (2016)", LinkTarget.resolution("s-res-2331-2016")),
        (.paragraph, "S/RES/2331 (2016)#2", .paragraph(resolution: "s-res-2331-2016", id: "op-2")),
        (.paragraph, "S/RES/2331 (2016)#pp-1", .paragraph(resolution: "s-res-2331-2016", id: "pp-1")),
        (.paragraph, "S/RES/2331 (2016)#9", .resolution("s-res-2331-2016")),
        (.document, "S/2016/949", .external("https://undocs.org/S/2016/949")),
        (.document, "RA/2032/51", .document("ra-2032-51")),
        (.meetingRecord, "S/PV.10", .meeting("sc-10")),
        (.statement, "peru", .statement(meeting: "sc-11", id: "peru")),
    ])
    func `every reference leads somewhere`(kind: Reference.Kind, target: String, link: LinkTarget) throws {
        let reference = Reference.test(kind, target)
        let corpus = corpus(
            adopting, MeetingBuilder("b.txt", number: 11).turn(nil, of: "Peru", references: [reference]))
        #expect(corpus.link(for: reference, in: try #require(corpus.meeting(id: "sc-11"))) == link)
    }

    @Test func `a citation leads back to the words it stands in`() throws {
        let text = "It recalled S/RES/1325 (2000) twice"
        let reference = Reference(kind: .resolution, target: "S/RES/1325 (2000)", text: "S/RES", start: 12, end: 17)
        let corpus = corpus(
            MeetingBuilder("b.txt", number: 11).turn(nil, of: "Peru", says: text, references: [reference]))
        let citation = try #require(try resolution("s-res-1325-2000", in: corpus).citations.first)
        let paragraph = try #require(corpus.paragraph(at: citation.passage))
        #expect(paragraph.text == text)
        #expect(String(paragraph.text.utf8.dropFirst(citation.start).prefix(5)) == "S/RES")
    }

    @Test func `symbols are ordered as people count`() {
        let symbols = ["S/RES/1325 (2000)", "S/RES/242 (1967)", "S/RES/1325 (1999)", "A/71/2", "A/71/10", "A/71"]
        #expect(
            NaturalOrder.sorted(symbols, by: \.self)
                == ["A/71", "A/71/2", "A/71/10", "S/RES/242 (1967)", "S/RES/1325 (1999)", "S/RES/1325 (2000)"])
    }

    @Test func `of numbers the greater is later, however long, and any number comes before a letter`() {
        let long = String(repeating: "9", count: 255)
        let symbols = ["S/x", "S/\(long)9", "S/\(long)", "S/0007", "S/7", "S/", "S/6"]
        #expect(
            NaturalOrder.sorted(symbols, by: \.self) == [
                "S/", "S/6", "S/0007", "S/7", "S/\(long)", "S/\(long)9", "S/x",
            ])
    }

    @Test func `a meeting's own release is found by symbol and year, unless the owner states where`() throws {
        var stated = MeetingBuilder("b.txt", number: 2, symbol: "SC/2", date: "2016-01-01").meeting
        stated.url = "https://example.org/2"
        let corpus = Corpus(meetings: [
            MeetingBuilder("a.txt", number: 1, symbol: "GA/SHC/4221", date: "2016-01-01").meeting, stated,
            MeetingBuilder("c.txt", number: 3, symbol: "SC/3").meeting,
            MeetingBuilder("d.txt", number: 4, symbol: "RA/4", date: "2016-01-01").meeting,
        ])
        let addresses = corpus.meetings.indices.map { corpus.officialAddress(of: Ref($0)) }
        #expect(
            Set(addresses)
                == ["https://press.un.org/en/2016/gashc4221.doc.htm", "https://example.org/2", nil])
    }

    @Test func `an adopted draft is cited under its own symbol`() throws {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 10).decision("A/ES-11/L.1"),
            MeetingBuilder("b.txt", number: 11).turn(nil, of: "Peru", references: [.test(.document, "A/ES-11/L.1")]))
        let entry = try resolution("a-es-11-l-1", in: corpus)
        #expect(entry.title == "Draft resolution A/ES-11/L.1")
        #expect(entry.citations.count == 1)
        #expect(corpus.documents.map(\.page) == [.resolution("a-es-11-l-1")])
    }
}
