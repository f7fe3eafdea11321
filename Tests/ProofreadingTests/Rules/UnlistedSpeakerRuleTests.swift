import Testing

@testable import Proofreading

@Suite struct UnlistedSpeakerRuleTests {
    let rule = UnlistedSpeakerRule(states: .shipped, names: states)
    let five = ["Norway", "Chile", "Peru", "Fiji", "Japan"]
    let many = ["Norway", "Chile", "Peru", "Fiji", "Japan", "Togo", "Samoa", "Kenya", "Ghana", "Malta"]

    private func release(_ listed: [String], speaking: [String]) -> Release {
        let list = listed.dropLast().joined(separator: ", ") + " and " + (listed.last ?? "")
        return Release(
            summary: ["Also speaking today were the representatives of \(list)."],
            statements: speaking.map { "ADA LOW (\($0)) said it rained." })
    }

    @Test func `a State that spoke and is not listed is marked in its opener`() throws {
        #expect(try rule.marked(release(Array(many.dropLast()), speaking: many)) == ["Malta"])
    }

    @Test func `a list of some of those who spoke says nothing`() throws {
        #expect(try rule.marked(release(five, speaking: many)) == [])
    }

    @Test func `a State that the summary quotes is told there`() throws {
        var release = release(Array(many.dropLast()), speaking: many)
        release.summary.insert("Malta’s representative said it rained.", at: 0)
        #expect(try rule.marked(release) == [])
    }
}
