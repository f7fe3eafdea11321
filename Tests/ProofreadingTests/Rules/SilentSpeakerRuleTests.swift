import Testing

@testable import Proofreading

@Suite struct SilentSpeakerRuleTests {
    let five = ["Norway", "Chile", "Peru", "Fiji", "Japan"]
    let rule = SilentSpeakerRule(states: .shipped, names: states)

    private func release(_ listed: [String], speaking: [String], besides: String...) -> Release {
        let list = listed.dropLast().joined(separator: ", ") + " and " + (listed.last ?? "")
        return Release(
            summary: ["The Council met today.", "Also speaking today were the representatives of \(list)."],
            statements: speaking.map { "ADA LOW (\($0)) said it rained." } + besides)
    }

    @Test func `a State that is listed and did not speak is marked in the list`() throws {
        #expect(try rule.marked(release(five + ["Togo"], speaking: five)) == ["Togo"])
    }

    @Test func `a statement still to come, and one for several, count`() throws {
        let toCome = release(five + ["Togo"], speaking: five, besides: "Statement by Togo to come.")
        #expect(try rule.marked(toCome) == [])
        let joint = release(
            five + ["Togo"], speaking: five,
            besides: "BEN OAK (Samoa), also speaking on behalf of Togo, said it snowed.")
        #expect(try rule.marked(joint) == [])
    }

    @Test func `another name of the same State counts`() throws {
        #expect(try rule.marked(release(five + ["Türkiye"], speaking: five + ["Turkey"])) == [])
    }
}
