import Foundation

/// What a page gets on its way to the browser, and only there: the built output knows nothing of it.
enum LivePage {
    /// The private paths of the server. They begin with a dot, which no served file does.
    static let scriptPath = "/.rapporteur/live.js"
    static let eventsPath = "/.rapporteur/events"

    /// The script that keeps a page current and shows what is wrong.
    static let script: [UInt8] =
        EmbeddedFiles.all.first { $0.path.hasSuffix("live.js") }
        .flatMap { Data(base64Encoded: $0.base64) }.map { Array($0) } ?? []

    /// Puts the script into a page, before the end of its body.
    static func bytes(_ page: Data, edition: String, home: String) -> Data {
        let tag = "<script src=\"\(scriptPath)\" data-edition=\"\(edition)\" data-home=\"\(home)\"></script>\n"
        var page = page
        page.insert(contentsOf: Array(tag.utf8), at: end(of: page))
        return page
    }

    /// Where the body ends: its last closing tag, or the end of a page that leaves it out.
    private static func end(of page: Data) -> Int {
        page.range(of: Data("</body>".utf8), options: .backwards)?.lowerBound
            ?? page.range(of: Data("</BODY>".utf8), options: .backwards)?.lowerBound ?? page.endIndex
    }

    /// Shown as long as there is no site at all.
    static let placeholder = Data(
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Not built yet</title>
        <body>
        <p>There is no site to be shown yet. This page becomes it as soon as it could be built.</p>
        </body>
        </html>

        """.utf8)
}
