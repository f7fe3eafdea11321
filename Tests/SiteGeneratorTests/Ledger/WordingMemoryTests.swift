import Corpus
import Meetings
import Testing

@testable import SiteGenerator

@Suite struct WordingMemoryTests {
    private static let corpus: Corpus = {
        let meeting = LakeCouncil.meeting(
            number: 1, date: "2031-05-02",
            blocks: [
                LakeCouncil.statement("ilmar", "Gunnar Ellisiv", of: "Ilmar", says: ["The ice was thin."]),
                Block(lines: 2...2, content: .heading(Heading(text: "Statements"))),
            ])
        return Corpus(meetings: [LakeCouncil.adopting("L/RES/5 (2031)", in: meeting)])
    }()

    /// What is found where the last build remembers a passage at a block, among the same texts.
    private func found(at block: Int) throws -> [Related] {
        func memory(_ old: [String: BuildLedger.Wording]) -> WordingMemory {
            WordingMemory(corpus: Self.corpus, marks: CorpusMarks(Self.corpus), old: old)
        }
        let id = try #require(Self.corpus.meetings.first?.id)
        let passage = BuildLedger.Passage(meeting: id, block: block, paragraph: 0, terms: ["ice"], score: 1)
        let remembered = memory([:]).found(threads: 1).wording
        let old = remembered.mapValues { BuildLedger.Wording(mark: $0.mark, passages: ["op-1": [passage]]) }
        try #require(old.count == 1)
        return memory(old).found(threads: 1).passages.values.flatMap { $0["op-1"] ?? [] }
    }

    @Test func `a passage that is remembered stands`() throws { #expect(try found(at: 0).map(\.terms) == [["ice"]]) }

    @Test(arguments: [1, 2, 7000]) func `one at a block that is no statement is passed over`(block: Int) throws {
        #expect(try found(at: block).isEmpty)
    }
}
