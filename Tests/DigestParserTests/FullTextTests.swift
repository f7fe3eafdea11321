import Foundation
import Meetings
import Testing

@testable import DigestParser

/// Every line that is not blank a paragraph, as a copied page has them.
func passages(_ text: String) -> [Passage] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
        let words = line.trimmingCharacters(in: .whitespaces)
        return words.isEmpty ? nil : Passage(paragraph: Paragraph(lines: number + 1...number + 1, text: words))
    }
}

/// A decision as an outline: one line for each paragraph, its number, opening and labels.
func outline(_ text: FullText) -> String {
    func labels(_ points: [FullText.Point]) -> String {
        points.map { $0.label + ($0.points.isEmpty ? "" : "[" + labels($0.points) + "]") }.joined(separator: " ")
    }
    func line(_ part: String, _ clause: FullText.Clause) -> String {
        var parts = ["\(part) \(clause.number). \(clause.opening)"]
        if let heading = clause.heading { parts.append("<\(heading)>") }
        if !clause.points.isEmpty { parts.append(labels(clause.points)) }
        if !clause.continuation.isEmpty { parts.append("+\(clause.continuation.count)") }
        return parts.joined(separator: " ")
    }
    let annexes = text.annexes.map { "annex \($0.title) +\($0.paragraphs.count)" }
    return (text.preamble.map { line("pp", $0) } + text.operative.map { line("op", $0) } + annexes)
        .joined(separator: "\n")
}

enum Shared {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared").standardizedFileURL
    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: folder.appending(path: path).path).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

@Test(
    .enabled(if: Shared.isThere, "the shared reference texts are not on this machine"),
    arguments: [
        ("seeds/000_4e657cb8625ded00.txt", 14, 24, 0), ("corpus/texts/sc12945.txt", 10, 31, 2),
        ("corpus/texts/sc13404.txt", 4, 3, 0),
    ])
