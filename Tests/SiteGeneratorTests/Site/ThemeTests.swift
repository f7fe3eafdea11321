import Diagnostics
import Templating
import Testing

@testable import SiteGenerator

@Test func `the built-in templates name only what their pages have`() {
    do {
        _ = try TemplateSet(builtIn: Theme.templates, own: [], pages: PageMaker.kinds)
    } catch {
        for diagnostic in error.diagnostics {
            Issue.record("\(diagnostic.file ?? ""):\(diagnostic.lines?.lowerBound ?? 0) \(diagnostic.message)")
        }
    }
}

@Test func `the program carries a whole site inside`() {
    let paths = Theme.files.map(\.path)
    #expect(paths.contains("site.json"))
    #expect(paths.contains("Public/style.css"))
    #expect(paths.contains("Templates/layout.html"))
    #expect(paths.contains { $0.hasPrefix("Meetings/") })
}
