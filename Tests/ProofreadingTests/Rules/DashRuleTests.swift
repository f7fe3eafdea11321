import Testing

@testable import Proofreading

@Suite struct DashRuleTests {
    let rule = DashRule()

    private let long = String(repeating: "The lakes — all of them — were full.  ", count: 2)

    @Test func `a short dash among long ones is marked`() throws {
        #expect(try rule.marked("ADA LOW (Norway) agreed.  \(long)The rivers – even the Ister – rose again.").isEmpty)
        #expect(try rule.marked("ADA LOW (Norway) agreed.  \(long)The rivers rose – even the Ister.") == ["–"])
    }

    @Test(arguments: ["From 2012 – 2016 it rained.", "It rained 2012–2016.", "A well-kept lake - so to speak."])
    func `a range and a hyphen are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) agreed.  \(long)\(words)") == [])
    }

    @Test func `a text with short dashes is left alone`() throws {
        #expect(try rule.marked("ADA LOW (Norway) said – at last – that it rained — again.") == [])
    }
}
