import Meetings
import Testing

@testable import Corpus

@Suite struct MeetingYearTests {
    private let corpus = Corpus(meetings: [
        MeetingBuilder("a.txt", number: 1, date: "2031-05-01").meeting,
        MeetingBuilder("b.txt", number: 2, date: "2033-01-01").meeting,
        MeetingBuilder("c.txt", number: 3, date: "2031-02-01").meeting, MeetingBuilder("d.txt", number: 4).meeting,
    ])

    @Test func `each year has its meetings in order of time, those without a date before all years`() {
        let years = corpus.yearRefs.map { ref in (corpus[ref].id, corpus.rows(of: ref).map(\.id)) }
        #expect(years.map(\.0) == ["undated", "2031", "2033"])
        #expect(years.map(\.1) == [["sc-4"], ["sc-3", "sc-1"], ["sc-2"]])
    }

    @Test func `a year knows the years beside it that have meetings`() throws {
        let first = corpus[try #require(corpus.year(id: "2031"))]
        #expect(first.previous == nil && first.next == "2033")
        let undated = corpus[try #require(corpus.year(id: "undated"))]
        #expect(undated.previous == nil && undated.next == nil)
        #expect(corpus.year(id: "2032") == nil)
    }
}
