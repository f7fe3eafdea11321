import Testing

@testable import Proofreading

@Suite struct ModalRuleTests {
    let rule = ModalRule()

    @Test(arguments: ["must done", "should given", "could addressed", "would built"])
    func `a participle behind a modal verb is marked`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said that more \(words) by the States.") == [words])
    }

    @Test(arguments: [
        "must be done", "would need it", "could proceed", "would, given time, rise", "must embed it", "must feed",
    ])
    func `plain forms are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said that it \(words).") == [])
    }
}
