import Corpus
import Testing

@testable import SiteGenerator

@Suite struct MachineFilesTests {
    private func files(_ site: SiteModel) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: MachineFiles(site).files.map {
                ($0.path, String(decoding: $0.bytes, as: UTF8.self))
            })
    }

    @Test func `a site of one sitemap lists every page once`() throws {
        let site = LakeCouncil.site(LakeCouncil.threeMeetings)
        let sitemap = try AtomOutline(try #require(files(site)["sitemap.xml"]))
        let addresses = try #require(sitemap.texts["urlset/url/loc"])
        #expect(addresses.contains("https://example.org/digests/"))
        #expect(addresses.contains("https://example.org/digests/meetings/lake-council-1/"))
        #expect(Set(addresses).count == addresses.count)
        #expect(addresses.count == SitePage.all(of: site.corpus).count - 1)
    }

    @Test func `a larger site has an index of sitemaps`() throws {
        let base = try #require(BaseURL("https://example.org"))
        let files = Sitemap(paths: (0..<25).map { "meetings/\($0)/" }, base: base).files(base: base, longest: 10)
        #expect(files.map(\.path) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"])
        let parts = try files.dropLast().map { try AtomOutline(String(decoding: $0.bytes, as: UTF8.self)) }
        #expect(parts.map { $0.texts["urlset/url/loc"]?.count } == [10, 10, 5])
        let index = try AtomOutline(String(decoding: files[3].bytes, as: UTF8.self))
        #expect(index.texts["sitemapindex/sitemap/loc"]?.first == "https://example.org/sitemap-1.xml")
    }

    @Test func `robots are kept from the files of the search alone, below the site's own path`() throws {
        let robots = try #require(files(LakeCouncil.site([]))["robots.txt"])
        #expect(robots.contains("Disallow: /digests/search/texts/\n"))
        #expect(robots.contains("Sitemap: https://example.org/digests/sitemap.xml\n"))
        #expect(!robots.contains("Disallow: /digests/\n"))
    }

    @Test func `without a base there is no sitemap, and what is left has relative addresses`() throws {
        let files = files(LakeCouncil.site(LakeCouncil.threeMeetings, baseURL: nil))
        #expect(Set(files.keys) == ["robots.txt", "llms.txt"])
        #expect(files["robots.txt"]?.contains("Sitemap") == false)
        #expect(files["llms.txt"]?.contains("](meetings/index.md)") == true)
    }

    @Test func `the guide for language models names the latest meetings, its Markdown unhurt by what they are called`()
        throws
    {
        let guide = try #require(files(LakeCouncil.site(LakeCouncil.threeMeetings))["llms.txt"])
        #expect(guide.hasPrefix("# Lakes & “rivers”\n\n> What was said about water.\n"))
        #expect(
            guide.contains(
                "[Council Hears \\<b\\>Ice\\</b\\> & Snow](https://example.org/digests/meetings/lake-council-1/index.md)"
            ))
        #expect(guide.contains("3 meetings, 4 statements"))
    }
}
