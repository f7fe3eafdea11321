import Testing

@testable import Proofreading

@Suite struct UnbalancedQuotationRuleTests {
    let rule = UnbalancedQuotationRule()

    @Test func `a quotation that does not end is marked where it begins`() throws {
        #expect(try rule.marked("ADA LOW (Norway) said “the lakes were full.", "BEN OAK (Chile) agreed.") == ["“"])
        #expect(try rule.marked("ADA LOW (Norway) said “the lakes, and “the rivers” were full.") == ["“"])
        #expect(try rule.marked("ADA LOW (Norway) said \"the lakes were full.") == ["\""])
    }

    @Test func `one that ends without having begun is marked where it ends`() throws {
        #expect(try rule.marked("ADA LOW (Norway) said the lakes were full”.") == ["”"])
    }

    @Test func `a closing mark where one opens is told once`() throws {
        let found = try rule.found(Release(statements: ["ADA LOW (Norway) said the”lakes” were full."]).text)
        #expect(found.map(\.message) == ["a closing quotation mark stands where one opens"])
    }

    @Test(arguments: [
        ["ADA LOW (Norway) said “the ‘deep’ lakes” were “full”."], ["ADA LOW (Norway) said \"the lakes\" were full."],
        ["ADA LOW (Norway) read:  “The lakes are full.", "“The rivers are full.", "“The sea is full.”"],
    ])
    func `balanced ones, and one over several paragraphs, are not`(statements: [String]) throws {
        #expect(try rule.marked(Release(statements: statements)) == [])
    }
}
