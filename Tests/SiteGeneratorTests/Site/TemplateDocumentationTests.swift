import Foundation
import Templating
import Testing

@testable import SiteGenerator

/// `RECORD=1 swift test --filter TemplateDocumentation` writes the tables anew.
@Test func `the page about templates lists the names there are`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Documentation/Templates.md").standardizedFileURL
    let text = try String(contentsOf: page, encoding: .utf8)
    let parts = text.split(separator: "<!-- fields -->", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = try #require(
        parts.last?.split(separator: "<!-- /fields -->", maxSplits: 1, omittingEmptySubsequences: false).last)
    let tables = TemplateSchema.documentation(of: PageMaker.kinds)
    let current = parts[0] + "<!-- fields -->\n" + tables + "\n<!-- /fields -->" + rest
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try current.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(text == current)
}
