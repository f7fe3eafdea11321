import Testing

@testable import Proofreading

@Suite struct AsWellRuleTests {
    let rule = AsWellRule()

    @Test func `a missing as is marked`() throws {
        #expect(try rule.marked("ADA LOW (Norway) spoke of the lakes as well their rivers.") == ["as well their"])
    }

    @Test(arguments: [
        "the lakes as well as their rivers", "the lakes as well.  The rivers rose", "the lakes as well, the map said",
    ])
    func `whole ones are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) spoke of \(words).") == [])
    }
}
