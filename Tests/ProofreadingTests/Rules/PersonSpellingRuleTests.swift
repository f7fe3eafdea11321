import Testing

@testable import Proofreading

@Suite struct PersonSpellingRuleTests {
    let rule = PersonSpellingRule()

    @Test func `a speaker's name with a slip in it is marked`() throws {
        let marked = try rule.marked(
            "NADIA MOORA LOW (Norway) told of the flood.",
            "BEN OAK (Chile) thanked Nadia Moora, and Nadia Moore for her words, and Nadya Moora’s sister.")
        #expect(marked == ["Nadia Moore", "Nadya Moora’s"])
    }

    @Test func `other people, possessives, and accents left out are not`() throws {
        let marked = try rule.marked(
            "NADIA MOORA (Norway) told of the flood.", "RENÉ DUVALL (France) agreed.",
            "BEN OAK (Chile) thanked Nadia Moora’s staff, Rene Duvall, Nadia Stone, Nadia Moo and Maria Moora.")
        #expect(marked == [])
    }
}
