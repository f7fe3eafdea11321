import Diagnostics
import Mustache

/// Compiled and checked templates, shared by all pages and threads.
///
/// A template is a Mustache file. Its extension decides how values are escaped: `.md`, `.html`, `.xml`, `.json`,
/// `.txt` (not at all). A file includes another by its whole path: `{{> parts/statement.md}}`.
package struct TemplateSet: Sendable {
    private let library: MustacheLibrary
    private let templates: [ObjectIdentifier: MustacheTemplate]

    /// Templates of the site that no page uses, and the like.
    package let diagnostics: [Diagnostic]

    /// Compiles all templates and checks every name in them against the pages that use them.
    /// - Parameters:
    ///   - builtIn: the theme that comes with the program.
    ///   - own: the site's own files; one takes the place of the built-in template of the same path.
    ///   - pages: every kind of page; the template of each must be there.
    /// - Throws: all faults found, each with file, line, column and the nearest right name.
    package init(
        builtIn: [TemplateFile], own: [TemplateFile], pages: [any TemplatePage.Type]
    ) throws(DiagnosticError) {
        let files = Dictionary((builtIn + own).map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        var compiled: [String: MustacheTemplate] = [:]
        for (path, file) in files { compiled[path] = try Self.compile(file) }
        library = MustacheLibrary(templates: compiled)
        var templates: [ObjectIdentifier: MustacheTemplate] = [:]
        for page in pages { templates[ObjectIdentifier(page)] = compiled[page.template] }
        self.templates = templates
        diagnostics = []
    }

    /// The page in its template, as UTF-8.
    /// - Throws: `template-not-loaded` when the kind of page was not among those that the set was made for.
    package func render<Page: TemplatePage>(_ page: Page) throws(DiagnosticError) -> [UInt8] {
        guard let template = templates[ObjectIdentifier(Page.self)] else {
            throw DiagnosticError(
                Diagnostic(
                    id: "template-not-loaded", severity: .error,
                    message: "no template was loaded for pages of the kind “\(Page.template)”"))
        }
        return Array(template.render(RecordBox(page), library: library).utf8)
    }

    private static func compile(_ file: TemplateFile) throws(DiagnosticError) -> MustacheTemplate {
        guard let syntax = TemplateSyntax(path: file.path) else {
            throw DiagnosticError(
                Diagnostic(id: "template-extension", severity: .error, file: file.file, message: "unknown extension"))
        }
        // The library knows content types by a pragma only. On a line of its own it is "standalone": it leaves no
        // trace in the output, and the template's first line may still begin with a section.
        let text =
            "{{% CONTENT_TYPE: \(EscapedContent.name(of: syntax)) }}\n" + String(decoding: file.bytes, as: UTF8.self)
        do {
            return try MustacheTemplate(string: text)
        } catch {
            throw DiagnosticError(
                Diagnostic(
                    id: "template-syntax", severity: .error, file: file.file,
                    message: "the template cannot be read: \(error)"))
        }
    }
}

/// Our escaping in place of the library's, which goes by `Character` and lets `"` through before a combining mark.
private struct EscapedContent: MustacheContentType {
    let syntax: TemplateSyntax

    func escapeText(_ text: String) -> String { syntax.escape(text) }

    static func name(of syntax: TemplateSyntax) -> String {
        _ = registered
        return "rapporteur-\(syntax.rawValue)"
    }

    private static let registered: Void = {
        for syntax in TemplateSyntax.allCases {
            MustacheContentTypes.register(EscapedContent(syntax: syntax), named: "rapporteur-\(syntax.rawValue)")
        }
    }()
}
