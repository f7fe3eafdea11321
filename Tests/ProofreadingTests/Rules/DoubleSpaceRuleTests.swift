import Testing

@testable import Proofreading

@Suite struct DoubleSpaceRuleTests {
    let rule = DoubleSpaceRule()

    @Test(arguments: ["  ", " \u{A0}", "   ", "\t "])
    func `more than one space inside a sentence is marked`(spaces: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said the lakes\(spaces)were full.") == [spaces])
    }

    @Test func `three spaces behind a full stop are marked`() throws {
        #expect(try rule.marked("ADA LOW (Norway) said so.   It rained.") == ["   "])
    }

    @Test(arguments: [
        "said so.  It rained.", "said so.\u{A0} It rained.", "asked:  “Why?”  Nobody knew.",
        "said, “So it is.”  It rained.",
        "said so.)  It rained.", "said so!  It rained.",
    ])
    func `the typewriter's two spaces are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) \(words)") == [])
    }
}
