import Diagnostics
import DigestParser
import Foundation
import Meetings
import Testing

@testable import SiteGenerator

@Suite struct DigestStoreTests {
    private let folder: TemporaryFolder
    private let site: SiteFolder

    init() throws {
        folder = try TemporaryFolder()
        site = try folder.site(
            #"{"title": "T"}"#,
            Dictionary(uniqueKeysWithValues: (1...200).map { ("Meetings/\($0).txt", Self.digest($0)) }))
        for number in 1...200 { try settle("Meetings/\(number).txt") }
    }

    private static func digest(_ number: Int, says words: String = "harbours mattered") -> String {
        "Security Council\n\(number)th Meeting (AM)\n\nStatements\n\nANNA LINDE (Sweden) said that \(words).\n"
    }

    /// Makes a file so old that no later change can hide behind the same time.
    private func settle(_ name: String) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: folder[name])
    }

    private var shelves: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder["cache"]).sorted() }
    }

    /// Turns over a bit in the middle of the first file of a name.
    private func spoil(_ prefix: String) throws {
        let name = try #require(try shelves.first { $0.hasPrefix(prefix) })
        var bytes = Array(try Data(contentsOf: URL(filePath: folder["cache/" + name])))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(filePath: folder["cache/" + name]))
    }

    /// The digests that were read and not recalled, the meetings, and what is told of the store.
    private func read(
        program: UInt64 = 1, files: any FileSystem = POSIXFileSystem()
    ) throws -> (read: [String], meetings: [Meeting], notes: [String]) {
        let cache = BuildCache(folder: folder["cache"], files: files, program: program)
        let files = try DigestFolder(of: site).files
        let reader = DigestReader(site: site, store: DigestStore(in: cache)) { meeting, _ in
            [Diagnostic(id: "read", severity: .note, message: meeting.source.file)]
        }
        let readings = reader.read(files, of: files, threads: 4)
        #expect(readings.faults.isEmpty)
        cache.removeRest()
        return (
            readings.notes.filter { $0.id == "read" }.map(\.message).sorted(), readings.meetings.map(\.meeting),
            cache.notes(root: folder.path).map(\.id)
        )
    }

    @Test func `what was read once is recalled as it was, in the order of the files`() throws {
        let first = try read()
        let second = try read()
        #expect(first.read.count == 200 && second.read.isEmpty)
        #expect(first.meetings == second.meetings)
        #expect(
            first.meetings.map(\.source.file) == first.meetings.map(\.source.file).sorted(by: String.precedesInBytes))
        #expect(try shelves.count <= 2 * DigestStore.shelves)
    }

    @Test func `a digest that changed is read again, and no other`() throws {
        _ = try read()
        try folder.write(Self.digest(7, says: "harbours, mattered"), to: "Meetings/7.txt")
        #expect(try read().read == ["Meetings/7.txt"])
        // As long as it could still change within the same step of the clock it is not kept.
        #expect(try read().read == ["Meetings/7.txt"])
        try settle("Meetings/7.txt")
        #expect(try read().read == ["Meetings/7.txt"])
        #expect(try read().read.isEmpty)
    }

    @Test func `another program reads everything itself`() throws {
        _ = try read()
        #expect(try read(program: 2).read.count == 200)
    }

    @Test func `a damaged file is told, and its digests are read again`() throws {
        let meetings = try read().meetings
        try spoil("skeletons-")
        let again = try read()
        #expect(again.notes == ["cache-damaged"] && again.meetings == meetings)
        #expect(!again.read.isEmpty && again.read.count < 50)
        let mended = try read()
        #expect(mended.notes.isEmpty && mended.read.isEmpty)
    }

    @Test func `what is gone is forgotten`() throws {
        _ = try read()
        for number in 2...200 { try FileManager.default.removeItem(atPath: folder["Meetings/\(number).txt"]) }
        _ = try read()
        #expect(try shelves.map { $0.prefix { $0 != "-" } } == ["skeletons", "texts"])
        try folder.write(Self.digest(2), to: "Meetings/2.txt")
        try settle("Meetings/2.txt")
        #expect(try read().read == ["Meetings/2.txt"])
    }

    @Test func `one reading can be taken out by itself, also after others beside it were written anew`() throws {
        _ = try read()
        let cache = BuildCache(folder: folder["cache"], files: POSIXFileSystem(), program: 1)
        let store = DigestStore(in: cache)
        let files = try DigestFolder(of: site).files
        let meetings = DigestReader(site: site, store: store).read(files, of: files, threads: 1).meetings.map(\.meeting)
        #expect(meetings.allSatisfy { store.meeting(of: $0.source) == $0 })

        try folder.write(Self.digest(7, says: "harbours, mattered"), to: "Meetings/7.txt")
        try settle("Meetings/7.txt")
        let seventh = files.filter { $0.name == "Meetings/7.txt" }
        let again = DigestReader(site: site, store: store).read(seventh, of: files, threads: 1).meetings.map(\.meeting)
        #expect(again.map { store.meeting(of: $0.source) } == again)
        let others = meetings.filter { $0.source.file != "Meetings/7.txt" }
        #expect(others.allSatisfy { store.meeting(of: $0.source) == $0 })
        #expect(cache.notes(root: folder.path).isEmpty)
    }

    /// A build that is killed between the two leaves new texts beside old skeletons; the other way round is damage.
    @Test(arguments: ["skeletons-", "texts-"])
    func `files of texts and skeletons that do not belong together mislead nobody`(old: String) throws {
        _ = try read()
        let before = try shelves.filter { $0.hasPrefix(old) }.map { name in
            (name, try Data(contentsOf: URL(filePath: folder["cache/" + name])))
        }
        try folder.write(Self.digest(7, says: "harbours, long and wide, mattered"), to: "Meetings/7.txt")
        try settle("Meetings/7.txt")
        let meetings = try read().meetings
        for (name, bytes) in before { try bytes.write(to: URL(filePath: folder["cache/" + name])) }

        let cache = BuildCache(folder: folder["cache"], files: POSIXFileSystem(), program: 1)
        let store = DigestStore(in: cache)
        let files = try DigestFolder(of: site).files
        let fetched = DigestTexts(folder: site, store: store, files: files) { fault in
            preconditionFailure(fault.message)
        }
        let reader = DigestReader(site: site, store: store, texts: fetched)
        #expect(reader.read(files, of: files, threads: 2).meetings.map(\.meeting) == meetings)
        // What was lost is read again, and then kept.
        #expect(try read().meetings == meetings)
        let again = try read()
        #expect(again.read.isEmpty && again.notes.isEmpty)
    }

    @Test func `of a file of texts in which something is wrong only that is read again`() throws {
        let meetings = try read().meetings
        try spoil("texts-")
        let again = try read()
        #expect(again.notes == ["cache-damaged"] && again.meetings == meetings && again.read.count == 1)
        #expect(try read().read.isEmpty)
    }

    @Test func `who reads one digest again leaves the readings of the others`() throws {
        _ = try read()
        let count = try shelves.count
        let cache = BuildCache(folder: folder["cache"], files: POSIXFileSystem(), program: 1)
        let files = try DigestFolder(of: site).files
        _ = DigestReader(site: site, store: DigestStore(in: cache)).read([files[0]], of: files, threads: 1)
        cache.removeRest()
        #expect(try shelves.count == count)
    }

    @Test func `a disk that is full keeps no build from being made`() throws {
        let full = try read(files: FaultyFileSystem(.failing(ENOSPC), atCall: 3))
        #expect(full.notes == ["cache-not-kept"] && full.meetings.count == 200)
    }
}
