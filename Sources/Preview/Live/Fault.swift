import Diagnostics

extension LiveSite {
    /// What keeps a site from being built, in the words the browser shows. Digests are not trusted: the browser takes
    /// all of this for text, never for markup.
    package struct Fault: Sendable, Equatable {
        /// File, line and column; nil when the matter is the whole site.
        var place: String?
        var message: String
        /// The line with a caret below it.
        var excerpt: String?
        /// The next step.
        var suggestion: String?
        /// What it is called in the documentation.
        var id: String

        /// The errors among some diagnostics.
        package static func all(
            in diagnostics: [Diagnostic], name: @escaping (String) -> String,
            source: @escaping (String) -> SourceText?
        ) -> [Fault] {
            var printer = DiagnosticText(isColoured: false, name: name, source: source)
            return diagnostics.filter { $0.severity == .error }.map { diagnostic in
                Fault(
                    place: printer.place(of: diagnostic).map { DiagnosticText.harmless($0.utf8) },
                    message: DiagnosticText.harmless(diagnostic.message.utf8),
                    excerpt: printer.excerpt(of: diagnostic),
                    suggestion: diagnostic.suggestion.map { DiagnosticText.harmless($0.utf8) }, id: diagnostic.id)
            }
        }
    }
}
