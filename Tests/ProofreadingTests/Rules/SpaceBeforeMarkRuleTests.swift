import Testing

@testable import Proofreading

@Suite struct SpaceBeforeMarkRuleTests {
    let rule = SpaceBeforeMarkRule()

    @Test func `a space before a comma, a semicolon or a full stop is marked with it`() throws {
        let marked = try rule.marked("ADA LOW (Norway) said , at last , that it rained ; nobody left .")
        #expect(marked == [" ,", " ,", " ;", " ."])
    }

    @Test(arguments: [
        "it rained … and stopped.", "it rained ... and stopped.", "it rose by .5 metres.", "it rained (a lot).",
    ])
    func `omissions and fractions are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said \(words)") == [])
    }

    @Test func `a copy that has it everywhere is told once`() throws {
        let words = Array(repeating: "rain , snow , hail , fog", count: 8).joined(separator: " , ")
        let found = try rule.found(Release(statements: ["ADA LOW (Norway) spoke of \(words)."]).text)
        #expect(found.map(\.message) == ["spaces stand before 31 commas and full stops, here for the first time"])
    }
}
