import Testing

@testable import Proofreading

@Suite struct NameCaseRuleTests {
    let rule = NameCaseRule()

    @Test func `a name with a small letter where it has a capital elsewhere is marked`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) praised the Upper Lakes Fund and the Upper Lakes fund for its work.")
        #expect(marked == ["fund"])
    }

    @Test func `a capital in a small word is marked`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) named the Lakes Convention against Silt, the Lakes Convention Against Silt and the Lakes Convention against Silt."
        )
        #expect(marked == ["Against"])
    }

    @Test(arguments: [
        "the United Nations system, the United Nations System Staff College and United Nations bodies",
        "the Upper Lakes fund and the upper lakes Fund", "the Lakes Fund and the lakes fund",
        "“the Upper Lakes Fund” and the Upper Lakes fund",
    ])
    func `two words that are a name of their own, and less than two, are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) praised \(words).") == [])
    }
}
