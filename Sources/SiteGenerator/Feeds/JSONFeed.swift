import Diagnostics

/// A feed as JSON Feed 1.1 (jsonfeed.org).
struct JSONFeed {
    let bytes: [UInt8]

    static let name = "feed.json"

    init(_ feed: Feed, site: SiteModel, base: BaseURL) {
        var json = JSONWriter(layout: .indented)
        json.object { json in
            json.member("version", "https://jsonfeed.org/version/1.1")
            json.member("title", feed.title)
            json.member("home_page_url", base.text + feed.page)
            json.member("feed_url", base.text + feed.folder + Self.name)
            if let description = feed.description { json.member("description", description) }
            json.member("language", site.language)
            json.array("authors", [site.title]) { json, name in json.object { $0.member("name", name) } }
            json.array("items", feed.entries) { json, entry in
                json.object { json in
                    json.member("id", base.text + entry.address)
                    json.member("url", base.text + entry.address)
                    json.member("title", entry.title)
                    json.member("content_text", entry.summary)
                    if let published = entry.published { json.member("date_published", published) }
                    if !entry.authors.isEmpty {
                        json.array("authors", entry.authors) { json, name in json.object { $0.member("name", name) } }
                    }
                }
            }
        }
        bytes = json.bytes
    }
}
