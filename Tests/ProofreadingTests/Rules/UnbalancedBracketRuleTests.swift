import Testing

@testable import Proofreading

@Suite struct UnbalancedBracketRuleTests {
    let rule = UnbalancedBracketRule()

    @Test func `half a bracket is marked`() throws {
        #expect(try rule.marked("ADA LOW (Norway) spoke of the report (document LC/2030/4, with annexes.") == ["("])
        #expect(try rule.marked("ADA LOW (Norway) spoke of the report document LC/2030/4).") == [")"])
        #expect(try rule.marked("ADA LOW (Norway) spoke [of the report.", "BEN OAK (Chile) agreed.") == ["["])
    }

    @Test(arguments: [
        "spoke of the report (document LC/2030/4 (part II)).", "asked for: a) rain; b) snow; iv) hail.",
        "said “[the lakes] are full”.",
    ])
    func `nested ones and labels are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) \(words)") == [])
    }
}
