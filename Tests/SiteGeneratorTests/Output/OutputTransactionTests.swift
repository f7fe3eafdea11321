import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

typealias Pages = [String: String]

extension TemporaryFolder {
    func transaction(_ files: any FileSystem = POSIXFileSystem()) throws -> OutputTransaction {
        try OutputTransaction(output: self["_site"], root: path, files: files)
    }

    /// Builds these pages as the build command does: what fails is abandoned.
    @discardableResult
    func build(_ pages: Pages, _ files: any FileSystem = POSIXFileSystem(), abandoning: Bool = true) throws
        -> OutputSummary
    {
        let transaction = try transaction(files)
        for (path, text) in pages { transaction.put(Array(text.utf8), at: path) }
        do {
            return try transaction.commit()
        } catch {
            if abandoning { _ = transaction.abandon() }
            throw error
        }
    }

    func ids(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch { return (error as? DiagnosticError)?.diagnostics.map(\.id) ?? ["\(error)"] }
    }

    func output() throws -> Pages { FileManager.default.fileExists(atPath: self["_site"]) ? try tree("_site") : [:] }
}

/// Two states of a site with everything between them that can change.
enum Sites {
    static let old: Pages = [
        "index.html": "home", "same.html": "same", "a/gone.html": "x", "a/b/c/deep.html": "x", "kept/one": "1",
        "kept/two": "2",
        "file": "becomes a folder", "folder/x/1": "becomes a file", "folder/2": "too", "About.html": "case",
        "n": "grows",
        "Case/only": "folder",
    ]
    static let new: Pages = [
        "index.html": "home!", "same.html": "same", "kept/one": "1", "new/page/index.html": "n", "new/other": "o",
        "file/in/it": "f", "folder": "file now", "about.html": "case", "n": "grows and grows", "kept/new": "3",
        "case/only": "folder",
    ]
}

