import Meetings
import Testing

@testable import Corpus

@Suite struct AnchorTests {
    private let corpus = Corpus(meetings: [
        MeetingBuilder("a.txt", number: 1, date: "2031-01-01")
            .turn("Ana Berg", of: "Malta").turn("Ilse Brandt", of: "Austria").comingStatement(of: "Libya")
            .decision("S/RES/3 (2031)", operative: [.test(1, "Calls upon all.")])
            .turn("Ana Berg", of: "Malta").meeting,
        MeetingBuilder("b.txt", number: 2, date: "2031-02-01").turn("Ana Berg", of: "Malta").meeting,
    ])

    @Test func `a page has the anchors of its statements and of those to come, and no others`() throws {
        let meeting = try #require(corpus.meeting(id: "sc-1") as Ref<MeetingEntry>?)
        for anchor in ["austria", "libya", "malta", "malta-2"] { #expect(corpus.hasAnchor(anchor, in: meeting)) }
        for anchor in ["", "a", "austria-2", "peru", "zambia"] { #expect(!corpus.hasAnchor(anchor, in: meeting)) }
        let other = try #require(corpus.meeting(id: "sc-2") as Ref<MeetingEntry>?)
        #expect(!corpus.hasAnchor("malta-2", in: other))
    }

    @Test func `an anchor is that of the statement in the text`() {
        let entry = corpus.meetings[0]
        #expect(entry.turns.map { corpus.statement($0.ref).id } == entry.turns.map { corpus.anchor(of: $0.ref) })
        #expect(entry.placeholders.map { corpus.anchor(of: $0.ref) } == ["libya"])
        #expect(corpus.link(to: entry.placeholders[0].ref) == .statement(meeting: "sc-1", id: "libya"))
    }
}
