import Testing

@testable import Diagnostics

private func render(_ diagnostic: Diagnostic, _ text: String? = nil, isColoured: Bool = false) throws -> String {
    let source = try text.map { try SourceText(file: "f", bytes: Array($0.utf8)) }
    var printer = DiagnosticText(isColoured: isColoured, name: { "site/" + $0 }, source: { _ in source })
    return printer.render(diagnostic)
}

private func diagnostic(_ lines: ClosedRange<Int>? = 2...3, column: Int? = nil, length: Int? = nil) -> Diagnostic {
    Diagnostic(
        id: "some-id", severity: .error, file: "a.txt", lines: lines, column: column, length: length,
        message: "it is wrong",
        suggestion: "Write it right.")
}

@Test func `a diagnostic shows its place, its line with a caret and the next step`() throws {
    let text = try render(diagnostic(column: 5, length: 6), "one\ntwo Käse here\n")
    #expect(
        text == """
            site/a.txt:2:5: error: it is wrong [some-id]
                2 | two Käse here
                  |     ^^^^^
              Write it right.

            """)
}

@Test func `a caret stands under its place after letters of several bytes and tabs`() throws {
    #expect(try render(diagnostic(1...1, column: 8, length: 1), "äöü\tx").contains("    1 | äöü x\n      |     ^\n"))
}

@Test func `what is missing is left out`() throws {
    #expect(try render(Diagnostic(id: "i", severity: .note, message: "m")) == "note: m [i]\n")
    #expect(try render(diagnostic(nil, column: 3)).hasPrefix("site/a.txt: error:"))
    #expect(try render(diagnostic(7...7, column: 1), "short").split(separator: "\n").count == 2)
    #expect(try render(diagnostic(1...1), "short").contains("    1 | short\n  Write"))
}

@Test func `of a long line only what is around the place is shown`() throws {
    let line = String(repeating: "ä", count: 1_000_000) + "X" + String(repeating: "b", count: 1_000_000)
    let lines = try render(diagnostic(1...1, column: 2_000_001, length: 1), line).split(separator: "\n")
    #expect(lines[1].hasPrefix("    1 | …ä") && lines[1].hasSuffix("b…") && lines[1].count < 130)
    let column = try #require(lines[2].firstIndex(of: "^"))
    let offset = lines[2].distance(from: lines[2].startIndex, to: column)
    #expect(lines[1][lines[1].index(lines[1].startIndex, offsetBy: offset)] == "X")
}

@Test func `a text cannot send commands to the terminal`() throws {
    var hostile = diagnostic(1...1, column: 1)
    hostile.message = "a\u{1B}[2J\u{202E}b\nc"
    hostile.file = "x\u{1B}]0;title\u{07}.txt"
    let text = try render(hostile, "\u{1B}[31mred\u{9B}0m")
    #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{07}", "\u{9B}", "\u{202E}"].contains($0) })
    #expect(text.split(separator: "\n").count == 4)
    #expect(try render(diagnostic(), isColoured: true).contains("\u{1B}[1;31merror:\u{1B}[0m"))
}

@Test(arguments: [0, -5, 1, 6, 7, 99, Int.max]) func `a wrong column does no harm`(column: Int) throws {
    #expect(try render(diagnostic(1...1, column: column, length: Int.max), "short").contains("short"))
}

@Test func `diagnostics as JSON have every key`() {
    var json = JSONWriter()
    json.object { $0.diagnostics("all", [diagnostic(column: 5), Diagnostic(id: "i", severity: .note, message: "m")]) }
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(
        text == #"{"all":[{"id":"some-id","severity":"error","file":"a.txt","lines":[2,3],"column":5,"length":null,"#
            + #""message":"it is wrong","suggestion":"Write it right."},{"id":"i","severity":"note","file":null,"#
            + #""lines":null,"column":null,"length":null,"message":"m","suggestion":null}]}"#)
}
