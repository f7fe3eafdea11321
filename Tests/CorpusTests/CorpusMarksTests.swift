import Diagnostics
import Meetings
import Testing

@testable import Corpus

@Suite struct CorpusMarksTests {
    private static func corpus(_ extra: MeetingBuilder? = nil, says words: String = "The ice was thin.") -> Corpus {
        let first = MeetingBuilder("a.txt", number: 1, date: "2031-01-01").turn(
            "Ana Berg", of: "Malta", says: words, references: [.test(.resolution, "S/RES/3 (2020)")])
        let second = MeetingBuilder("b.txt", number: 2, date: "2031-02-01").turn("Ana Berg", of: "Malta", says: "Yes.")
        return Corpus(meetings: ([first, second] + (extra.map { [$0] } ?? [])).map(\.meeting))
    }

    /// Kind and id of the facts that two corpora know differently.
    private func changes(_ a: Corpus, _ b: Corpus) -> Set<String> {
        let all = [a, b].map { corpus in
            var marks: [String: UInt64] = [:]
            let corpusMarks = CorpusMarks(corpus)
            corpusMarks.forEach { marks["\($0.kind) \($1)"] = corpusMarks[$0] }
            return marks
        }
        return Set(all[0].keys).union(all[1].keys).filter { all[0][$0] != all[1][$0] }
    }

    @Test func `the same meetings have the same marks in any order`() {
        let meetings = Self.corpus().meetings.map(\.meeting)
        #expect(changes(Corpus(meetings: meetings), Corpus(meetings: meetings.reversed())).isEmpty)
    }

    @Test func `a meeting that comes changes whom it names and its neighbours, and no outline`() {
        let changed = changes(Self.corpus(), Self.corpus(.init("c.txt", number: 3, date: "2031-03-01")))
        #expect(changed.contains("meeting sc-2") && !changed.contains("meeting sc-1"))
        #expect(!changed.contains { $0.hasPrefix("meetingOutline") && $0 != "meetingOutline sc-3" })
        #expect(!changed.contains("person ana-berg"))
    }

