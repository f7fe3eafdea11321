import Foundation
import Testing

@testable import SiteGenerator

@Suite struct FolderWalkTests {
    let folder: TemporaryFolder
    let site: SiteFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(#"{"title": "T"}"#, to: "site.json")
        for name in ["b.txt", "2016/c.txt", "2016/deep/d.txt", "notes"] {
            try folder.write(name, to: "Meetings/\(name)")
        }
        site = try SiteFolder(root: folder.path)
    }

    private var walk: FolderWalk { FolderWalk(site.meetings, of: site) }

    private func path(_ name: String) -> String { site.meetings + "/" + name }

    private func expectSame(_ walk: FolderWalk?, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(walk?.files.map(\.told) == self.walk.files.map(\.told), sourceLocation: sourceLocation)
        #expect(walk?.folders == self.walk.folders, sourceLocation: sourceLocation)
    }

    @Test func `looking again at files that changed, came or went gives what walking anew gives`() throws {
        let walk = walk
        try folder.write("another text", to: "Meetings/b.txt")
        expectSame(walk.looking(at: [path("b.txt")]))
        for name in ["a.txt", "2016/a.txt", "z.md", "2016/deep/e.txt"] {
            try folder.write("new", to: "Meetings/\(name)")
        }
        try FileManager.default.removeItem(atPath: folder["Meetings/2016/c.txt"])
        let changed = ["a.txt", "2016/a.txt", "z.md", "2016/deep/e.txt", "2016/c.txt", "b.txt", "2016/never.txt"]
        expectSame(walk.looking(at: Set(changed.map(path))))
    }

    @Test func `where folders come or go, or links, the folder is walked anew`() throws {
        let walk = walk
        try folder.write("new", to: "Meetings/2017/a.txt")
        #expect(walk.looking(at: [path("2017/a.txt")]) == nil)
        try FileManager.default.removeItem(atPath: folder["Meetings/2016/deep"])
        #expect(walk.looking(at: [path("2016/deep/d.txt")]) == nil)
        try FileManager.default.createSymbolicLink(
            atPath: folder["Meetings/link.txt"], withDestinationPath: folder["Meetings/b.txt"])
        #expect(walk.looking(at: [path("link.txt")]) == nil)
        try folder.write("x", to: "Meetings/.hidden.txt")
        #expect(walk.looking(at: [path(".hidden.txt")]) == nil)
    }
}

extension InputFile {
    fileprivate var told: [String] { [name, path, location, "\(String(describing: stamp))"] }
}
