import Testing

@testable import Proofreading

@Suite struct TitleOrderRuleTests {
    let rule = TitleOrderRule()

    @Test func `a title in two orders is marked where it is rarer`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) praised the Lake Plan of Action, the Lake Plan of Action and the Lake Action Plan.")
        #expect(marked == ["Lake Action Plan"])
    }

    @Test(arguments: [
        "the National Action Plan of Chile and the National Plan of Action of Peru",
        "the Lake Action Plan and the River Plan of Action", "the Lake Action Plan and its plan of action",
        "“the Lake Action Plan” and the Lake Plan of Action",
    ])
    func `two titles are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) praised \(words).") == [])
    }
}
