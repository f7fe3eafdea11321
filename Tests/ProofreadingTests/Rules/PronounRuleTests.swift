import Testing

@testable import Proofreading

@Suite struct PronounRuleTests {
    let rule = PronounRule()

    @Test func `a pronoun against the honorific is marked`() throws {
        let marked = try rule.marked("Ms. LOW (Norway) said it rained.  The lakes were full, he said, citing a report.")
        #expect(marked == ["he said"])
    }

    @Test func `a pronoun against the opener is marked`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway), associating herself with Chile, said it rained.  The lakes were full, he added.",
            "“They are deep,” she said.")
        #expect(marked == ["he added"])
    }

    @Test func `where a turn says both, the rarer is marked`() throws {
        let marked = try rule.marked(
            "LEE LOW (Norway) agreed.  It rained, she said.  It snowed, he said.  It was late, she said.")
        #expect(marked == ["he said"])
    }

    @Test(arguments: [
        "Ms. LOW (Norway) said it rained.  It was late, she said.",
        "Ms. LOW (Norway) said it rained.  When the President had come, he said, it was late.",
        "Ms. LOW (Norway) said it rained.  “It was late, he said, and left,” she said.",
        "LEE LOW (Norway) agreed.  It rained, he said.  She had come late.",
    ])
    func `somebody else's pronoun is not`(statement: String) throws {
        #expect(try rule.marked(statement) == [])
    }

    @Test func `the prose form lets several speak in one paragraph`() throws {
        let marked = try rule.marked(
            "The representative of Norway said it rained.  The lakes were full, he said.  It was late, she added.")
        #expect(marked == [])
    }
}
