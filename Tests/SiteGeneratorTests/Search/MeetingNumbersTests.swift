import Testing

@testable import SiteGenerator

@Suite struct MeetingNumbersTests {
    @Test func `numbers grow with time`() {
        let dates = ["1946-01-17", "2016-11", "2016-11-01", "2016-12-20", "2016-12-21", "2017-01-03"]
        let numbers = dates.map { MeetingNumbers.preferred(id: "sc-1", date: $0) }
        #expect(numbers == numbers.sorted())
        #expect(Set(numbers).count == numbers.count)
    }

    @Test func `a meeting without a date comes before all others`() {
        #expect(MeetingNumbers.preferred(id: "sc-1", date: nil) < MeetingNumbers.undated)
        #expect(MeetingNumbers.preferred(id: "sc-1", date: "1900-01") >= MeetingNumbers.undated)
    }

    @Test func `texts lie in a folder for each month, and some thousand together where there is no date`() {
        #expect(MeetingNumbers.path(of: MeetingNumbers.preferred(id: "x", date: "2016-12-20")).hasPrefix("2016-12/"))
        #expect(MeetingNumbers.path(of: 35) == "undated-0/z")
        #expect(MeetingNumbers.path(of: 8192 + 35) == "undated-1/z")
    }

    @Test func `a meeting added on another day changes no number`() {
        let few = LakeCouncil.corpus(days: [1, 2, 4])
        let more = LakeCouncil.corpus(days: [1, 2, 3, 4])
        let before = zip(few.meetings.map(\.id), MeetingNumbers(few).numbers)
        let after = Dictionary(uniqueKeysWithValues: zip(more.meetings.map(\.id), MeetingNumbers(more).numbers))
        for (id, number) in before { #expect(after[id] == number, "\(id)") }
    }

    @Test func `two meetings of one day have two numbers`() {
        let corpus = LakeCouncil.corpus(days: Array(repeating: 7, count: 40))
        #expect(corpus.meetings.count == 40)
        #expect(Set(MeetingNumbers(corpus).numbers).count == 40)
    }
}
