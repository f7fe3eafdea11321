import Testing

@testable import Proofreading

@Suite struct NameToComeRuleTests {
    let rule = NameToComeRule()

    @Test func `a name still to come is marked where it stands`() throws {
        let marked = try rule.marked("NAME TO COME (Norway) said the lakes were full.", "ADA LOW (Chile) agreed.")
        #expect(marked == ["NAME TO COME"])
    }

    @Test func `words that mean it otherwise are none`() throws {
        #expect(try rule.marked("ADA LOW (Norway) said a name to come would be read out.") == [])
    }
}