@Suite struct OutputTransactionTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a first build makes the folder, a second turns it into its own pages exactly`() throws {
        let first = try folder.build(Sites.old)
        #expect(
            first
                == OutputSummary(
                    written: 12, unchanged: 0, deleted: 0, bytes: Sites.old.values.map(\.utf8.count).reduce(0, +),
                    books: first.books, changed: Sites.old.keys.sorted()))
        #expect(try folder.output() == Sites.old)
        let second = try folder.build(Sites.new)
        #expect(second.unchanged == 2)
        #expect(second.written == 9)
        #expect(second.deleted == 8)
        #expect(
            Set(second.changed) == Set(Sites.old.keys).union(Sites.new.keys).subtracting(["same.html", "kept/one"]))
        #expect(try folder.output() == Sites.new)
        try folder.build(Sites.old)
        #expect(try folder.output() == Sites.old)
        #expect(try folder.build([:]).deleted == 12)
        #expect(try folder.output().isEmpty)
    }

    @Test func `what did not change keeps its modification time, and a build of the same writes nothing`() throws {
        try folder.build(Sites.old)
        let manager = FileManager.default
        for path in Sites.old.keys {
            try manager.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: folder["_site/" + path])
        }
        let manifest = try folder.text(of: "_site/.rapporteur/manifest")
        try manager.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: folder["_site/.rapporteur/manifest"])
        let summary = try folder.build(Sites.old)
        #expect(summary.written == 0 && summary.unchanged == 12 && summary.deleted == 0)
        for path in Sites.old.keys + [".rapporteur/manifest"] {
            #expect(
                try manager.attributesOfItem(atPath: folder["_site/" + path])[.modificationDate] as? Date
                    == Date(timeIntervalSince1970: 1000))
        }
        #expect(try folder.text(of: "_site/.rapporteur/manifest") == manifest)
        #expect(Set(try manager.contentsOfDirectory(atPath: folder["_site/.rapporteur"])) == ["lock", "manifest"])
    }

    @Test func `a page changed or removed by hand is put right`() throws {
        try folder.build(Sites.old)
        try folder.write("SAME", to: "_site/same.html")
        try FileManager.default.removeItem(atPath: folder["_site/a"])
        #expect(try folder.build(Sites.old).written == 3)
        #expect(try folder.output() == Sites.old)
    }

    @Test func `many threads give the same output and the same manifest as one`() throws {
        let pages = (0..<2000).map {
            ("p\($0 % 7)/q\($0 % 31)/\($0).html", [UInt8](repeating: UInt8($0 % 251), count: $0))
        }
        func manifest(threads: Int) throws -> String {
            let transaction = try OutputTransaction(
                output: folder["o\(threads)"], root: folder.path, files: POSIXFileSystem())
            _ = ParallelMap(threads: threads).map(pages) { transaction.put($0.1, at: $0.0) }
            #expect(try transaction.commit().written == 2000)
            return try folder.text(of: "o\(threads)/.rapporteur/manifest")
        }
        #expect(try manifest(threads: 1) == manifest(threads: 8))
    }

    @Test func `a file that is not ours stays, and a build that would replace it is refused`() throws {
        try folder.build(Sites.old)
        try folder.write("mine", to: "_site/CNAME").write("mine", to: "_site/a/mine.txt")
        try folder.build(Sites.new)
        var expected = Sites.new
        expected["CNAME"] = "mine"
        expected["a/mine.txt"] = "mine"
        #expect(try folder.output() == expected)
        for pages in [["CNAME": "ours"], ["a/mine.txt/x": "x"], ["a": "x"], ["CNAME/x/y": "z"]] {
            #expect(folder.ids { try folder.build(pages) } == ["foreign-file"])
            #expect(try folder.output() == expected)
        }
        #expect(try folder.build(expected).written == 0, "the same bytes are taken over")
    }

    @Test func `a folder that the build did not make is refused and left as it is`() throws {
        try folder.write("mine", to: "_site/thesis.txt")
        #expect(folder.ids { try folder.build(Sites.old) } == ["foreign-output"])
        #expect(try folder.tree(hidden: true) == ["_site/thesis.txt": "mine"])
        try FileManager.default.removeItem(atPath: folder["_site"])
        try folder.write("mine", to: "_site")
        #expect(folder.ids { try folder.build(Sites.old) } == ["output-not-a-folder"])
        #expect(try folder.text(of: "_site") == "mine")
    }

    @Test func `an empty folder is taken, and a link to a folder is followed`() throws {
        try FileManager.default.createDirectory(atPath: folder["elsewhere"], withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder["_site"], withDestinationPath: "elsewhere")
        try folder.build(Sites.old)
        #expect(try folder.tree("elsewhere") == Sites.old)
    }

    @Test func `no link inside the output leads a write or a deletion out of it`() throws {
        try folder.build(Sites.old)
        try folder.write("x", to: "precious/gone.html").write("2", to: "precious/one")
        for name in ["a", "kept"] {
            try FileManager.default.removeItem(atPath: folder["_site/" + name])
            try FileManager.default.createSymbolicLink(
                atPath: folder["_site/" + name], withDestinationPath: folder["precious"])
        }
        #expect(Set(folder.ids { try folder.build(Sites.new) }) == ["foreign-file"])
        #expect(try folder.tree("precious") == ["gone.html": "x", "one": "2"])
    }

    @Test(arguments: [
        "", "/", "/etc/x", "../x", "a/../b", "a//b", "a/", "./a", ".rapporteur/manifest", ".Rapporteur/x", "a\nb",
        "a\0b",
        "../\u{301}x", "a/..",
    ])
    func `a path that is no place in the output is refused`(path: String) throws {
        #expect(folder.ids { try folder.build([path: "x", "ok": "y"]) } == ["wrong-output-path"])
        #expect(try folder.tree(hidden: true).isEmpty, "nothing is left of a first build that failed")
    }

    @Test(arguments: [
        ["a/b", "A/b"], ["x", "x/y"], ["x/y/z", "x"], ["é", "e\u{301}"], ["ÉA", "éa"], ["A", "a"], ["a", "A"],
    ])
    func `two files that one disk or another holds for the same are refused`(paths: [String]) throws {
        let transaction = try folder.transaction()
        for path in paths { transaction.put([1], at: path) }
        #expect(folder.ids { _ = try transaction.commit() } == ["same-address"])
        _ = transaction.abandon()
        #expect(try folder.tree(hidden: true).isEmpty)
    }

    @Test func `the same path twice is refused`() throws {
        let transaction = try folder.transaction()
        for _ in 0..<2 { transaction.put([1], at: "a") }
        #expect(folder.ids { _ = try transaction.commit() } == ["same-address"])
    }

    @Test func `a second build at the same time is refused, a lock without its process is taken over`() throws {
        try folder.build(Sites.old)
        let first = try folder.transaction()
        #expect(folder.ids { _ = try folder.transaction() } == ["build-at-work"])
        _ = first.abandon()
        withExtendedLifetime(first) {}
    }

    @Test func `a lock left by a dead process is taken over`() throws {
        try folder.build(Sites.old)
        try folder.write("999999", to: "_site/.rapporteur/lock")
        #expect(try folder.build(Sites.new).written == 9)
    }

    @Test func `damaged books stop the build before it touches anything`() throws {
        try folder.build(Sites.old)
        let manifest = try folder.text(of: "_site/.rapporteur/manifest")
        for damaged in ["", "x\n", manifest + "3\t../precious\n", String(manifest.dropLast()), manifest + "x\ty\n"] {
            try folder.write(damaged, to: "_site/.rapporteur/manifest")
            #expect(folder.ids { try folder.build(Sites.new) } == ["damaged-manifest"])
        }
        try folder.write(manifest, to: "_site/.rapporteur/manifest").write(
            "rapporteur.journal/1\n", to: "_site/.rapporteur/journal")
        #expect(folder.ids { try folder.build(Sites.new) } == ["damaged-journal"])
        #expect(try folder.output() == Sites.old)
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func `a folder that may not be written is told, and the old site stands`() throws {
        try folder.build(Sites.old)
        #expect(chmod(folder["_site/kept"], 0o555) == 0)
        #expect(folder.ids { try folder.build(Sites.new) } == ["no-permission"])
        #expect(try folder.output() == Sites.old)
        #expect(chmod(folder["_site/kept"], 0o755) == 0)
    }
}

@Suite struct OutputFaultTests {
    @Test func `a build killed at any call leaves the old site or the new one after the next command`() throws {
        var call = 0
        var isNew = false
        while true {
            let folder = try TemporaryFolder()
            try folder.build(Sites.old)
            let files = FaultyFileSystem(.killed, atCall: call)
            _ = folder.ids { try folder.build(Sites.new, files, abandoning: false) }
            guard files.wasReached else { break }
            _ = try folder.transaction().abandon()
            let output = try folder.output()
            #expect(output == Sites.new || (output == Sites.old && !isNew), "killed at call \(call)")
            isNew = output == Sites.new
            try folder.build(Sites.new)
            #expect(try folder.output() == Sites.new, "rebuilt after call \(call)")
            call += 1
        }
        #expect(call > 80)
        #expect(isNew)
    }

    @Test func `a first build killed at any call leaves nothing or all of it after the next command`() throws {
        var call = 0
        while true {
            let folder = try TemporaryFolder()
            let files = FaultyFileSystem(.killed, atCall: call)
            _ = folder.ids { try folder.build(Sites.new, files, abandoning: false) }
            guard files.wasReached else { break }
            _ = try folder.transaction().abandon()
            let output = try folder.output()
            #expect(output.isEmpty || output == Sites.new, "killed at call \(call)")
            call += 1
        }
        #expect(call > 40)
    }

    @Test func `a recovery killed at any call is completed by the one after it`() throws {
        for killed in stride(from: 60, to: 100, by: 3) {
            for again in stride(from: 0, to: 40, by: 3) {
                let folder = try TemporaryFolder()
                try folder.build(Sites.old)
                _ = folder.ids {
                    try folder.build(Sites.new, FaultyFileSystem(.killed, atCall: killed), abandoning: false)
                }
                _ = folder.ids { _ = try folder.transaction(FaultyFileSystem(.killed, atCall: again)) }
                _ = try folder.transaction().abandon()
                let output = try folder.output()
                #expect(output == Sites.old || output == Sites.new, "killed at call \(killed), then at \(again)")
            }
        }
    }

    @Test func `a full disk at any call leaves the old site, or the new one after the next command`() throws {
        var call = 0
        while true {
            let folder = try TemporaryFolder()
            try folder.build(Sites.old)
            let files = FaultyFileSystem(.failing(ENOSPC), atCall: call)
            let ids = folder.ids { try folder.build(Sites.new, files) }
            guard files.wasReached else { break }
            #expect(ids == ["disk-full"], "call \(call)")
            if !FileManager.default.fileExists(atPath: folder["_site/.rapporteur/journal"]) {
                #expect(try [Sites.old, Sites.new].contains(folder.output()), "call \(call)")
            }
            _ = try folder.transaction().abandon()
            #expect(try [Sites.old, Sites.new].contains(folder.output()), "call \(call)")
            call += 1
        }
        #expect(call > 80)
    }

    @Test(.enabled(if: SmallDisk.canBeMounted, "mounting a small disk needs the superuser of a Linux machine"))
    func `a disk that is really full leaves the old site as it was`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder["disk"], withIntermediateDirectories: true)
        let disk = try #require(SmallDisk(at: folder["disk"], kilobytes: 512))
        func build(_ bytes: Int) throws {
            let transaction = try OutputTransaction(
                output: folder["disk/_site"], root: folder.path, files: POSIXFileSystem())
            for page in 0..<10 {
                transaction.put([UInt8](repeating: UInt8(bytes % 100 + 20), count: bytes), at: "\(page).html")
            }
            do { _ = try transaction.commit() } catch {
                _ = transaction.abandon()
                throw error
            }
        }
        try build(20_000)
        let old = try folder.tree("disk/_site", hidden: true)
        #expect(folder.ids { try build(60_000) } == ["disk-full"])
        #expect(try folder.tree("disk/_site", hidden: true) == old)
        try build(21_000)
        withExtendedLifetime(disk) {}
    }
}

/// A disk in memory, unmounted when the test lets go of it.
private final class SmallDisk {
    private let path: String

    static var canBeMounted: Bool {
        geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/mount")
            && {
                guard let folder = try? TemporaryFolder() else { return false }
                return SmallDisk(at: folder.path, kilobytes: 64) != nil
            }()
    }

    init?(at path: String, kilobytes: Int) {
        self.path = path
        guard Self.run("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path]) else { return nil }
    }

    deinit { _ = Self.run("/usr/bin/umount", [path]) }

    private static func run(_ program: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
