import Testing

@testable import Proofreading

@Suite struct ConflictingYearRuleTests {
    let rule = ConflictingYearRule()

    @Test func `the rarer of two years is marked`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) recalled resolution 2259 (2015) and resolution 2259 (2016).",
            "BEN OAK (Chile) welcomed Security Council resolution 2259 (2015).")
        #expect(marked == ["2259 (2016)"])
    }

    @Test func `different numbers, and bodies that count anew each year, do not conflict`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) recalled resolutions 2259 (2015), 2274 (2016), 14 (2030) and 14 (2029).")
        #expect(marked == [])
    }

    @Test func `a year that cannot be is told by the parser and not again`() throws {
        let text = Release(statements: [
            "ADA LOW (Norway) recalled Security Council resolution 2259 (2015) and resolution 2259 (1995)."
        ]).text
        let council = text.replacing("Council of the Lakes", with: "Security Council")
        #expect(try rule.marked(council) == [])
    }
}
