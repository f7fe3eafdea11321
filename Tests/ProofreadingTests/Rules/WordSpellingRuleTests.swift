import Testing

@testable import Proofreading

@Suite struct WordSpellingRuleTests {
    let rule = WordSpellingRule()

    @Test(arguments: [
        ("combating", "combatting"), ("widespread", "wide-spread"), ("organized", "organised"),
        ("neighbouring", "neighboring"), ("travelled", "traveled"), ("subregional", "sub-regional"),
    ])
    func `the rarer spelling is marked`(usual: String, rare: String) throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) spoke of \(usual) things and \(rare) things.", "BEN OAK (Chile) spoke of \(usual) things."
        )
        #expect(marked == [rare])
    }

    @Test func `of equally frequent ones the first is right`() throws {
        #expect(try rule.marked("ADA LOW (Norway) spoke of combatting and combating floods.") == ["combating"])
    }

    @Test(arguments: [
        ("planning", "planing"), ("resign", "re-sign"), ("stripped", "striped"), ("four", "for"), ("tour", "tor"),
        ("Labor", "labour"), ("prise", "prize"), ("advising", "advice"),
    ])
    func `two words are not two spellings`(one: String, other: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) spoke of \(one) things and \(other) things.") == [])
    }

    @Test func `what is quoted keeps its spelling`() throws {
        #expect(try rule.marked("ADA LOW (Norway) spoke of labour, of “labor” and labour.") == [])
    }

    @Test(arguments: [
        ("labour", "labor"), ("centre", "center"), ("programme", "program"), ("dialogue", "dialog"),
        ("analyse", "analyze"), ("judgement", "judgment"), ("preventative", "preventive"),
        ("disproportionally", "disproportionately"), ("towards", "toward"), ("defence", "defense"),
    ])
    func `a word of two traditions is marked where it is rarer`(rare: String, usual: String) throws {
        #expect(
            try rule.marked("ADA LOW (Norway) wrote \(usual), again \(usual), and then \(rare) of the lakes.") == [rare]
        )
    }

    @Test(arguments: ["four and for", "hour and hor", "rise and rize", "awards and award", "enter and enters"])
    func `other words are not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) wrote \(words).") == [])
    }
}
