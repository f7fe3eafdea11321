import Diagnostics

/// Compiled and checked templates, shared by all pages and threads.
///
/// A template is a Mustache file. Its extension decides how values are escaped: `.md`, `.html`, `.xml`, `.json`,
/// `.txt` (not at all). A file includes another by its whole path: `{{> parts/statement.md}}`.
package struct TemplateSet: Sendable {
    private let programs: [TemplateProgram]
    /// Where the program of each kind of page is, and the number of the page's type.
    private let indices: [ObjectIdentifier: (program: Int, page: Int)]
    private let recordNumbers: RecordNumbers

    /// What may stay as it is: files of the site's own that no page uses, or that were not UTF-8.
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
        let files = (builtIn + own).filter { TemplateSyntax(path: $0.path) != nil }
        let scans = try Self.scan(Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 }), pages)
        var check = TemplateCheck(scans)
        let faults = check.faults(of: pages)
        if !faults.isEmpty { throw DiagnosticError(faults) }

        var programs = TemplatePrograms(scans)
        indices = Dictionary(
            pages.map { (ObjectIdentifier($0), programs.add($0)) }, uniquingKeysWith: { first, _ in first })
        self.programs = programs.all
        recordNumbers = programs.numbers
        let used = check.usedPaths
        diagnostics =
            scans.values.flatMap(\.source.diagnostics).sorted { ($0.file ?? "") < ($1.file ?? "") }
            + own.filter { !used.contains($0.path) }.map { Self.unused($0, among: scans.keys.sorted()) }
    }

    /// Reads the tags of all files, by path, and stops at the first phase's faults: tags that are none, sections that
    /// do not match, pages without a template.
    private static func scan(
        _ files: [String: TemplateFile], _ pages: [any TemplatePage.Type]
    ) throws(DiagnosticError) -> [String: TemplateScan] {
        var scans: [String: TemplateScan] = [:]
        var faults: [Diagnostic] = []
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            do {
                let scan = TemplateScan(try SourceText(file: file.file, bytes: file.bytes))
                scans[path] = scan
                faults += scan.faults
            } catch {
                faults += error.diagnostics
            }
        }
        for page in pages where files[page.template] == nil {
            faults.append(
                Diagnostic(
                    id: "template-missing", severity: .error, file: page.template,
                    message: "there is no template \"\(page.template)\"",
                    suggestion: "Put a file of this name into the folder of templates."))
        }
        if !faults.isEmpty { throw DiagnosticError(faults) }
        return scans
    }

    private static func unused(_ file: TemplateFile, among paths: [String]) -> Diagnostic {
        let nearest = NearestName.of(file.path, among: paths.filter { $0 != file.path })
        return Diagnostic(
            id: "template-unused", severity: .warning, file: file.file, message: "no page uses this file",
            suggestion: nearest.map { "Name it \($0) if it is meant to replace that." }
                ?? "Include it with {{> \(file.path)}}, or remove it.")
    }

    /// The page in its template, as UTF-8.
    /// - Throws: `template-not-loaded` when the kind of page was not among those that the set was made for.
    package func render<Page: TemplatePage>(_ page: Page) throws(DiagnosticError) -> [UInt8] {
        guard let index = indices[ObjectIdentifier(Page.self)] else {
            throw DiagnosticError(
                Diagnostic(
                    id: "template-not-loaded", severity: .error,
                    message: "no template was loaded for pages of the kind “\(Page.template)”"))
        }
        var rendering = TemplateRendering(
            RecordFrame(page), number: index.page, of: recordNumbers.count, programs: programs)
        rendering.run(index.program)
        return rendering.text
    }
}
