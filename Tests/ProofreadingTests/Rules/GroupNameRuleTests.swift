import Testing

@testable import Proofreading

@Suite struct GroupNameRuleTests {
    let rule = GroupNameRule()

    @Test func `the rarer of two names of one group is marked`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway), for the Group of Friends United against Lake Pollution, spoke.",
            "BEN OAK (Chile), for the Group of Friends United against Lake Pollution, agreed.",
            "EVA ASH (Peru) thanked the Group of Friends against Pollution for its work.")
        #expect(marked == ["Group of Friends against Pollution"])
    }

    @Test func `two groups, and a group that is not named, are not`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway), for the Group of Friends of Mediation, spoke.",
            "BEN OAK (Chile), for the Group of Friends of Clean Water, thanked the Group of Friends and left.")
        #expect(marked == [])
    }
}
