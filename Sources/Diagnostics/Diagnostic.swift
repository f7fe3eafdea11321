/// Something to tell a person about a file: what is wrong, where, and what to do next.
///
/// The one diagnostic type of the program. Stages return diagnostics beside their value; `throws` is
/// kept for "cannot go on". Messages are one sentence without a final full stop, name the thing in
/// quotation marks where it is the reader's own word, and never blame.
package struct Diagnostic: Sendable, Hashable, Codable {
    package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
        case note, warning, error

        package static func < (a: Severity, b: Severity) -> Bool {
            allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
        }
    }

    /// Stable and kebab-case (`impossible-year`): what a report can be filtered and documented by.
    package var id: String
    package var severity: Severity
    /// The file as the user names it; nil when the matter is the whole site.
    package var file: String?
    /// First and last line, counted from 1 in the file as given.
    package var lines: ClosedRange<Int>?
    /// Column of the first byte concerned, in UTF-8 bytes from 1 of the first line.
    package var column: Int?
    /// How many UTF-8 bytes the caret underlines.
    package var length: Int?
    package var message: String
    /// The next step, as an imperative: what to write, run or check.
    package var suggestion: String?

    package init(
        id: String, severity: Severity, file: String? = nil, lines: ClosedRange<Int>? = nil, column: Int? = nil,
        length: Int? = nil, message: String, suggestion: String? = nil
    ) {
        self.id = id
        self.severity = severity
        self.file = file
        self.lines = lines
        self.column = column
        self.length = length
        self.message = message
        self.suggestion = suggestion
    }
}

/// A reason to stop, with everything a person needs to go on.
package struct DiagnosticError: Error, Sendable {
    package var diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
    package init(_ diagnostic: Diagnostic) { self.diagnostics = [diagnostic] }
}
