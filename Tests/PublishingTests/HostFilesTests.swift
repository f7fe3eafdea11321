import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

/// What hosts read besides the pages.
@Suite struct HostFilesTests {
    private func publish(_ files: [String: String], _ hostFiles: HostFiles, base: String? = nil) throws -> [String:
        String]
    {
        let site = try PublishedSite(.folder)
        if let base { try site.write(#"{"title": "T", "baseURL": "\#(base)"}"#, to: "site/site.json") }
        try site.build(files)
        try site.publish(site.target(hostFiles))
        return try site.live()
    }

    private func asked(_ change: (inout HostFiles) -> Void) -> HostFiles {
        var files = HostFiles()
        change(&files)
        return files
    }

    @Test func `without being asked for there are none`() throws {
        #expect(try publish(["index.html": "x"], HostFiles()) == ["index.html": "x"])
    }

    @Test func `a domain, and the owner's own file before the one that would be made`() throws {
        let host = asked { $0.domain = "digests.example.org" }
        #expect(try publish(["index.html": "x"], host)["CNAME"] == "digests.example.org\n")
        #expect(try publish(["index.html": "x", "CNAME": "own"], host)["CNAME"] == "own")
    }

    @Test func `only a name that holds the file's own digest may be cached for long`() throws {
        let style = "p { color: red }"
        let digest = SHA256.hex(of: Array(style.utf8))
        let named = "style.\(digest.prefix(8)).css"
        let files = [
            "index.html": "x", named: style, "plain.css": style, "script.\(digest.prefix(8)).js": "other bytes",
        ]
        let text = try #require(try publish(files, asked { $0.headers = true })["_headers"])
        let rules = text.split(separator: "\n").filter { $0.hasPrefix("/") }
        #expect(rules == ["/*", "/\(named)"])
        #expect(text.contains("/\(named)\n  Cache-Control: public, max-age=31536000, immutable\n"))
        #expect(text.contains("\n  Content-Security-Policy: default-src 'none'; script-src 'self';"))
        #expect(!text.contains("unsafe"))
    }

    private func moved(to link: String) -> String { "<meta http-equiv=\"refresh\" content=\"1; url=\(link)\">" }

    @Test func `addresses that moved are told to the host, after the owner's own`() throws {
        let files = [
            "index.html": "x", "meetings/new/index.html": "x", "meetings/old/index.html": moved(to: "../new/"),
            "meetings/older/index.html": moved(to: "../new/#japan"), "paper.html": moved(to: "/digests/meetings/new/"),
            "away/index.html": moved(to: "https://example.com/"),
            "again/index.html": "<meta http-equiv=refresh content=5>",
        ]
        let own = [
            HostFiles.Redirect(from: "/digests/meetings/older/", to: "/digests/"),
            .init(from: "/x", to: "https://e.org/"),
        ]
        let lines = try publish(files, asked { $0.redirects = own }, base: "https://example.org/digests/")["_redirects"]
        #expect(
            lines == """
                /digests/meetings/older/ /digests/ 301
                /x https://e.org/ 301
                /digests/meetings/old/ /digests/meetings/new/ 301
                /digests/paper.html /digests/meetings/new/ 301

                """)
        #expect(
            try publish(files, asked { $0.redirects = [] })["_redirects"]?.contains(
                "/meetings/old/ /meetings/new/ 301\n") == true)
    }

    @Test func `a text is sent compressed beside itself, always in the same bytes, and goes with it`() throws {
        let long = String(repeating: "A digest of a meeting. ", count: 200)
        let site = try PublishedSite(.folder)
        let target = site.target(asked { $0.gzip = true })
        try site.build(["index.html": long, "a/index.html": long, "short.html": "x", "map.png": long])
        try site.publish(target)
        let live = try site.live()
        #expect(
            Set(live.keys) == [
                "index.html", "index.html.gz", "a/index.html", "a/index.html.gz", "short.html", "map.png",
            ])
        #expect(live["index.html.gz"] == live["a/index.html.gz"])
        #expect(try Command.run("gzip", "-dc", site.liveFolder + "/index.html.gz") == long)
        #expect(try site.publish(target).isEmpty)
        try site.build(["index.html": long, "short.html": "x", "map.png": long])
        #expect(try site.publish(target).deleted.map(\.path.text) == ["a/index.html", "a/index.html.gz"])
        let again = try PublishedSite(.folder)
        try again.build(["index.html": long])
        try again.publish(again.target(asked { $0.gzip = true }))
        #expect(try again.live()["index.html.gz"] == live["index.html.gz"])
    }

    @Test(.enabled(if: PublishedSite.Place.git.missing.isEmpty, "git is not installed"))
    func `a branch always says that it is no Jekyll site`() throws {
        let site = try PublishedSite(.git)
        try site.build(["index.html": "x"])
        try site.publish()
        #expect(try site.everythingLive()[".nojekyll"] == "")
    }
}
