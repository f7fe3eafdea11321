import Testing

@testable import SiteGenerator

@Suite struct WrittenAddressTests {
    private func read(_ text: String, on page: String = "meetings/lc-412/index.html", base: String? = nil)
        -> WrittenAddress
    {
        WrittenAddress(text, on: page, base: base.flatMap { BaseURL($0) })
    }

    @Test(arguments: [
        ("../../speakers/ada-low/", "speakers/ada-low/index.html"), ("./", "meetings/lc-412/index.html"),
        ("", "meetings/lc-412/index.html"), ("../", "meetings/index.html"), ("..", "meetings/index.html"),
        ("../..", "index.html"), ("index.md", "meetings/lc-412/index.md"), ("../../style.css", "style.css"),
        ("../lc-413", "meetings/lc-413"), ("../../search/?q=a/../b", "search/index.html"),
        ("%C3%A9.png", "meetings/lc-412/é.png"),
        (".//x", "meetings/lc-412/x"),
    ])
    func `a relative address leads to a file of the site`(text: String, file: String) {
        #expect(read(text) == .file(file, anchor: nil))
    }

    @Test func `an anchor is read with it, decoded`() {
        #expect(read("#norway") == .file("meetings/lc-412/index.html", anchor: "norway"))
        #expect(read("../lc-413/#c%C3%B4te") == .file("meetings/lc-413/index.html", anchor: "côte"))
    }

    @Test(arguments: ["../../../", "../../../style.css", "../../speakers/../../x"])
    func `what climbs over the root leads out of the site`(text: String) {
        #expect(read(text) == .outside)
    }

    @Test func `an address from the root holds below the path of the base alone`() {
        #expect(read("/style.css") == .rooted("style.css", anchor: nil))
        #expect(read("/lakes/style.css", base: "https://example.org/lakes/") == .rooted("style.css", anchor: nil))
        #expect(read("/lakes", base: "https://example.org/lakes/") == .rooted("index.html", anchor: nil))
        #expect(read("/style.css", base: "https://example.org/lakes/") == .outside)
        #expect(read("/lakesides/", base: "https://example.org/lakes/") == .outside)
    }

    @Test func `the site's own full address is a file of it`() {
        let base = "https://example.org/lakes/"
        #expect(
            read("https://example.org/lakes/meetings/#top", base: base) == .file("meetings/index.html", anchor: "top"))
        #expect(read("https://example.org/other/", base: base) == .elsewhere)
        #expect(read("https://example.org/lakes/meetings/") == .elsewhere)
    }

    @Test(arguments: [
        "mailto:a@example.org", "tel:+1", "https://example.org", "//example.org/x", "data:image/png;base64,AA",
    ])
    func `other places of the world are not looked at`(text: String) {
        #expect(read(text) == .elsewhere)
    }

    @Test(arguments: [("javascript:alert(1)", "javascript"), ("HTP://x", "htp"), ("speaker:ada-low", "speaker")])
    func `schemes a reader cannot follow are named`(text: String, scheme: String) {
        #expect(read(text) == .unknownScheme(scheme))
    }
}
