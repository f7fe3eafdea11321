import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct OfficialFolderTests {
    private static let document = """
        <akomaNtoso><statement><coverPage><p><docNumber>S/RES/2500(2019)</docNumber></p></coverPage>
        <preamble><container><p>Recalling its resolution 2499 (2019),</p></container></preamble>
        <mainBody><paragraph><num>1.</num><content><p>Decides to light the lamp;</p></content></paragraph>
        <paragraph><num>2.</num><content><p>Requests a &lt;b&gt;report&lt;/b&gt; under paragraph 1 above.</p></content></paragraph>
        </mainBody></statement></akomaNtoso>
        """
    private static let digest = """
        Security Council
        9901st Meeting (AM)

        Council Hears Briefing on Lighthouses

        The meeting began at 10:05 a.m. and ended at 11 a.m.

        Statements

        ANNA LINDE (Sweden) said that lighthouses mattered, recalling paragraph 2 of resolution 2500 (2019).

        """

    private func site(_ files: [String: String]) throws -> (folder: TemporaryFolder, site: SiteFolder) {
        let folder = try TemporaryFolder()
        let all = files.merging(["Meetings/a.txt": Self.digest]) { own, _ in own }
        return (folder, try folder.site(#"{"title": "Lakes"}"#, all))
    }

    @Test func `a resolution whose text no digest prints has the pages of its official document`() throws {
        let (folder, site) = try site(["Resolutions/2019/lamp.xml": Self.document])
        _ = try SiteBuild(site, threads: 2).run()
        let page = try folder.text(of: "_site/resolutions/s-res-2500-2019/index.html")
        #expect(page.contains("those of the official document"))
        #expect(page.contains("to light the lamp"))
        #expect(page.contains(#"href="../s-res-2499-2019/""#))
        #expect(page.contains("&lt;b&gt;report&lt;/b&gt;"))
        #expect(FileManager.default.fileExists(atPath: folder["_site/resolutions/s-res-2500-2019/op-2/index.html"]))
        let meeting = try folder.text(of: "_site/meetings/sc-9901/index.html")
        #expect(meeting.contains(#"href="../../resolutions/s-res-2500-2019/op-2/""#))
    }

    @Test func `a document that cannot be read keeps the site as it was, with file and next step`() throws {
        let (folder, site) = try site(["Resolutions/lamp.xml": "<!DOCTYPE a>" + Self.document])
        let error = try #require(throws: DiagnosticError.self) { try SiteBuild(site, threads: 2).run() }
        #expect(error.diagnostics.map(\.id).contains("official-text-doctype"))
        #expect(error.diagnostics.contains { $0.file == "Resolutions/lamp.xml" && $0.suggestion != nil })
        #expect(!FileManager.default.fileExists(atPath: folder["_site/index.html"]))
    }

    @Test func `another file in the folder is left out and told`() throws {
        let made = try site(["Resolutions/lamp.pdf": "x"])
        let report = try SiteBuild(made.site, threads: 2).run()
        #expect(FileManager.default.fileExists(atPath: made.folder["_site/index.html"]))
        #expect(report.diagnostics.contains { $0.id == "not-an-official-text" && $0.file == "Resolutions/lamp.pdf" })
    }
}
