import Diagnostics
import Testing

@testable import SiteGenerator

@Suite struct LinkCheckTests {
    /// Checks pages given as HTML by path, beside other files.
    private func check(
        _ pages: [String: String], files: [String] = [], base: String? = nil, threads: Int = 3
    ) -> [Diagnostic] {
        let scan = SiteScan()
        for (path, html) in pages { scan.put(Array(html.utf8), at: path) }
        for path in files { scan.put([], at: path) }
        let check = LinkCheck(pages: scan.pages, files: scan.addresses, base: base.flatMap { BaseURL($0) })
        return scan.faults + check.run(threads: threads).diagnostics
    }

    @Test func `links to files, to anchors and into the world are well`() {
        let found = check(
            [
                "index.html":
                    ##"<a href="a/">A</a> <a href="a/#x">X</a> <a href="#here" id="here">Here</a> <a href="#top">Up</a>"##,
                "a/index.html":
                    ##"<p id="x"><a href="../">Home</a> <img src="../b/c.png"> <a href="https://example.org">E</a>"##,
            ], files: ["b/c.png"])
        #expect(found == [])
    }

    @Test func `a link that leads nowhere is an error, told with its page`() {
        let found = check(["index.html": #"<a href="a/">A</a>"#])
        #expect(found.map(\.id) == ["dead-link"] && found.map(\.severity) == [.error])
        #expect(found.first?.message == "“a/” leads nowhere (on the page /index.html)")
    }

    @Test func `one fault on many pages is told once`() {
        let pages = Dictionary(
            uniqueKeysWithValues: (1...9).map { ("p\($0)/index.html", #"<a href="../gone/">G</a>"#) })
        #expect(check(pages).map(\.message) == ["“../gone/” leads nowhere (on 9 pages, /p1/index.html for one)"])
    }

    @Test func `letter case counts, and the right one is named`() {
        let found = check(["index.html": #"<img src="Icon.PNG">"#], files: ["icon.png"])
        #expect(found.map(\.suggestion) == ["Write it as the file is named: “icon.png”."])
    }

    @Test func `two files that differ in letter case only are one address`() {
        let found = check(["index.html": ""], files: ["Icon.png", "icon.png"])
        #expect(found.map(\.id) == ["same-address"])
    }

    @Test func `an anchor that is not there is told with the nearest`() {
        let found = check(["index.html": ##"<a href="a/#norwey">N</a>"##, "a/index.html": #"<p id="norway">"#])
        #expect(found.map(\.id) == ["dead-anchor"])
        #expect(found.first?.suggestion == "Write “#norway” if that is meant.")
    }

    @Test func `a link from the root fails below a folder, but on the page for lost addresses nothing else holds`() {
        let pages = [
            "index.html": #"<link href="/style.css">"#, "404.html": #"<link href="/style.css"><link href="style.css">"#,
        ]
        let found = check(pages, files: ["style.css"])
        #expect(found.map(\.id) == ["rooted-link", "rooted-link"])
        #expect(found.map { $0.message.contains("404.html") } == [true, false])
    }

    @Test func `a link out of the folder of the site is dead even where it works today`() {
        #expect(check(["a/index.html": #"<a href="../../">Up</a>"#]).map(\.id) == ["dead-link"])
        let found = check(["index.html": #"<a href="/other/">O</a>"#], base: "https://example.org/lakes/")
        #expect(found.map(\.message) == ["“/other/” leads out of the site (on the page /index.html)"])
    }

    @Test func `unknown schemes and ids that stand twice are told`() {
        let found = check(["index.html": #"<a href="javascript:alert(1)" id="a">J</a><b id="a"></b>"#])
        #expect(found.map(\.id) == ["double-id", "unknown-scheme"])
    }

    @Test func `the findings do not depend on threads`() {
        let pages = Dictionary(
            uniqueKeysWithValues: (1...40).map {
                ("p\($0)/index.html", #"<a href="../p\#($0 + 1)/">N</a><a href="x\#($0)">X</a>"#)
            })
        #expect(check(pages, threads: 1) == check(pages, threads: 7))
        #expect(check(pages).count == 41)
    }
}
