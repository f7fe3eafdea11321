import Testing

@testable import Proofreading

@Suite struct MissingSpaceRuleTests {
    let rule = MissingSpaceRule()

    @Test(arguments: ["end.The", "Chile,Peru", "rain;snow", "why?Nobody"])
    func `a mark without a space behind it is marked`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said in the \(words) water rose.") == [words])
    }

    @Test(arguments: [
        "see www.lakes.Example.org", "write to ada.Low@lakes.example", "the U.S. lakes", "at 10.30 a.m. sharp",
        "1,500 gauges",
        "the Protocol. He spoke", "the end … and more", "S/2016/949,A/70/1",
    ])
    func `addresses, numbers and initials are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said \(words) today.") == [])
    }
}
