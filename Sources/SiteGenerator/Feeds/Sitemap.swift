import Diagnostics

/// The addresses of all pages, for search engines (sitemaps.org): one file, or an index of several.
///
/// Without dates of change: a build does not know when a page was changed, and does not guess.
struct Sitemap: Sendable {
    private let addresses: [String]

    /// More in one file the protocol does not allow.
    static let longest = 50_000
    static let name = "sitemap.xml"

    /// - Parameter paths: from the site's root, in any order.
    init(paths: [String], base: BaseURL) { addresses = paths.sorted().map { base.text + $0 } }

    func files(base: BaseURL, longest: Int = longest) -> [PageMaker.File] {
        guard addresses.count > longest else { return [file(Self.name, list: addresses[...])] }
        let parts = addresses.parts(of: longest).enumerated().map { index, part in
            file("sitemap-\(index + 1).xml", list: part)
        }
        var xml = XMLWriter()
        xml.element("sitemapindex", ["xmlns": Self.namespace]) { xml in
            for part in parts { xml.element("sitemap") { $0.element("loc", base.text + part.path) } }
        }
        return parts + [PageMaker.File(path: Self.name, bytes: xml.bytes)]
    }

    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

    private func file(_ name: String, list: ArraySlice<String>) -> PageMaker.File {
        var xml = XMLWriter()
        xml.element("urlset", ["xmlns": Self.namespace]) { xml in
            for address in list { xml.element("url") { $0.element("loc", address) } }
        }
        return PageMaker.File(path: name, bytes: xml.bytes)
    }
}
