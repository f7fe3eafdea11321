import Testing

@testable import Proofreading

@Suite struct UnresolvedPronounRuleTests {
    let rule = UnresolvedPronounRule()

    @Test(arguments: [
        "he/she", "s/he", "she/he", "him/herself", "his/her", "he/ she", "He / she", "himself/herself", "her/his",
    ])
    func `every form is marked`(form: String) throws {
        #expect(try rule.marked("NAME TO COME (Norway) said \(form) would go on.") == [form])
    }

    @Test(arguments: [
        "“every delegate and his/her staff” had come", "he or she would come", "and/or the other would come",
        "the his­tory/herstory divide was old", "it was 3/4 full",
    ])
    func `near misses are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said \(words).") == [])
    }
}
