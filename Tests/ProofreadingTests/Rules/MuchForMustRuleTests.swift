import Testing

@testable import Proofreading

@Suite struct MuchForMustRuleTests {
    let rule = MuchForMustRule()

    @Test(arguments: ["the issue much also be pursued", "the lakes much be kept", "States much not be idle"])
    func `much for must is marked`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said that \(words).") == ["much"])
    }

    @Test(arguments: ["could that much be said", "how much be it", "there was much to be done", "much has been done"])
    func `much is not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said that \(words).") == [])
    }
}
