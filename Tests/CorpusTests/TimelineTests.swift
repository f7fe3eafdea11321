import Meetings
import Testing

@testable import Corpus

struct TimelineTests {
    /// A resolution of 2030 that recalls one of 2020 and an undated one, and is recalled in 2031.
    private var corpus: Corpus {
        let recalled = [
            Reference.test(.resolution, "S/RES/3 (2020)"), Reference.test(.resolution, "A/RES/3314", at: 8),
        ]
        let adopted = MeetingBuilder("a.txt", number: 1, date: "2030-01-05")
            .turn("Ana Berg", of: "Malta", for: ["Isle Group"], says: "Three words here.")
            .decision("S/RES/9 (2030)", operative: [.test(1, "Recalls both of them", references: recalled)])
        let own = Reference.test(.resolution, "S/RES/9 (2030)")
        let later = MeetingBuilder("b.txt", number: 2, date: "2031-02-07")
            .turn("Ana Berg", of: "Malta", says: "One two three four.", references: [own])
            .turn("Ivo Lund", of: "Peru", with: ["Isle Group"], says: "One.", references: [own])
            .turn("Ana Berg", of: "Malta", says: "Again.")
            .decision("S/RES/12 (2031)", operative: [.test(1, "Recalls it", references: [own])])
        let undated = MeetingBuilder("c.txt", number: 3).turn("Ana Berg", of: "Malta")
        return Corpus(meetings: [adopted.meeting, later.meeting, undated.meeting])
    }

    @Test func `a resolution's timeline holds what it recalls and what recalls it by year`() throws {
        let corpus = corpus
        let timeline = corpus.timeline(of: try #require(corpus.resolution(id: "s-res-9-2030")))
        #expect(timeline.years.map(\.year) == [2020, 2030, 2031])
        #expect(timeline.years.map(\.isOwn) == [false, true, false])
        #expect(timeline.years[0].cites.map { corpus[$0].id } == ["s-res-3-2020"])
        #expect(timeline.years[2].citedBy.map { corpus[$0].id } == ["s-res-12-2031"])
        #expect(timeline.years[2].mentions == 2)
        #expect(timeline.undated.map { corpus[$0].id } == ["a-res-3314"])
    }

    @Test func `statements are counted by year, with meetings and words`() throws {
        let corpus = corpus
        let malta = corpus[try #require(corpus.delegation(id: "malta"))]
        let years = corpus.years(of: malta.turns)
        #expect(years.map(\.year) == [2030, 2031])
        #expect(years.map(\.turns) == [1, 2])
        #expect(years.map(\.meetings) == [1, 1])
        #expect(years.map(\.words) == [3, 5])
        let span = try #require(corpus.span(of: malta.turns))
        #expect(corpus[span.first.meeting].id == "sc-1")
        #expect(corpus[span.last.meeting].id == "sc-2")
    }

    @Test func `a group knows by meeting who spoke for it and who aligned with it`() throws {
        let corpus = corpus
        let ties = corpus.ties(of: try #require(corpus.delegation(id: "isle-group")))
        #expect(ties.map { corpus[$0.meeting].id } == ["sc-1", "sc-2"])
        #expect(ties.map(\.onBehalf.count) == [1, 0])
        #expect(ties.map(\.aligned.count) == [0, 1])
    }

    @Test(arguments: [
        ("S/RES/2331 (2016)", 2016), ("S/PRST/2015/25", 2015), ("14 (2031)", 2031), ("A/RES/71/1", nil),
        ("S/RES/2331 (2661)", nil), ("A/RES/3314 (XXIX)", nil), ("S/RES/1960", nil),
    ])
    func `a symbol tells its year where it prints one`(symbol: String, year: Int?) {
        #expect(DecisionSymbol(symbol).year == year)
    }
}
