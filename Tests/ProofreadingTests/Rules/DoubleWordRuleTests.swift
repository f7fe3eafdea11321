import Testing

@testable import Proofreading

@Suite struct DoubleWordRuleTests {
    let rule = DoubleWordRule()

    @Test(arguments: ["the the", "than than", "of  of", "lakes lakes", "human\u{A0}human"])
    func `a word twice is marked`(words: String) throws {
        #expect(try rule.marked("ADA LOW (Norway) said that \(words) were full.") == [words])
    }

    @Test func `a word twice is marked across the end of a line`() throws {
        for end in ["\n", "\r\n", " \n"] {
            let marked = try rule.marked("ADA LOW (Norway) said that the lakes of\(end)of the north were full.")
            #expect(marked.count == 1)
        }
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