    @Test func `a meeting that comes first moves all others and changes none but its neighbour`() {
        let changed = changes(Self.corpus(), Self.corpus(.init("0.txt", number: 9, date: "2030-03-01")))
        #expect(
            Set(changed.filter { !$0.hasSuffix("sc-9") }) == [
                "everything ", "names ", "counts ", "meetingList ", "year 2030", "year 2031",
                "meeting sc-1",
            ])
    }

    @Test func `another comma changes the statement and its meeting, and no list`() {
        let changed = changes(Self.corpus(says: "The ice was thin."), Self.corpus(says: "The ice, was thin."))
        #expect(changed == ["everything ", "block sc-1/0"])
    }

    @Test func `another word changes the figures of its speaker and delegation besides`() {
        let changed = changes(Self.corpus(says: "The ice was thin."), Self.corpus(says: "The old ice was thin."))
        #expect(
            changed == ["everything ", "meeting sc-1", "block sc-1/0", "person ana-berg", "delegation malta"])
    }

    @Test func `where a citation stands in its paragraph is a matter of the statement`() {
        func corpus(_ text: String, at start: Int) -> Corpus {
            let reference = Reference(
                kind: .resolution, target: "S/RES/3 (2020)", text: "resolution 3", start: start, end: start + 12)
            return Corpus(meetings: [
                MeetingBuilder("a.txt", number: 1).turn("Ana Berg", of: "Malta", says: text, references: [reference])
                    .meeting
            ])
        }
        let changed = changes(corpus("See resolution 3.", at: 4), corpus("See, resolution 3.", at: 5))
        #expect(!changed.contains { $0.hasPrefix("resolution") || $0.hasPrefix("document") })
        #expect(changed.contains("block sc-1/0"))
    }

    @Test func `what is known of a meeting as a whole is not noted in parts besides`() throws {
        let corpus = Self.corpus()
        let log = ReadLog()
        let noting = corpus.noting(in: log)
        let (one, two) = (corpus.meetings[0].turns[0].ref, corpus.meetings[1].turns[0].ref)
        _ = (noting.statement(one), noting.voice(in: one), noting.row(of: one.meeting), noting.lines(of: two))
        _ = noting[one.meeting]
        #expect(log.facts == [CorpusFact(.meeting, 0), CorpusFact(.lines, 1)])
    }

    @Test func `every fact has its place and comes back from it`() {
        let marks = CorpusMarks(Self.corpus())
        var places: [Int] = []
        marks.forEach { fact, _ in
            places.append(marks.place(of: fact))
            #expect(marks.fact(at: marks.place(of: fact)) == fact)
        }
        #expect(places.sorted() == Array(0..<marks.count))
        #expect(marks.all.count == marks.count && Set(marks.names).count == marks.count)
    }

    @Test func `a reader is noted with what it read`() throws {
        let corpus = Self.corpus()
        let log = ReadLog()
        let noting = corpus.noting(in: log)
        let person = try #require(noting.person(id: "ana-berg") as Ref<Person>?)
        _ = noting.label(of: person)
        #expect(log.facts == [CorpusFact(.personLabel, person.index)])
        _ = noting[person]
        _ = noting.meetings
        #expect(log.facts.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.everything, .person, .personLabel])
    }

    /// What a mark leaves out would leave a page stale: a property that is new must be thought of here and there.
    @Test func `every property of an entry counts in its mark`() throws {
        let corpus = Self.corpus()
        let meeting = corpus.meetings[0]
        #expect(
            names(meeting) == [
                "id", "reading", "bodyCode", "turns", "placeholders", "anchorOrder", "speakers", "delegations",
                "decisions", "votes", "previous", "next", "earlierVersions",
            ])
        #expect(names(meeting.reading) == ["source", "heading", "measure", "lines", "text"])
        #expect(names(corpus.years[0]) == ["year", "meetings", "previous", "next"])
        #expect(
            names(meeting.turns[0]) == [
                "ref", "anchor", "person", "delegation", "onBehalfOf", "alignedWith", "heard", "words", "before",
                "after",
            ])
        #expect(
            names(corpus.persons[0]) == [
                "id", "name", "variants", "turns", "affiliations", "spokeFor", "evidence", "words",
            ])
        #expect(
            names(corpus.delegations[0]) == [
                "id", "name", "kind", "code", "formalName", "abbreviation", "variants", "predecessors", "successors",
                "turns", "placeholders", "speakers", "votes", "spokeFor", "alignedWith", "representedBy", "alignedBy",
                "turnsOnBehalf", "turnsAligned", "turnsHeardIn", "words",
            ])
        #expect(
            names(corpus.resolutions[0]) == [
                "id", "symbol", "kind", "title", "text", "official", "adoption", "paragraphs", "cites",
                "citedByResolutions", "citations", "officialAddress",
            ])
        #expect(
            names(corpus.documents[0]) == ["id", "symbol", "kind", "officialAddress", "page", "citations"])
        #expect(names(meeting.measure) == ["blocks", "openings", "lengths", "lines", "roles", "decisions", "abstract"])
        #expect(names(meeting.heading) == ["outline", "date", "symbol", "status", "url"])
        #expect(
            names(meeting.outline) == ["id", "body", "numbers", "headline", "date", "opening", "file", "year"])
    }

    @Test func `every property of a row counts in the mark of its list`() {
        let corpus = Self.corpus()
        #expect(names(corpus.personRows[0]) == ["id", "name", "delegation"])
        #expect(names(corpus.delegationRows[0]) == ["id", "name", "kind", "statements"])
        #expect(
            names(corpus.resolutionRows[0]) == [
                "id", "symbol", "title", "hasText", "adoption", "paragraphs", "citations",
            ])
        #expect(names(corpus.counts) == ["meetings", "statements", "persons", "delegations", "resolutions"])
        #expect(names(corpus.names) == ["years", "meetings", "persons", "delegations", "resolutions"])
    }

    private func names(_ entry: Any) -> [String] { Mirror(reflecting: entry).children.compactMap(\.label) }
}
