import Testing

@testable import Proofreading

@Suite struct TitleSpellingRuleTests {
    let rule = TitleSpellingRule()

    @Test func `the rarer form of a long name is marked at the word that differs`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) thanked the Lake Coordination Group against Floods in Spring.",
            "BEN OAK (Chile) joined the Lake Coordination Group against Floods, and praised it.",
            "EVA ASH (Peru) left the Lake Coordinated Group against Floods in Spring.")
        #expect(marked == ["Coordinated"])
    }

    @Test func `names of one pattern, plurals and possessives are not`() throws {
        let marked = try rule.marked(
            "ADA LOW (Norway) named the Lake Convention on Diplomatic Relations and the Observer of the Lake Towns.",
            "BEN OAK (Chile) named the Lake Convention on Consular Relations and the Observers of the Lake Towns.",
            "EVA ASH (Peru) named the Lake Towns Fund for Norway and the Lake Towns Fund for Norway’s Rivers.")
        #expect(marked == [])
    }
}
