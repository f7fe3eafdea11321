/// A feed as Atom (RFC 4287). Addresses are whole, so that they are good ids.
struct AtomFeed {
    let bytes: [UInt8]

    static let name = "feed.xml"

    init(_ feed: Feed, site: SiteModel, base: BaseURL) {
        var xml = XMLWriter()
        xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language]) { xml in
            xml.element("id", base.text + feed.folder + Self.name)
            xml.element("title", feed.title)
            if let description = feed.description { xml.element("subtitle", description) }
            xml.element("updated", feed.updated)
            xml.empty(
                "link", ["rel": "self", "type": "application/atom+xml", "href": base.text + feed.folder + Self.name])
            xml.empty("link", ["rel": "alternate", "type": "text/html", "href": base.text + feed.page])
            xml.element("author") { $0.element("name", site.title) }
            for entry in feed.entries {
                xml.element("entry") { xml in
                    xml.element("id", base.text + entry.address)
                    xml.element("title", entry.title)
                    xml.element("updated", entry.updated)
                    if let published = entry.published { xml.element("published", published) }
                    xml.empty("link", ["rel": "alternate", "type": "text/html", "href": base.text + entry.address])
                    for author in entry.authors { xml.element("author") { $0.element("name", author) } }
                    xml.element("summary", entry.summary)
                }
            }
        }
        bytes = xml.bytes
    }
}
