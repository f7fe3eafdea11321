import Testing

@testable import Proofreading

@Suite struct ListCommaRuleTests {
    let rule = ListCommaRule(names: states)

    @Test func `two States of a list without a comma between them are marked`() throws {
        let release = Release(summary: [
            "Also speaking today were the representatives of Chile, Norway Japan, Peru and Fiji."
        ])
        #expect(try rule.marked(release) == ["Norway Japan"])
        let found = try rule.found(release.text)
        #expect(found.first?.suggestion == "Write “Norway, Japan”.")
    }

    @Test(arguments: [
        "Chile, Papua New Guinea, Peru and the Democratic Republic of the Congo", "Chile, South Sudan, Sudan and Togo",
        "Chile, Bosnia and Herzegovina and Trinidad and Tobago", "Chile and Jordan Peru of the lake club",
    ])
    func `names that hold another's, and two names outside a list, are not`(list: String) throws {
        #expect(try rule.marked(Release(summary: ["Also speaking today were the representatives of \(list)."])) == [])
    }
}
