import Testing

@testable import Proofreading

@Suite struct CompoundHyphenRuleTests {
    let rule = CompoundHyphenRule()

    @Test func `a noun with and without its hyphen is marked where it is rarer`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) praised lake-keeping and lake-keeping, and said that lake keeping was hard.")
        #expect(marked == ["lake keeping"])
    }

    @Test(arguments: [
        "lake-keeping laws and lake keeping", "lake-keeping and lake keeping bodies", "lake-keeping, “lake keeping”",
        "lake-keeping and river keeping", "lake-keeping, and of a lake, keeping",
    ])
    func `before a noun, quoted, or of other words it is not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) spoke of \(words).") == [])
    }
}
