import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct SiteFolderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func faults(root: String) -> [Diagnostic] {
        do {
            _ = try SiteFolder(root: root)
            return []
        } catch { return error.diagnostics }
    }

    private func faults(_ json: String, _ files: [String: String] = ["Meetings/a.txt": "A"]) throws -> [Diagnostic] {
        try folder.write(json, to: "site.json")
        for (name, text) in files { try folder.write(text, to: name) }
        return faults(root: folder.path)
    }

    @Test func `a folder without site.json, one that is not there and other odd ones are told apart`() throws {
        #expect(faults(root: folder.path).map(\.id) == ["no-site"])
        #expect(faults(root: folder["nowhere"]).map(\.id) == ["no-such-folder"])
        try folder.write("{}", to: "file").write("x", to: "odd/site.json/x")
        #expect(faults(root: folder["file"]).map(\.id) == ["no-site"])
        #expect(faults(root: folder["odd"]).map(\.id) == ["not-a-file"])
    }

    @Test(arguments: [
        ".", "/", "..", "../..", "Meetings", "Public", "Templates/x", "Meetings/../Meetings/y", "people.json",
    ])
    func `an output that would eat the site or its sources is refused at its place`(output: String) throws {
        let files = ["Meetings/a.txt": "A", "Public/a.css": "", "Templates/a.md": "", "people.json": "{}"]
        let faults = try faults("{\"title\": \"T\",\n \"output\": \"\(output)\"}", files)
        #expect(faults.map(\.id) == ["misplaced-output"])
        #expect(faults.first?.lines == 2...2)
        #expect(faults.first?.column == 12)
    }

    @Test func `an output that holds the home folder is refused, and so is one that a link leads to an input`() throws {
        let home = try faults("{\"title\": \"T\", \"output\": \"\(NSHomeDirectory())\"}")
        #expect(home.map(\.id) == ["misplaced-output"])
        try FileManager.default.createSymbolicLink(atPath: folder["out"], withDestinationPath: "Meetings")
        #expect(try faults("{\"title\": \"T\", \"output\": \"out\"}").map(\.id) == ["misplaced-output"])
    }

    @Test(arguments: ["_site", "a/b/c", "Meetings2", "../elsewhere"])
    func `an output of its own is accepted`(output: String) throws {
        let site = try folder.site("{\"title\": \"T\", \"output\": \"\(output)\"}")
        #expect(site.output == URL(filePath: folder[output]).standardizedFileURL.path)
    }

    @Test func `a folder of meetings must be there, other folders when they are named`() throws {
        #expect(try faults(#"{"title": "T"}"#, [:]).map(\.message) == ["there is no folder \"Meetings\""])
        let named = try faults(#"{"title": "T", "public": "p", "people": "q.json", "templates": "t"}"#)
        #expect(named.map(\.id) == ["no-such-folder", "no-such-folder", "no-such-file"])
        #expect(named.map(\.column) == [64, 26, 41])
    }
}
