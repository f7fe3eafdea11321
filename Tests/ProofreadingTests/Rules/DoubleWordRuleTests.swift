import Testing

@testable import Proofreading

@Suite struct DoubleWordRuleTests {
    let rule = DoubleWordRule()

    @Test(arguments: ["the the", "than than", "of  of", "lakes lakes", "human\u{A0}human"])
    func `a word twice is marked`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said that \(words) were full.") == [words])
    }

    @Test func `a word twice over the end of a line is marked in the first of them`() throws {
        let lines = (1...4).map {
            "The water of the lakes stood higher than it had for \($0)0 years, and it went on rising."
        }
        let text =
            lines.joined(separator: "\n")
            + "\nThe rivers had brought more of it than ever before, and that was the\nthe end of it."
        #expect(try rule.marked(Release(summary: [text])) == ["the"])
    }

    @Test(arguments: [
        "it had had rain", "that that was so", "the state it was in in spring", "a very, very wet year",
        "gave her her freedom",
        "in Bora Bora", "rain, rain and rain", "“the” the lakes", "2 2 numbers", "the lakes. Lakes rose",
    ])
    func `good English is not`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said \(words).") == [])
    }
}
