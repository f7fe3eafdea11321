import Testing

@testable import Proofreading

@Suite struct MisplacedCommaRuleTests {
    let rule = MisplacedCommaRule(names: states)

    @Test func `a comma behind the and of a list is marked`() throws {
        let release = Release(summary: [
            "Also speaking today were the representatives of Chile, Peru and, Côte d’Ivoire."
        ])
        #expect(try rule.marked(release) == ["and,"])
    }

    @Test(arguments: [
        "Chile, Peru, and Fiji", "Chile, Peru and, for the first time, Fiji", "Chile, Peru and Fiji",
    ])
    func `commas that belong there are not`(list: String) throws {
        #expect(try rule.marked(Release(summary: ["Also speaking today were the representatives of \(list)."])) == [])
    }
}
