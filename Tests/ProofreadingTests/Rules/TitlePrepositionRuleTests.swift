import Testing

@testable import Proofreading

@Suite struct TitlePrepositionRuleTests {
    let rule = TitlePrepositionRule()

    private let usual = String(repeating: "It joined the Convention against Silted Lakes.  ", count: 3)

    @Test func `another preposition in a title is marked`() throws {
        #expect(
            try rule.marked("ADA LOW (Norway) agreed.  \(usual)It left the Convention on the Silted Lakes.") == ["on"])
    }

    @Test(arguments: [
        "It left the Convention on Silted Rivers.", "The Minister for Silted Lakes met the Minister of Silted Lakes.",
        "It left the Convention on silted lakes.", "It left the Convention, on Silted Lakes.",
    ])
    func `other titles, and offices, are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) agreed.  \(usual)\(words)") == [])
    }

    @Test func `where neither is usual, neither is`() throws {
        #expect(
            try rule.marked(
                "ADA LOW (Norway) named the Convention on Silted Lakes and the Convention for Silted Lakes.")
                == [])
    }
}
