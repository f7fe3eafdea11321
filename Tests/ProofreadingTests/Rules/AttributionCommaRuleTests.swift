import Testing

@testable import Proofreading

@Suite struct AttributionCommaRuleTests {
    let rule = AttributionCommaRule()

    @Test func `a missing comma behind an attribution is marked`() throws {
        let marked = try rule.marked("ADA LOW (Norway) agreed.  The lakes were full, she said noting that it rained.")
        #expect(marked == ["she said noting"])
    }

    @Test(arguments: [
        "she said, noting that it rained", "she continued noting what she saw", "she said fishing was over",
    ])
    func `near misses are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) agreed.  The lakes were full, \(words).") == [])
    }
}
