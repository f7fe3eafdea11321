import CommonMark
import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct SiteBuildTests {
    private static let digest = """
        Security Council
        9901st Meeting (AM)
        SC/99001

        Council Hears Briefing on Lighthouses

        The meeting began at 10:05 a.m. and ended at 11 a.m.

        Statements

        ANNA LINDE (Sweden) said that lighthouses mattered, recalling resolution 2500 (2019).

        OTTO BERG (Norway), speaking on behalf of the Nordic countries, agreed with the representative of Sweden.

        """

    @Test func `every meeting, speaker, delegation and resolution has its page, as HTML, Markdown and data`() throws {
        let site = try BuiltSite(["a.txt": Self.digest])
        for folder in [
            "", "meetings/", "meetings/sc-9901/", "speakers/", "speakers/anna-linde/", "speakers/otto-berg/",
            "delegations/", "delegations/sweden/", "delegations/nordic-countries/", "resolutions/",
            "resolutions/s-res-2500-2019/", "documents/",
        ] {
            for name in ["index.html", "index.md", "index.json"] {
                #expect(site.files[folder + name] != nil, "\(folder)\(name)")
            }
        }
        #expect(site.files["404.html"] != nil)
        #expect(site.files["style.css"] != nil)
    }

    @Test func `a statement has its delegation's anchor, and its speaker, delegation and citation are links`() throws {
        let page = try BuiltSite(["a.txt": Self.digest]).page("meetings/sc-9901/index.html")
        #expect(page.contains(#"<article class="statement" id="sweden">"#))
        #expect(page.contains(#"href="../../speakers/anna-linde/""#))
        #expect(page.contains(#"href="../../delegations/nordic-countries/""#))
        #expect(page.contains(#"<a href="../../resolutions/s-res-2500-2019/">resolution 2500 (2019)</a>"#))
    }

    @Test func `no link of the sample site leads nowhere`() throws {
        let site = try BuiltSite(BuiltSite.samples())
        #expect(site.deadLinks() == [])
    }

    @Test func `every id on a page is there once`() throws {
        for (path, page) in try BuiltSite(BuiltSite.samples()).files where path.hasSuffix(".html") {
            let ids = PageScan(Array(page.utf8)).ids.map(\.value)
            #expect(Set(ids).count == ids.count, "\(path)")
        }
    }

    @Test func `the same input gives the same bytes, whatever the number of threads`() throws {
        let samples = try BuiltSite.samples()
        let one = try BuiltSite(samples, threads: 1).files
        #expect(try BuiltSite(samples, threads: 2).files == one)
        #expect(try BuiltSite(samples, threads: 8).files == one)
    }

    @Test func `a second build after nothing changed writes nothing`() throws {
        let site = try BuiltSite(["a.txt": Self.digest])
        let again = try SiteBuild(SiteFolder(root: site.folder.path), threads: 2).run()
        #expect(again.output.written == 0)
        #expect(again.output.deleted == 0)
        #expect(again.output.unchanged == site.report.output.written)
    }

    @Test func `pages of a digest that is gone are deleted, and nothing else`() throws {
        let other = Self.digest.replacing("9901st", with: "9902nd").replacing(
            "ANNA LINDE (Sweden)", with: "EVA HOLM (Finland)")
        let site = try BuiltSite(["a.txt": Self.digest, "b.txt": other])
        try FileManager.default.removeItem(atPath: site.folder["Meetings/b.txt"])
        _ = try SiteBuild(SiteFolder(root: site.folder.path), threads: 2).run()
        let left = try site.folder.tree("_site")
        #expect(left["meetings/sc-9902/index.html"] == nil)
        #expect(left["speakers/eva-holm/index.html"] == nil)
        #expect(left["meetings/sc-9901/index.html"] != nil)
    }

    @Test func `a fault in a template stops the build, names its place, and the old site stays`() throws {
        let site = try BuiltSite(["a.txt": Self.digest])
        try site.folder.write("# {{naem}}\n", to: "Templates/speaker.md")
        let fault = #expect(throws: DiagnosticError.self) {
            try SiteBuild(SiteFolder(root: site.folder.path), threads: 2).run()
        }
        let diagnostic = try #require(fault?.diagnostics.first { $0.severity == .error })
        #expect(diagnostic.file == "Templates/speaker.md")
        #expect(diagnostic.lines == 1...1)
        #expect(diagnostic.suggestion?.contains("name") == true)
        #expect(try site.folder.tree("_site") == site.files)
    }

    @Test func `a link in a template that leads nowhere stops the build`() throws {
        let folder = try TemporaryFolder()
        try folder.write("# [here](meeting:no-such-meeting)\n", to: "Templates/home.md")
        let site = try folder.site(#"{"title": "T"}"#, ["Meetings/a.txt": Self.digest])
        let fault = #expect(throws: DiagnosticError.self) { try SiteBuild(site, threads: 1).run() }
        #expect(fault?.diagnostics.contains { $0.id == "dead-link" && $0.file == "Templates/home.md" } == true)
    }

    @Test func `two digests of one meeting are an error that names both`() throws {
        let fault = #expect(throws: DiagnosticError.self) {
            try BuiltSite(["a.txt": Self.digest, "b.txt": Self.digest])
        }
        let diagnostic = try #require(fault?.diagnostics.first { $0.severity == .error })
        let words = "\(diagnostic.file ?? "") \(diagnostic.message)"
        #expect(words.contains("a.txt") && words.contains("b.txt"))
    }

    @Test func `the page for lost addresses has links that hold at any depth below the site's own path`() throws {
        let json = #"{"title": "T", "baseURL": "https://example.org/digests/"}"#
        let page = try BuiltSite(["a.txt": Self.digest], json: json).page("404.html")
        #expect(page.contains(#"href="/digests/style.css""#))
        #expect(page.contains(#"href="/digests/meetings/""#))
    }

    @Test func `a site's own static file and template take the place of the built-in ones`() throws {
        let folder = try TemporaryFolder()
        try folder.write("body { color: red }\n", to: "Public/style.css")
        try folder.write("# Our own 404\n", to: "Templates/404.md")
        let site = try folder.site(#"{"title": "T"}"#, ["Meetings/a.txt": Self.digest])
        _ = try SiteBuild(site, threads: 2).run()
        #expect(try folder.text(of: "_site/style.css") == "body { color: red }\n")
        #expect(try folder.text(of: "_site/404.html").contains("Our own 404"))
    }
}

