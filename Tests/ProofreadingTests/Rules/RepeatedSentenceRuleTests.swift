import Testing

@testable import Proofreading

@Suite struct RepeatedSentenceRuleTests {
    let rule = RepeatedSentenceRule()
    let sentence = "The lakes had to be measured by the same rule everywhere."

    @Test func `the same sentence twice by one speaker is marked`() throws {
        let marked = try rule.marked("ADA LOW (Norway) agreed.  \(sentence)  It rained.", "\(sentence)  It was late.")
        #expect(marked == [String(sentence.dropLast())])
    }

    @Test func `summary and statement may say the same, and so may two speakers`() throws {
        let release = Release(
            summary: ["The Council met today.  \(sentence)"],
            statements: ["ADA LOW (Norway) agreed.  \(sentence)", "BEN OAK (Chile) agreed.  \(sentence)"])
        #expect(try rule.marked(release) == [])
    }

    @Test func `short sentences come back by chance`() throws {
        #expect(
            try rule.marked("ADA LOW (Norway) agreed.  It had rained again.  She left.  It had rained again.") == [])
    }
}
