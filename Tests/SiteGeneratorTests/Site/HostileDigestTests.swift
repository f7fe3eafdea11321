import Testing

@testable import CommonMark
@testable import SiteGenerator

/// Digests are not trusted: whatever they hold, a page shows exactly those characters.
@Suite struct HostileDigestTests {
    private static let payloads = [
        "<script>alert(1)</script>", "**bold** _em_ `code`", "[x](javascript:alert(1))",
        "{{title}} {{{title}}} {{> layout.html}}",
        "]]> --> <!--", "&lt;b&gt; &amp; &#60;i&#62;", "\"\u{301}onmouseover=alert(1) x=\"",
        "<img src=x onerror=alert(1)>",
        "](meeting:sc-9901) ](page:home)", "=\"page:home\"", "<http://evil.example>", "![i](http://evil.example/i.png)",
    ]
    private static let lines = [
        "# not a heading", "- not a list", "1. not a list", "    not code", "> not a quotation",
        "[ref]: http://evil.example",
        "===", "---", "```", "<div>", "~~~",
    ]

    /// The text of a page as a browser shows it, white space made even.
    private static func text(of html: String) -> String {
        let body = html.split(separator: "<").map { piece in piece.drop { $0 != ">" }.dropFirst() }.joined()
        let shown = CharacterReferences.decode(Array(body.utf8)[...])
        return shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func digest(_ payload: String) -> String {
        """
        Security Council
        9901st Meeting (AM)

        Council Hears \(payload) Today

        The meeting began at 10:05 a.m. and ended at 11 a.m.

        Statements

        ANNA LINDE (Sweden) said \(payload) and no more.

        She went on: \(payload)

        OTTO BERG, Director of \(payload) Affairs, said little.

        """
    }

    @Test(arguments: payloads)
    func `what looks like markup is shown as it is`(payload: String) throws {
        let site = try BuiltSite(["a.txt": Self.digest(payload)])
        let page = site.page("meetings/sc-9901/index.html")
        let shown = Self.text(of: page)
        let expected = payload.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(shown.contains("said \(expected) and no more."))
        #expect(shown.contains("She went on: \(expected)"))
    }

    @Test(arguments: payloads)
    func `no payload adds an element, an attribute or an address to any page`(payload: String) throws {
        let harmless = try BuiltSite(["a.txt": Self.digest("harmless words")])
        let hostile = try BuiltSite(["a.txt": Self.digest(payload)])
        let page = "meetings/sc-9901/index.html"
        #expect(Self.tags(hostile.page(page)).subtracting(Self.tags(harmless.page(page))) == [])
        for (path, html) in hostile.files where path.hasSuffix(".html") {
            let addresses = PageScan(Array(html.utf8)).addresses.map(\.value)
            #expect(!addresses.contains { $0.contains("javascript:") || $0.contains("evil.example") }, "\(path)")
        }
        #expect(hostile.deadLinks() == [])
    }

    @Test(arguments: lines)
    func `a line that looks like a block of Markdown stays a line of text`(line: String) throws {
        let site = try BuiltSite(["a.txt": Self.digest("words").replacing("She went on: words", with: line)])
        let shown = Self.text(of: site.page("meetings/sc-9901/index.html"))
        let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(shown.contains(words))
    }

    /// Every kind of tag on the page: its name and the names of its attributes.
    private static func tags(_ html: String) -> Set<String> {
        let tags = html.split(separator: "<").dropFirst().compactMap { piece -> String? in
            let tag = piece.prefix { $0 != ">" }
            let outline = tag.replacing(/="[^"]*"/, with: "")
            return outline.first?.isLetter == true ? String(outline) : nil
        }
        return Set(tags)
    }
}
