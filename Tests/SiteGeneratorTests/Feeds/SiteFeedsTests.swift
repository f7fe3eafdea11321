import Corpus
import Foundation
import Meetings
import Testing

@testable import SiteGenerator

@Suite struct SiteFeedsTests {
    let site = LakeCouncil.site(LakeCouncil.threeMeetings)

    private func files(_ site: SiteModel) -> [String: String] {
        let files = SiteFeeds.Subject.all(of: site.corpus).flatMap { SiteFeeds(site).files(for: $0) }
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test func `the site, each body, speaker, delegation and resolution has a feed in both formats`() {
        let folders = [
            "", "bodies/lake-council/", "speakers/gunnar-ellisiv/", "delegations/corvane/", "delegations/ilmar/",
            "resolutions/s-res-9-2029/",
        ]
        #expect(Set(files(site).keys) == Set(folders.flatMap { [$0 + "feed.xml", $0 + "feed.json"] }))
    }

    @Test func `a site that does not say where it stands has no feeds`() {
        #expect(files(LakeCouncil.site(LakeCouncil.threeMeetings, baseURL: nil)).isEmpty)
    }

    @Test func `an Atom feed has what RFC 4287 demands, whatever the digests hold`() throws {
        for (path, text) in files(site) where path.hasSuffix(".xml") {
            let feed = try AtomOutline(text)
            #expect(feed.wellFormed, "\(path)")
            #expect(feed.texts["feed/id"] == ["https://example.org/digests/" + path])
            #expect(feed.texts["feed/title"]?.count == 1)
            #expect(feed.texts["feed/updated"]?.count == 1)
            #expect(feed.texts["feed/author/name"] == ["Lakes & “rivers”"])
            let entries = feed.texts["feed/entry/id"] ?? []
            #expect(!entries.isEmpty, "\(path)")
            #expect(Set(entries).count == entries.count, "\(path)")
            for required in ["title", "updated", "summary"] {
                #expect(feed.texts["feed/entry/\(required)"]?.count == entries.count, "\(path)")
            }
        }
    }

    @Test func `what is told of a date is what is known`() {
        let entries = SiteFeeds(site).all().entries
        #expect(entries.map(\.date) == ["2031-06", "2031-05-02", nil])
        #expect(entries.map(\.updated) == ["2031-06-01T00:00:00Z", "2031-05-02T00:00:00Z", "1970-01-01T00:00:00Z"])
        #expect(entries.map(\.published) == [nil, "2031-05-02T00:00:00Z", nil])
        #expect(
            entries[2].summary.hasPrefix("Lake Council, 3rd meeting") || entries[2].summary.contains("Date not known"))
    }

    @Test func `a statement's entry leads to its anchor and names who spoke`() throws {
        let person = try #require(site.corpus.person(id: "gunnar-ellisiv"))
        let feed = SiteFeeds(site).speaker(person)
        #expect(feed.entries.count == 3)
        #expect(feed.entries[1].address == "meetings/lake-council-1/#ilmar")
        #expect(feed.entries[1].title == "Ilmar · Gunnar Ellisiv, Lake Council, 1st meeting")
        #expect(feed.entries[1].authors == ["Gunnar Ellisiv"])
    }

    @Test func `a statement that cites a resolution twice is one entry of its feed`() throws {
        let resolution = try #require(site.corpus.resolution(id: "s-res-9-2029"))
        #expect(SiteFeeds(site).resolution(resolution).entries.map(\.address) == ["meetings/lake-council-2/#ilmar"])
    }

    @Test func `a feed holds the newest fifty`() {
        let meetings = (1...60).map { LakeCouncil.meeting(number: $0, date: "2031-05-01", blocks: []) }
        let feed = SiteFeeds(LakeCouncil.site(meetings)).all()
        #expect(feed.entries.count == 50)
        #expect(feed.entries.first?.address == "meetings/lake-council-60/")
    }

    @Test func `a JSON feed is JSON with absolute addresses and no date that is not known`() throws {
        struct Document: Decodable {
            struct Item: Decodable { let id, url, content_text: String, date_published: String? }
            let version, feed_url: String
            let items: [Item]
        }
        let text = try #require(files(site)["feed.json"])
        let feed = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
        #expect(feed.version == "https://jsonfeed.org/version/1.1")
        #expect(feed.feed_url == "https://example.org/digests/feed.json")
        #expect(feed.items.map(\.date_published) == [nil, "2031-05-02T00:00:00Z", nil])
        #expect(
            feed.items.allSatisfy {
                $0.url.hasPrefix("https://example.org/digests/meetings/") && !$0.content_text.isEmpty
            })
    }
}
