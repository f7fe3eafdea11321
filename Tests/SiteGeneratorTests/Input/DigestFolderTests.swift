import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct DigestFolderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func ids(_ site: SiteFolder) -> [String] {
        do {
            let digests = try DigestFolder(of: site)
            let readings = DigestReader(site: site).read(digests.files, of: digests.files, threads: 2)
            return (digests.diagnostics + readings.faults).map(\.id)
        } catch { return error.diagnostics.map(\.id) }
    }

    @Test func `digests are listed at any depth in the order of their bytes, hidden files left out`() throws {
        let names = ["b.txt", "B.md", "a/z.HTML", "é.txt", "a.txt", ".hidden.txt", ".git/x.txt", "a-b.htm"]
        let site = try folder.site(
            #"{"title": "T"}"#, Dictionary(uniqueKeysWithValues: names.map { ("Meetings/" + $0, "x") }))
        let digests = try DigestFolder(of: site)
        #expect(digests.files.map(\.path) == ["B.md", "a-b.htm", "a.txt", "a/z.HTML", "b.txt", "é.txt"])
        #expect(digests.files.first?.name == "Meetings/B.md")
        #expect(digests.diagnostics.isEmpty)
    }

    @Test func `no digest at all is an error, and so is a folder with the name of one`() throws {
        let site = try folder.site(#"{"title": "T"}"#, ["Meetings/notes.docx": "x"])
        #expect(ids(site) == ["not-a-digest", "no-digests"])
        try folder.write("x", to: "Meetings/a.txt/b.txt")
        #expect(ids(site) == ["not-a-file", "not-a-digest"])
    }

    @Test func `an empty digest and one that is no text are told with their file, and the others are read`() throws {
        let site = try folder.site()
        try folder.write("", to: "Meetings/b.txt").write(" \r\n\t", to: "Meetings/c.txt")
        try folder.write([0x41, 0x0A, 0x00], to: "Meetings/d.txt")
        let files = try DigestFolder(of: site).files
        let readings = DigestReader(site: site).read(files, of: files, threads: 4)
        let faults = readings.faults
        #expect(readings.meetings.map(\.meeting.source.file) == ["Meetings/a.txt"])
        #expect(faults.map(\.id) == ["empty-digest", "empty-digest", "not-text"])
        #expect(faults.map(\.file) == ["Meetings/b.txt", "Meetings/c.txt", "Meetings/d.txt"])
        #expect(faults.last?.lines == 2...2)
    }

    @Test func `a link to a file is read, one to a folder is left out and told, one to nothing is an error`() throws {
        let site = try folder.site()
        let links = ["b.txt": "../real.txt", "loop": ".", "gone.txt": "../nowhere", "ring.txt": "ring.txt"]
        try folder.write("B", to: "real.txt")
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(atPath: folder["Meetings/" + name], withDestinationPath: target)
        }
        #expect(ids(site) == ["linked-folder", "no-such-file", "link-loop"])
    }

    @Test func `a pipe does not hold the reading up`() throws {
        let site = try folder.site()
        #expect(mkfifo(folder["Meetings/pipe.txt"], 0o600) == 0)
        #expect(ids(site) == ["not-a-file"])
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
    func `a file that may not be read is told`() throws {
        let site = try folder.site()
        #expect(chmod(folder["Meetings/a.txt"], 0) == 0)
        #expect(ids(site) == ["no-permission"])
    }

    @Test func `a line of a hundred megabytes is read`() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000_000)
        try folder.write(bytes, to: "long.bin")
        #expect(try POSIXFileSystem().read(folder["long.bin"]) == bytes)
    }
}

@Test(arguments: [1, 2, 7, 64])
func `work by several threads comes back in order`(threads: Int) {
    let squares = ParallelMap(threads: threads).map(Array(0..<1000)) { $0 * $0 }
    #expect(squares == (0..<1000).map { $0 * $0 })
    #expect(ParallelMap(threads: threads).map([Int]()) { $0 }.isEmpty)
}
