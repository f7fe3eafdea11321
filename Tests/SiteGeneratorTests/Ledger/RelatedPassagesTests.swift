import Corpus
import Meetings
import Testing

@testable import SiteGenerator

@Suite struct RelatedPassagesTests {
    private static func statement(_ delegation: String) -> Block {
        LakeCouncil.statement(delegation, nil, of: delegation.capitalized, says: ["The ice was thin."])
    }

    /// A meeting that adopts a resolution, as `number`.
    private static func meeting(_ blocks: [Block]) -> Meeting {
        LakeCouncil.adopting(
            "L/RES/5 (2031)", in: LakeCouncil.meeting(number: 5, date: "2031-05-02", blocks: blocks))
    }

    /// Of the only resolution.
    private static func related(
        _ turn: TurnRef, paragraph: Int = 0, in corpus: Corpus
    ) -> [Ref<ResolutionEntry>: [String: [Related]]] {
        let related = Related(turn: turn, paragraph: paragraph, terms: ["ice"], score: 1)
        return [corpus.resolutionRefs[0]: ["op-1": [related]]]
    }

    @Test func `in a corpus that was linked anew a passage is found by its anchor, and one that is gone is none`()
        throws
    {
        let old = Corpus(meetings: [Self.meeting([Self.statement("ilmar"), Self.statement("corvane")])])
        let earlier = LakeCouncil.meeting(number: 4, date: "2031-05-01", blocks: [Self.statement("corvane")])
        let new = Corpus(meetings: [earlier, Self.meeting([Self.statement("vellamo"), Self.statement("ilmar")])])
        func moved(_ anchor: String) throws -> [Related] {
            let turn = try #require(old.turn(at: anchor, in: old.meetingRefs[0]))
            let passages = RelatedPassages(Self.related(turn, in: old), in: old).moved(from: old, to: new)
            return passages.of(new.resolutionRefs[0])["op-1"] ?? []
        }
        #expect(try moved("ilmar").map(\.turn) == [TurnRef(meeting: new.meetingRefs[1], block: 1)])
        #expect(try moved("corvane").isEmpty)
    }

    @Test func `a paragraph that a statement has lost is not shown`() throws {
        let meeting = Self.meeting([Self.statement("ilmar")])
        let corpus = Corpus(meetings: [meeting])
        let turn = TurnRef(meeting: corpus.meetingRefs[0], block: 0)
        for (paragraph, shown) in [(0, true), (7, false)] {
            let site = LakeCouncil.site(
                [meeting], related: Self.related(turn, paragraph: paragraph, in: corpus))
            let data = try #require(PageData(site: site).document(.paragraph(corpus.resolutionRefs[0], 0)))
            #expect(String(decoding: data, as: UTF8.self).contains(#""terms":["ice"]"#) == shown)
        }
    }
}
