import Testing

@testable import Proofreading

@Suite struct SplitPrefixRuleTests {
    let rule = SplitPrefixRule()

    @Test(arguments: ["non governmental", "anti corruption", "socio economic"])
    func `what only begins words is marked`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) spoke of \(words) work.") == [words])
    }

    @Test func `what may stand alone is marked where it is joined elsewhere`() throws {
        #expect(
            try rule.marked("ADA LOW (Norway) spoke of cross-border work and cross border controls.") == [
                "cross border"
            ])
        #expect(try rule.marked("ADA LOW (Norway) said that people cross border posts.") == [])
    }

    @Test(arguments: ["persona non grata", "pre- and post-war lakes", "“non governmental”", "multi-year"])
    func `Latin, quotations and what is joined are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) spoke of \(words).") == [])
    }
}
