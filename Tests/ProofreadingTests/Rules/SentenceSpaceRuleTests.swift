import Testing

@testable import Proofreading

@Suite struct SentenceSpaceRuleTests {
    let rule = SentenceSpaceRule()

    private let paired = String(repeating: "The lakes of the north were full.  ", count: 24)

    @Test func `a single space among pairs is marked`() throws {
        let marked = try rule.marked("ADA LOW (Norway) said so.  \(paired)It rained on the lakes. They rose.")
        #expect(marked == ["lakes. They"])
    }

    @Test(arguments: [
        "It rained, e.g. on Mr. Low and St. Ann in Jan. The end.", "He came at 5 p.m. They left.",
        "It rained.\nThey rose.",
        "“It rained.” They rose.",
    ])
    func `a stop that ends no sentence is not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said so.  \(paired)\(words)") == [])
    }

    @Test func `a text that sets one space, or both, is left alone`() throws {
        let single = paired.replacing(".  ", with: ". ")
        #expect(try rule.marked("ADA LOW (Norway) said so. \(single)") == [])
        #expect(try rule.marked("ADA LOW (Norway) said so. \(single)\(paired)") == [])
    }
}