func `a real resolution has the paragraphs it prints`(path: String, preamble: Int, operative: Int, annexes: Int) throws
{
    let all = passages(try #require(Shared.text(path)))
    let start = try #require(all.firstIndex { $0.text.hasSuffix("reads as follows:") })
    let (text, end) = try #require(FullTextReader.read(all, from: start + 1))
    #expect(text.preamble.map(\.number) == Array(1...preamble))
    #expect(text.operative.map(\.number) == Array(1...operative))
    #expect(text.annexes.count == annexes)
    #expect(all[end].text.hasPrefix("For information media"))
}

/// The outline of the text that begins in the first paragraph, and how many paragraphs it takes.
private func outline(of text: String) -> (outline: String, end: Int)? {
    FullTextReader.read(passages(text), from: 0).map { (outline($0.text), $0.end) }
}

@Suite struct FullTextForms {
    @Test func `quotation marks stand on every paragraph`() throws {
        let read = try #require(
            outline(
                of: """
                    “The Security Council,

                    “Recalling its resolution 2800 (2024),

                    “1.   Decides to extend the mandate;

                    “2.   Decides to remain seized of the matter.”

                    The representative of Peru spoke.
                    """))
        #expect(read.outline == "pp 1. Recalling\nop 1. Decides\nop 2. Decides")
        #expect(read.end == 4)
    }

    @Test func `no quotation marks at all`() throws {
        let read = try #require(
            outline(
                of: """
                    The General Assembly,

                    Guided by the purposes of the Charter,

                    Deeply concerned at the drought,

                    1. Calls upon all States:

                    (a) To share water;

                    (b) To report;

                    2. Decides to include the item in its agenda.

                    Statements

                    ANA LIMA (Peru) said it was time.
                    """))
        #expect(read.outline == "pp 1. Guided by\npp 2. Deeply concerned\nop 1. Calls upon (a) (b)\nop 2. Decides")
        #expect(read.end == 7)
    }

    @Test func `points go down four levels by their labels`() throws {
        let read = try #require(
            outline(
                of: """
                    “The Security Council,

                    “1.  Decides that the team shall:

                    “(a) Report on:

                    “(i) Water, that is:

                    “a. Rivers:

                    “i. Their sources;

                    “ii. Their mouths;

                    “b. Lakes;

                    “(ii) Air;

                    “(b) Meet;

                    “2.  Requests a report.”
                    """))
        #expect(read.outline == "op 1. Decides (a)[(i)[a.[i. ii.] b.] (ii)] (b)\nop 2. Requests")
    }

    @Test func `(i) behind (h) is a letter`() throws {
        let labels = "abcdefghij".map { "(\($0)) To act;" }.joined(separator: "\n\n")
        let read = try #require(
            outline(of: "“The Security Council,\n\n“1. Calls on States:\n\n\(labels)\n\n“2. Decides so.”"))
        #expect(read.outline == "op 1. Calls on (a) (b) (c) (d) (e) (f) (g) (h) (i) (j)\nop 2. Decides")
    }

    @Test func `sub-headings stand over the paragraph they precede`() throws {
        let read = try #require(
            outline(
                of: """
                    “The Security Council,

                    “Acting under Chapter VII of the Charter,

                    Mandate

                    “1.   Extends the mandate until 15 May;

                    “Reporting

                    “2.   Requests a report;

                    “3.   Decides to remain seized of the matter.”
                    """))
        #expect(read.outline == "pp 1. Acting\nop 1. Extends <Mandate>\nop 2. Requests <Reporting>\nop 3. Decides")
    }

    @Test func `quoted replacement text keeps its own numbers`() throws {
        let read = try #require(
            outline(
                of: """
                    “The Security Council,

                    “1.   Decides that paragraph 26 of resolution 2800 (2024) shall be replaced by the following:

                    “‘26. Decides that no boat shall pass;

                    “27. Decides that all shall report;’

                    “2.   Decides to remain seized of the matter.”
                    """))
        #expect(read.outline == "op 1. Decides +2\nop 2. Decides")
    }

    @Test func `an operative paragraph may stand without a number`() throws {
        let read = try #require(
            outline(
                of: """
                    “The Security Council,

                    “Having examined the application of the Republic of Lorenia for admission,

                    “Recommends to the General Assembly that the Republic of Lorenia be admitted to membership.”
                    """))
        #expect(read.outline == "pp 1. Having examined\nop 1. Recommends")
    }

    @Test func `a presidential statement is all preamble`() throws {
        let read = try #require(
            outline(
                of: """
                    “The Security Council reaffirms its commitment to peace.

                    “The Security Council expresses grave concern at the drought, and calls for calm:

                    “— on the river;

                    “The Council welcomes the talks.”

                    Action
                    """))
        #expect(read.outline == "pp 1. reaffirms\npp 2. expresses grave concern —\npp 3. welcomes")
        #expect(read.end == 4)
    }

    @Test func `annexes belong to the text until a turn or the footer`() throws {
        let read = try #require(
            outline(
                of: """
                    “The Security Council,

                    “1.   Decides to freeze the assets listed in the annex;

                    “2.   Decides to remain seized of the matter.”

                    Annex I

                    Boats

                    1.    LITTLE HERON (LH)

                    a.    Description: a barge.

                    “Annex II

                    Nets

                    Statements

                    KORO LIMA (Peru) welcomed the text.
                    """))
        #expect(read.outline == "op 1. Decides\nop 2. Decides\nannex Annex I +3\nannex Annex II +1")
        #expect(read.end == 9)
    }

    @Test(arguments: [
        "The Council met.", "Resolution", "“We are late,” she said.", "The Security Council today adopted a text.",
        "1. Decides", "",
    ])
    func `other paragraphs begin no text`(paragraph: String) {
        #expect(FullTextReader.read([Passage(paragraph: Paragraph(lines: 1...1, text: paragraph))], from: 0) == nil)
    }

    @Test(arguments: [
        ("Recalling also its resolution", "Recalling also"), ("Further encourages Member States", "Further encourages"),
        ("Takes note with appreciation of the efforts", "Takes note with appreciation"),
        ("Taking note of the report", "Taking note of"),
        ("Underlines further that", "Underlines further"), ("Welcomes further briefings", "Welcomes"),
        ("Calls on States", "Calls on"),
        ("Expressing its gravest concern at", "Expressing its gravest concern"),
        ("Noting with deep regret that", "Noting with deep regret"),
        ("Decides, acting under Chapter VII,", "Decides"),
        ("Once again calls upon the parties", "Once again calls upon"),
        ("Strongly condemns all violence", "Strongly condemns"), ("Bearing in mind the report", "Bearing in mind"),
        ("Having considered the report", "Having considered"), ("Mindful of its duty", "Mindful of"),
        ("Acting under Chapter VII", "Acting"),
        ("Condemns in the strongest terms", "Condemns"),
        ("Reiterating its grave concern over", "Reiterating its grave concern"),
    ])
    func `the opening is the verb and what goes with it`(text: String, opening: String) {
        #expect(OpeningWords.read(text) == opening)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "“1. Decides (a)\n\n", "(a) (i)\n\n", "“\n\n", "Annex\n\n", "1. A\n\n", "Mandate\n\n", "(((\n\n",
            "“The Security Council,\n\n",
        ])
    func `any text is read in linear time`(unit: String) {
        let text = "“The Security Council,\n\n" + String(repeating: unit, count: 60_000 / unit.utf8.count)
        _ = FullTextReader.read(passages(text), from: 0)
    }
}
