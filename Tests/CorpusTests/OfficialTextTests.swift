import Diagnostics
import Meetings
import Testing

@testable import Corpus

struct OfficialTextTests {
    private func official(_ operative: [FullText.Clause], file: String = "Resolutions/a.xml") -> OfficialText {
        OfficialText(
            file: file, symbol: "S/RES/9 (2030)", date: "2030-01-05",
            text: FullText(lines: 1...9, preamble: [], operative: operative), sha256: file)
    }

    private let clauses: [FullText.Clause] = [
        .test(1, "Decides that the harbour stays open through the winter"),
        .test(2, "Requests a report on the herring of the northern bay"),
        .test(3, "Calls upon pilots to learn the sandbanks by heart"),
    ]

    @Test func `a resolution that is only cited has the words of its official document`() throws {
        let citing = MeetingBuilder("a.txt", number: 1, date: "2031-01-01").turn(
            "Ana Berg", of: "Malta", says: "The herring of the northern bay need pilots who learn sandbanks by heart.",
            references: [.test(.resolution, "S/RES/9 (2030)")])
        let recalled = Reference.test(.resolution, "S/RES/3 (2020)")
        var text = official(clauses)
        text.text.operative[0].references = [recalled]
        let corpus = Corpus(meetings: [citing.meeting], officialTexts: [text])
        let ref = try #require(corpus.resolution(id: "s-res-9-2030"))
        #expect(corpus[ref].paragraphs.map(\.id) == ["op-1", "op-2", "op-3"])
        #expect(corpus.clause(of: ref, paragraph: 1)?.text.hasPrefix("Requests a report") == true)
        #expect(corpus[ref].cites.map { corpus[$0].id } == ["s-res-3-2020"])
        #expect(corpus.resolution(id: "s-res-3-2020").map { corpus[$0].citedByResolutions } == [ref])
        #expect(corpus.year(of: ref) == 2030)
        #expect(corpus.numbering(of: ref) == nil)
        #expect(corpus.resolutionsWithText == [ref])
    }

    @Test func `where the digest's numbers have drifted, the official ones count and the others lead on`() throws {
        let printed = [clauses[0], clauses[1], .test(5, "Calls upon pilots to learn the sandbanks, by heart;")]
        let digest = MeetingBuilder("a.txt", number: 1, date: "2030-01-05").decision(
            "S/RES/9 (2030)", operative: printed)
        let corpus = Corpus(meetings: [digest.meeting], officialTexts: [official(clauses)])
        let ref = try #require(corpus.resolution(id: "s-res-9-2030"))
        #expect(corpus[ref].paragraphs.map(\.id) == ["op-1", "op-2", "op-3"])
        let differences = try #require(corpus.numbering(of: ref)).differences
        #expect(differences == [Numbering.Paragraph(printed: "op-5", official: "op-3")])
        #expect(
            corpus.redirects.contains(
                Redirect(from: "/resolutions/s-res-9-2030/op-5/", to: "/resolutions/s-res-9-2030/op-3/")))
    }

    @Test func `two documents of one resolution are an error that names both`() throws {
        let corpus = Corpus(
            meetings: [], officialTexts: [official(clauses, file: "b.xml"), official(clauses, file: "a.xml")])
        let error = try #require(corpus.diagnostics.first)
        #expect(error.id == "official-text-twice" && error.severity == .error)
        #expect(error.file == "b.xml" && error.message.contains("a.xml"))
    }
}
