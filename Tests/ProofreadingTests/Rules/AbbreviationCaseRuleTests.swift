import Testing

@testable import Proofreading

@Suite struct AbbreviationCaseRuleTests {
    let rule = AbbreviationCaseRule()

    @Test func `an abbreviation introduced in capitals and set otherwise later is marked`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) thanked the Lake Police Organization (LAKPOL).  Then Lakpol had come, and LAKPOL had left."
        )
        #expect(marked == ["Lakpol"])
    }

    @Test func `words that only look alike are not`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) thanked the Water Help Office (WHO).  Who would not.  The Lake Fund (LAKEF) and lakef.",
            "LAKON MOOR (Chile) spoke.  Mr. Lakon agreed.")
        #expect(marked == [])
    }
}
