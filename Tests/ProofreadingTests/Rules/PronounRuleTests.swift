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
        "Ms. LOW (Norway) said that of her brother’s letters one was left.  Of the flood, he said nothing.  He had left.",
        "Ms. LOW (Norway) said it rained.  A farmer had lost his land.  The lakes, he said, had taken it.",
        "ADA LOW (Norway), associating herself with Chile, told of a survivor, who had fled; of the rest, he said little.",
    ])
    func `somebody else's pronoun is not`(statement: String) throws {
        #expect(try rule.marked(statement) == [])
    }

    @Test func `the speaker's own office is nobody else`() throws {
        let marked = try rule.marked("Ms. LOW, Minister for Lakes of Norway, said it rained.  It was late, he added.")
        #expect(marked == ["he added"])
    }

    @Test func `the prose form lets several speak in one paragraph`() throws {
        let marked = try rule.marked(
            "The representative of Norway said it rained.  The lakes were full, he said.  It was late, she added.")
        #expect(marked == [])
    }
}
