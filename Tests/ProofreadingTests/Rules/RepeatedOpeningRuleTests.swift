import Testing

@testable import Proofreading

@Suite struct RepeatedOpeningRuleTests {
    let rule = RepeatedOpeningRule()

    @Test func `a participle that says again what was just said is marked`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) called for a full count of the gauges.  Calling for a full count and a map, she said it was late."
        )
        #expect(marked == ["Calling for a full count"])
    }

    @Test func `a sentence that begins with seven words of the one before is marked`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) said that gauges and maps had become part of the count.  The gauges and maps had become part of the rule."
        )
        #expect(marked == ["The gauges and maps had become part of"])
    }

    @Test(arguments: [
        "called for a count.  Calling for a map, she went on.",
        "said the lakes were full.  The lakes were deep.",
        "called for a full count of the gauges.  “Calling for a full count is easy,” she said.",
    ])
    func `figures of speech are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) \(words)") == [])
    }
}
