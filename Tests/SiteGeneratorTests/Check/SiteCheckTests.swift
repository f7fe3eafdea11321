import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct SiteCheckTests {
    private func check(
        _ files: [String: String] = [:], json: String = #"{"title": "Digests"}"#, threads: Int = 2
    ) throws -> (report: CheckReport, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        var all = files
        for (name, text) in try BuiltSite.samples() { all["Meetings/\(name)"] = text }
        let site = try folder.site(json, all)
        return (SiteCheck(site, threads: threads).run(), folder)
    }

    private func ids(_ report: CheckReport) -> [String] {
        report.diagnostics.filter { $0.severity > .note }.map(\.id)
    }

    @Test func `the sample site has no fault, at the root and below a folder`() throws {
        for json in [#"{"title": "D"}"#, #"{"title": "D", "baseURL": "https://example.org/a/b/"}"#] {
            let report = try check(json: json).report
            #expect(ids(report) == [])
            #expect(report.digests == 3 && report.pages > 40 && report.links > 400)
        }
    }

    @Test func `nothing is written`() throws {
        let folder = try check().folder
        #expect(try folder.tree(hidden: true).keys.allSatisfy { $0.hasPrefix("Meetings/") || $0 == "site.json" })
    }

    @Test func `a dead link, a dead anchor and a rooted link in a template are found`() throws {
        let template = """
            # Lost
            [Home](page:home) [Nowhere](nowhere/) [Anchor](page:meetings#gone) <a href="/style.css">S</a>
            """
        let report = try check(["Templates/404.md": template]).report
        #expect(ids(report).contains("dead-link"))
    }

    @Test func `a template that no page uses is told`() throws {
        #expect(ids(try check(["Templates/unused.md": "Nothing"]).report).contains("template-unused"))
    }

    @Test func `static files nobody names are told, and those that are asked for by name are not`() throws {
        let report = try check([
            "Public/alone.html": ##"<p id="a"><a href="#a">This page</a></p>"##, "Public/orphan.png": "",
            "Public/robots.txt": "", "Public/used.png": "", "Public/fonts/a b.woff2": "",
            "Public/extra.css": #"body { background: url("used.png"); src: url(fonts/a%20b.woff2) }"#,
        ]).report
        #expect(
            report.diagnostics.filter { $0.id == "static-unused" }.map(\.file) == [
                "Public/alone.html", "Public/extra.css", "Public/orphan.png",
            ])
    }

    @Test func `what keeps pages from being made is a finding beside the others`() throws {
        let folder = try TemporaryFolder()
        let site = try folder.site(
            #"{"title": "D"}"#,
            try BuiltSite.samples().reduce(into: ["Templates/home.md": "{{nonsense}}"]) {
                $0["Meetings/" + $1.key] = $1.value
            })
        let check = SiteCheck(
            site, threads: 2,
            remarks: { meeting, _ in
                [Diagnostic(id: "remark", severity: .warning, file: meeting.source.file, message: "read")]
            })
        #expect(ids(check.run()) == ["remark", "remark", "remark", "template-name"])
    }

    @Test func `the findings do not depend on threads`() throws {
        let files = [
            "Public/index.htm": #"<a href="x">X</a>"#, "Public/p.html": #"<a href="y">Y</a>"#, "Public/q.png": "",
        ]
        #expect(try check(files, threads: 1).report.diagnostics == check(files, threads: 5).report.diagnostics)
    }
}
