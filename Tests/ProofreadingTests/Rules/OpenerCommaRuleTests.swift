import Testing

@testable import Proofreading

@Suite struct OpenerCommaRuleTests {
    let rule = OpenerCommaRule()

    @Test func `a missing comma behind the speaker is marked`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) aligning herself with the European Union, said the lakes were full.")
        #expect(marked == [") aligning"])
    }

    @Test(arguments: [
        "ADA LOW (Norway), aligning herself with the European Union, said it rained.",
        "ADA LOW (Norway) during a short statement said it rained.",
        "ADA LOW (Norway) said it rained (snow) being late.",
    ])
    func `near misses are not`(statement: String) throws {
        #expect(try rule.marked(statement) == [])
    }
}