@Test func `an address that a provisional copy had leads on to the final text's, with its anchor`() throws {
    let provisional = """
        Security Council: Lighthouses at night

        Note:  A complete summary of today’s Security Council meeting will be made available after its conclusion.

        Statements

        NAME TO COME (Sweden) said that lighthouses mattered.

        """
    let final = """
        ---
        replaces: early.txt
        ---
        Security Council
        9901st Meeting (AM)

        Council Hears Briefing on Lighthouses

        The meeting began at 10:05 a.m. and ended at 11 a.m.

        Statements

        ANNA LINDE (Sweden) said that lighthouses mattered.

        """
    let early = try BuiltSite(["early.txt": provisional])
    #expect(early.page("meetings/sc-lighthouses-at-night/index.html").contains(#"id="sweden""#))
    let both = try BuiltSite(["early.txt": provisional, "final.txt": final])
    #expect(both.page("meetings/sc-9901/index.html").contains(#"id="sweden""#))
    #expect(both.page("meetings/sc-lighthouses-at-night/index.html").contains(#"<a class="moved" href="../sc-9901/">"#))
    #expect(
        both.page("meetings/sc-9901/index.html").contains(
            ##"Names filled: <a href="#sweden">Sweden · Anna Linde</a>."##))
    #expect(both.page("meetings/sc-9901/provisional/index.html").contains("NAME TO COME (Sweden) said"))
    #expect(both.deadLinks() == [])
}
