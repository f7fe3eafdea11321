import Testing

@testable import Proofreading

@Suite struct StatementToComeRuleTests {
    let rule = StatementToComeRule()

    @Test func `a statement announced and not given is marked`() throws {
        let marked = try rule.marked("ADA LOW (Norway) said the lakes were full.", "Statement by Chile to come.")
        #expect(marked == ["Statement by Chile to come."])
    }

    @Test func `a statement about something to come is none`() throws {
        #expect(try rule.marked("ADA LOW (Norway) said a statement by Chile was to come.") == [])
    }
}
