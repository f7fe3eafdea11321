import Testing

@testable import Proofreading

@Suite struct MissingFullStopRuleTests {
    let rule = MissingFullStopRule()

    @Test func `a paragraph that ends in a word is marked there`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) said that the lakes of the north had been full since the spring of the year",
            "BEN OAK (Chile) agreed.")
        #expect(marked == ["year"])
    }

    @Test(arguments: [
        "since the spring.", "since “the spring.”", "since the spring (of the year).", "since the following:",
        "since the spring …",
        "since 2030", "since the spring —",
    ])
    func `other ends are not`(end: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said that the lakes of the north had been full \(end)") == [])
    }

    @Test func `a short line is a heading or a name`() throws {
        #expect(try rule.marked("ADA LOW (Norway) agreed") == [])
    }
}
