import Testing

@testable import Proofreading

@Suite struct ContractionRuleTests {
    let rule = ContractionRule()

    @Test func `a contraction in reported speech is marked`() throws {
        #expect(
            try rule.marked("ADA LOW (Norway) said she couldn’t see the lakes and didn't mind.") == [
                "couldn’t", "didn't",
            ])
    }

    @Test func `in a quotation it stays, and so do possessives`() throws {
        #expect(try rule.marked("ADA LOW (Norway) said “we couldn’t see” the lakes’ end or Norway’s.") == [])
    }

    @Test func `a body that writes so everywhere does it on purpose`() throws {
        #expect(try rule.marked("ADA LOW (Norway) said it wasn’t and isn’t and won’t and can’t be so.") == [])
    }
}
