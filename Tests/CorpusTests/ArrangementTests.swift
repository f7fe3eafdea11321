import Meetings
import Testing

@testable import Corpus

struct ArrangementTests {
    private func corpus(_ meetings: MeetingBuilder...) -> Corpus { Corpus(meetings: meetings.map(\.meeting)) }

    @Test func `a meeting's address is its body and number`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 7847, symbol: "SC/12647"),
            MeetingBuilder("b.txt", number: 62, body: "General Assembly", session: "Sixty-fourth session"),
            MeetingBuilder("c.txt", number: 47, body: nil, session: "Seventy-second session", symbol: "GA/SHC/4221"),
            MeetingBuilder("d.txt", number: 3, body: "General Assembly", session: "Eleventh emergency special session"),
            MeetingBuilder("e.txt", number: 12, body: "Harbour Council"))
        #expect(
            Set(corpus.meetings.map(\.id))
                == ["sc-7847", "ga-64-62", "ga-shc-72-47", "ga-es-11-3", "harbour-council-12"])
    }

    @Test func `without a number the address is the body and the headline, cut at a word`() {
        let long = "Security Council: " + Array(repeating: "Bridges", count: 20).joined(separator: " ")
        let corpus = corpus(MeetingBuilder("a.txt", headline: long))
        #expect(corpus.meetings[0].id.hasPrefix("sc-bridges-bridges"))
        #expect(corpus.meetings[0].id.hasSuffix("-bridges"))
        #expect(corpus.meetings[0].id.utf8.count < 80)
    }

    @Test func `the order of the input does not matter`() {
        let meetings = (1...9).map { number in
            MeetingBuilder("m\(number).txt", number: number, date: "2020-01-0\(number % 3 + 1)")
                .turn("Ana Moura", of: "Japan").meeting
        }
        let one = Corpus(meetings: meetings)
        let other = Corpus(meetings: meetings.reversed())
        #expect(one.meetings.map(\.id) == other.meetings.map(\.id))
        #expect(one.persons[0].turns == other.persons[0].turns)
        #expect(one.meetings.map(\.id) == ["sc-3", "sc-6", "sc-9", "sc-1", "sc-4", "sc-7", "sc-2", "sc-5", "sc-8"])
    }

    @Test func `neighbours are meetings of the same body`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1, date: "2020-01-01"),
            MeetingBuilder("b.txt", number: 5, body: "General Assembly", session: "First", date: "2020-01-02"),
            MeetingBuilder("c.txt", number: 2, date: "2020-01-03"))
        #expect(corpus.meetings[2].previous.map { corpus[$0].id } == "sc-1")
        #expect(corpus.meetings[0].next.map { corpus[$0].id } == "sc-2")
        #expect(corpus.meetings[1].previous == nil)
    }

    @Test func `two final digests of one meeting are an error that names both`() throws {
        let corpus = corpus(MeetingBuilder("a.txt", number: 1), MeetingBuilder("b.txt", number: 1))
        let diagnostic = try #require(corpus.diagnostics.first)
        #expect(diagnostic.id == "same-meeting")
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.message.contains("a.txt") && diagnostic.message.contains("b.txt"))
        #expect(diagnostic.suggestion?.contains("replaces:") == true)
        #expect(corpus.meetings.count == 1)
    }

    @Test func `a final text replaces the provisional copies of its number`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1, status: .provisional), MeetingBuilder("b.txt", number: 1),
            MeetingBuilder("c.txt", number: 1, status: .provisional))
        #expect(corpus.diagnostics.isEmpty)
        #expect(corpus.meetings.map(\.meeting.source.file) == ["b.txt"])
        #expect(corpus.meetings[0].earlierVersions.count == 2)
    }

    @Test func `a copy without number is replaced by front matter and its address leads on`() {
        let corpus = corpus(
            MeetingBuilder("copy.txt", headline: "On Bridges", status: .provisional),
            MeetingBuilder("final.txt", number: 8, replaces: "copy.txt"))
        #expect(corpus.meetings.map(\.id) == ["sc-8"])
        #expect(corpus.meetings[0].earlierVersions.map(\.id) == ["sc-on-bridges"])
        #expect(corpus.redirects == [Redirect(from: "/meetings/sc-on-bridges/", to: "/meetings/sc-8/")])
    }

    @Test func `an old address stays good after its digest is gone`() {
        let corpus = corpus(MeetingBuilder("final.txt", number: 8, replaces: "sc-on-bridges"))
        #expect(corpus.redirects == [Redirect(from: "/meetings/sc-on-bridges/", to: "/meetings/sc-8/")])
        #expect(corpus.diagnostics.isEmpty)
    }

    @Test func `a file that nothing is called is an error`() {
        let corpus = corpus(MeetingBuilder("final.txt", number: 8, replaces: "Copy.txt"))
        #expect(corpus.diagnostics.map(\.id) == ["unknown-replaces"])
    }

    @Test func `digests that replace each other are an error, and none is lost`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1, replaces: "b.txt"), MeetingBuilder("b.txt", number: 2, replaces: "a.txt")
        )
        #expect(corpus.diagnostics.map(\.id) == ["replaces-circle"])
        #expect(corpus.meetings.count == 1)
    }
}
