import SiteGenerator

/// The order in which files travel. A page goes live before what names it, so that at no moment a page that a reader
/// can reach leads to one that is not there; nothing is deleted before everything was sent.
package enum PublishPhase: Int, Sendable, CaseIterable, Comparable {
    /// Styles, scripts, pictures and what the host reads: they name no page.
    case staticFiles
    /// Pages that are not live yet: nothing leads to them so far.
    case newPages
    /// Pages of meetings, speakers, delegations, resolutions and paragraphs.
    case pages
    /// What names many of those: the index of meetings; all files of the search, because they belong together.
    case lists
    /// Feeds, sitemap and their like.
    case feeds
    case home

    package static func < (a: PublishPhase, b: PublishPhase) -> Bool { a.rawValue < b.rawValue }

    /// - Parameter isNew: whether the file may not be live yet.
    init(of path: OutputPath, isNew: Bool) {
        let name = path.text.hasSuffix(".gz") ? path.text.dropLast(3) : path.text[...]
        let depth = name.utf8.count { $0 == UInt8(ascii: "/") }
        if !Self.namesPages(name) {
            self = .staticFiles
        } else if depth == 0 {
            self = name.hasPrefix("index.") ? .home : .feeds
        } else if name.hasPrefix("search/") {
            self = .lists
        } else if isNew {
            self = .newPages
        } else {
            self = depth == 1 ? .lists : .pages
        }
    }

    private static func namesPages(_ name: Substring) -> Bool {
        name == "_redirects" || [".html", ".md", ".json", ".xml", ".txt", ".bin"].contains(where: name.hasSuffix)
    }

    /// What it is called in a message.
    package var name: String {
        switch self {
        case .staticFiles: "static files"
        case .newPages: "new pages"
        case .pages: "changed pages"
        case .lists: "lists"
        case .feeds: "feeds"
        case .home: "the home page"
        }
    }
}
