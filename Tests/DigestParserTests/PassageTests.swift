import Diagnostics
import Testing

@testable import DigestParser

struct PassageTests {
    private func passages(_ text: String) throws -> [String] {
        try PassageReader.passages(of: SourceText(file: "", bytes: Array(text.utf8)), from: 1).map(\.text)
    }

    @Test func `hard-wrapped lines are one paragraph`() throws {
        let wrapped = """
            MIRA SOLBERG (Norway) said that the river had risen by two metres within
            the week, and that the boats had been moved to the upper harbour before
            the night.

            BO LIND (Malta) agreed.
            """
        #expect(try passages(wrapped).map { $0.split(separator: " ").count } == [29, 4])
    }

    @Test func `short lines are paragraphs of their own`() throws {
        #expect(try passages("7847th Meeting (AM)\nSC/12647\n\nText.").count == 3)
    }

    @Test func `long lines without blank ones between them are paragraphs`() throws {
        let line = String(repeating: "word ", count: 60)
        #expect(try passages("\(line)\n\(line)\n\(line)").count == 3)
    }

    @Test func `an indented line begins a paragraph of a wrapped text`() throws {
        let line = String(repeating: "river ", count: 12)
        #expect(try passages("    \(line)\n\(line)\nend.\n    \(line)\nend.").count == 2)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `any line end will do`(_ end: String) throws {
        #expect(try passages(["One.", "", " ", "\u{A0}Two.\u{A0} ", ""].joined(separator: end)) == ["One.", "Two."])
    }
}
