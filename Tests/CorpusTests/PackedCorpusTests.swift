import Diagnostics
import Meetings
import Synchronization
import Testing

@testable import Corpus

@Suite struct PackedCorpusTests {
    static let meetings: [Meeting] = [
        MeetingBuilder("a.txt", number: 1, symbol: "SC/1", date: "2031-01-05", headline: "Ice")
            .turn(
                "Ana Berg", of: "Malta", for: ["Nordic countries"], with: ["European Union"], says: "The ice is thin."
            )
            .turn("Ilse Brandt", of: "Austria", hearing: ["Peru"], references: [.test(.resolution, "S/RES/3 (2031)")])
            .turn("Omar Said", role: "Under-Secretary-General for Lakes").turn(nil, of: "Chad")
            .comingStatement(of: "Libya").vote(["Malta", "Austria"], against: ["Peru"], abstain: ["Chad"])
            .decision(
                "S/RES/3 (2031)", preamble: [.test(1, "Recalling it.", references: [.test(.document, "S/2030/7")])],
                operative: [
                    .test(1, "Calls upon all."),
                    .test(
                        2, "Asks:",
                        points: [
                            .init(
                                label: "(a)", lines: 3...3, text: "this",
                                references: [.test(.paragraph, "S/RES/3 (2031)#1")])
                        ]),
                ]
            ).decision(nil, kind: .presidentialStatement, operative: [.test(1, "Welcomes all.")])
            .turn("Ana Berg", of: "Malta").meeting,
        MeetingBuilder("b.txt", number: 2, body: "Third Committee", session: "Sixty-fourth session", date: "2031-02")
            .turn("Ms. Berg", of: "Malta", references: [.test(.paragraph, "S/RES/3 (2031)#2")])
            .turn("ANA BERGH", of: "Malta", references: [.test(.meetingRecord, "S/PV.1")]).meeting,
        MeetingBuilder("b-old.txt", number: 2, body: "Third Committee", date: "2031-02", status: .provisional).meeting,
        MeetingBuilder("c.txt", body: nil).meeting,
    ]

    static let official = OfficialText(
        file: "r.xml", symbol: "S/RES/3 (2031)", date: "2031-01-05",
        text: FullText(
            lines: 1...9, preamble: [.test(1, "Recalling it.")], operative: [.test(1, "Calls upon all.")],
            annexes: [
                .init(
                    title: "Annex", lines: 8...9,
                    paragraphs: [.init(lines: 9...9, text: "S/2030/9", references: [.test(.document, "S/2030/9")])])
            ]), sha256: "ab")

    /// With what an official document says, and without.
    private static let corpora = [
        Corpus(meetings: meetings), Corpus(meetings: meetings, officialTexts: [official]), Corpus(meetings: []),
    ]

    static func packed(_ corpus: Corpus) -> [UInt8] {
        var writer = PackedWriter()
        corpus.write(to: &writer)
        return writer.bytes
    }

    private func unpacked(
        _ bytes: [UInt8], _ officialTexts: [OfficialText] = [], fetch: @escaping Corpus.Fetch = Self.fetch
    ) throws(PackedReader.Damage) -> Corpus {
        var reader = PackedReader(bytes)
        let corpus = try Corpus(&reader, officialTexts: officialTexts, threads: 2, fetch: fetch)
        guard reader.isAtEnd else { throw PackedReader.Damage() }
        return corpus
    }

    private static let fetch: Corpus.Fetch = { source in
        meetings.first { $0.source == source } ?? Meeting(source: source)
    }

    @Test(arguments: corpora)
    func `a corpus comes back from its bytes as it was`(_ corpus: Corpus) throws {
        let again = try unpacked(Self.packed(corpus), corpus.officialTexts)
        #expect(shape(again.lists) == shape(corpus.lists))
        #expect(again.meetings.map(\.meeting) == corpus.meetings.map(\.meeting))
        #expect(
            again.meetings.map { $0.earlierVersions.map(\.meeting) }
                == corpus.meetings.map { $0.earlierVersions.map(\.meeting) })
        #expect(again.symbols.resolutions == corpus.symbols.resolutions)
        #expect(again.symbols.documents == corpus.symbols.documents)
        #expect(again.symbols.paragraphs == corpus.symbols.paragraphs)
        #expect(Self.packed(again) == Self.packed(corpus))
        for entry in corpus.meetings { #expect(again.meeting(id: entry.id) == corpus.meeting(id: entry.id)) }
    }

    @Test func `its facts have the same marks, found anew or kept`() throws {
        let corpus = Self.corpora[0]
        let marks = CorpusMarks(corpus)
        var writer = PackedWriter()
        marks.write(to: &writer)
        var reader = PackedReader(writer.bytes)
        let kept = try CorpusMarks(&reader, of: corpus)
        let new = CorpusMarks(try unpacked(Self.packed(corpus)))
        marks.forEach { fact, id in
            #expect(marks[fact] == new[fact] && marks[fact] == kept[fact], "\(fact.kind) \(id)")
        }
        #expect(kept.count == marks.count && kept.all == marks.all)
    }

    @Test func `a text is fetched when somebody asks for it, and once`() throws {
        let fetched = Mutex<[String]>([])
        let corpus = try unpacked(Self.packed(Self.corpora[0])) { source in
            fetched.withLock { $0.append(source.file) }
            return Self.fetch(source)
        }
        _ = CorpusMarks(corpus)
        for ref in corpus.meetingRefs {
            _ = corpus.heading(of: ref)
            _ = corpus[ref].turns.map { corpus.anchor(of: $0.ref) }
            _ = corpus.officialAddress(of: ref)
        }
        #expect(fetched.withLock { $0 }.isEmpty)
        let turn = try #require(corpus.meetings.first { $0.id == "sc-1" }?.turns.first)
        #expect(
            ParallelMap(threads: 4).map([0, 1, 2, 3]) { _ in corpus.statement(turn.ref).id }
                == Array(repeating: "malta", count: 4))
        #expect(fetched.withLock { $0 } == ["a.txt"])
    }

    @Test func `another official document is damage`() {
        #expect(throws: PackedReader.Damage.self) { try unpacked(Self.packed(Self.corpora[1])) }
        #expect(throws: PackedReader.Damage.self) { try unpacked(Self.packed(Self.corpora[0]), [Self.official]) }
    }

    @Test func `no bytes make the reader trap`() throws {
        let whole = Self.packed(Self.corpora[1])
        for place in whole.indices {
            for value: UInt8 in [0, 0x41, 0xFF] {
                var bytes = whole
                bytes[place] = value
                do throws(PackedReader.Damage) {
                    let corpus = try unpacked(bytes, [Self.official])
                    _ = CorpusMarks(corpus)
                } catch {}
            }
            #expect(throws: PackedReader.Damage.self) { try unpacked(Array(whole[..<place]), [Self.official]) }
        }
    }

    /// Everything that a value holds but texts, in words.
    private func shape(_ value: Any) -> String {
        if value is HeldMeeting { return "text" }
        let children = Mirror(reflecting: value).children
        guard !children.isEmpty else { return "\(value)" }
        return "(" + children.map { ($0.label ?? "") + ":" + shape($0.value) }.joined(separator: " ") + ")"
    }
}
