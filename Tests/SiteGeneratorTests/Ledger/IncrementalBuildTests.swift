import Foundation
import Testing

@testable import SiteGenerator

@Suite struct IncrementalBuildTests {
    /// `SEQUENCES=1000` tries more; `SEED=…` repeats one that failed.
    private static func seeds(usually count: UInt64) -> [UInt64] {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["SEED"].flatMap(UInt64.init) { return [seed] }
        return Array(1...(environment["SEQUENCES"].flatMap(UInt64.init) ?? count))
    }

    @Test(arguments: seeds(usually: 24))
    func `after any edits a build makes what a first build would make, byte for byte`(seed: UInt64) throws {
        var site = try EditedSite(seed: seed)
        _ = try site.build()
        for _ in 0..<4 {
            try site.edit()
            _ = try site.build(threads: 2)
        }
        try expectClean(site, seed)
    }

    @Test(arguments: seeds(usually: 24))
    func `after a build that was killed at any moment the next one is right`(seed: UInt64) throws {
        var site = try EditedSite(seed: seed)
        var numbers = SeededEdits(seed &* 977)
        _ = try site.build()
        for _ in 0..<3 {
            let before = try site.inputs()
            try site.edit()
            let system = FaultyFileSystem(.killed, atCall: numbers.below(400))
            do {
                _ = try site.build(files: system)
            } catch {
                #expect(system.wasReached, "SEED=\(seed): \(error)")
            }
            // What was begun may be wanted no longer.
            if numbers.below(3) == 0 { try site.restore(before) }
            _ = try site.build()
        }
        try expectClean(site, seed)
    }

    private func expectClean(_ site: EditedSite, _ seed: UInt64) throws {
        let (built, clean) = (try site.built(), try site.clean())
        let different = Set(built.keys).union(clean.keys).filter { built[$0] != clean[$0] }.sorted()
        #expect(different.isEmpty, "SEED=\(seed): \(different.prefix(5)) after \(site.history)")
    }

    @Test func `one, two and eight threads and any order of the disk's listings give the same bytes`() throws {
        var site = try EditedSite(seed: 9)
        for _ in 0..<6 { try site.edit() }
        let one = try site.clean()
        for threads in [2, 8] {
            let copy = try site.copy()
            _ = try SiteBuild(SiteFolder(root: copy.path, files: ReversedListings()), threads: threads).run()
            #expect(try EditedSite.built(in: copy) == one)
        }
    }

    // MARK: What is made again

    private static func digest(_ number: Int, says words: String) -> String {
        """
        Security Council
        \(number)th Meeting (AM)

        Council Hears Briefing on Lighthouses

        Statements

        ANNA LINDE (Sweden) said that \(words).

        OTTO BERG (Norway) agreed with her and recalled resolution 2500 (2020).

        """
    }

    /// How many pages of each template a build made.
    private func made(_ report: BuildReport) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: report.timings.templates.map { ($0.template, $0.pages) })
    }

    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let digests = (9904...9909).map { ("Meetings/\($0).txt", Self.digest($0, says: "lighthouses mattered")) }
        _ = try folder.site(#"{"title": "Digests"}"#, Dictionary(uniqueKeysWithValues: digests))
        _ = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
        return folder
    }

    @Test func `a comma makes the meeting, the speaker and the delegation of the statement again, and no list`() throws
    {
        let folder = try site()
        try folder.write(Self.digest(9906, says: "lighthouses, mattered"), to: "Meetings/9906.txt")
        let pages = made(try SiteBuild(SiteFolder(root: folder.path), threads: 2).run())
        #expect(pages == ["meeting.md": 1, "speaker.md": 1, "delegation.md": 1])
    }

    @Test func `another word makes no page that only shows the delegation's name`() throws {
        let folder = try site()
        try folder.write(Self.digest(9906, says: "many lighthouses mattered"), to: "Meetings/9906.txt")
        #expect(made(try SiteBuild(SiteFolder(root: folder.path), threads: 2).run())["meeting.md"] == 1)
    }

    @Test func `a delegation that comes to speak in between changes the way on from a meeting that is no neighbour`()
        throws
    {
        func digest(_ number: Int, _ states: [String]) -> String {
            let turns = states.map { "ANNA LINDE (\($0)) said that lighthouses mattered." }
            let head = ["Security Council\n\(number)th Meeting (AM)", "\(number - 9900) March 2020", "Statements"]
            return (head + turns).joined(separator: "\n\n") + "\n"
        }
        let folder = try TemporaryFolder()
        let states = [9904: ["Sweden", "Malta"], 9905: ["Malta"], 9906: ["Malta"], 9907: ["Sweden", "Malta"]]
        _ = try folder.site(
            #"{"title": "Digests"}"#,
            Dictionary(uniqueKeysWithValues: states.map { ("Meetings/\($0).txt", digest($0, $1)) }))
        _ = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
        let page = "_site/meetings/sc-9904/index.html"
        #expect(try folder.text(of: page).contains("sc-9907/#sweden"))
        try folder.write(digest(9906, ["Malta", "Sweden"]), to: "Meetings/9906.txt")
        _ = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
        #expect(try folder.text(of: page).contains("sc-9906/#sweden"))
        #expect(try !folder.text(of: page).contains("sc-9907/#sweden"))
    }

    @Test func `a new meeting makes its neighbours' pages again`() throws {
        let folder = try site()
        try folder.write(Self.digest(9910, says: "lighthouses mattered"), to: "Meetings/9910.txt")
        #expect(made(try SiteBuild(SiteFolder(root: folder.path), threads: 2).run())["meeting.md"] == 2)
    }

    @Test func `another title or template makes every page again`() throws {
        let folder = try site()
        try folder.write(#"{"title": "Other digests"}"#, to: "site.json")
        #expect(made(try SiteBuild(SiteFolder(root: folder.path), threads: 2).run())["meeting.md"] == 6)
        try folder.write("# Nobody\n", to: "Templates/404.md")
        #expect(made(try SiteBuild(SiteFolder(root: folder.path), threads: 2).run())["meeting.md"] == 6)
    }

    @Test func `a page that was touched by hand is made again, and no other`() throws {
        let folder = try site()
        try folder.write("spoilt", to: "_site/speakers/anna-linde/index.html")
        try folder.write("{}", to: "people.json")
        let report = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
        #expect(made(report) == ["speaker.md": 1] && report.output.written == 1)
    }

    // MARK: The ledger

    @Test func `a ledger that is gone costs a full build and nothing else`() throws {
        let folder = try site()
        try FileManager.default.removeItem(atPath: folder["_site/.rapporteur/ledger"])
        let report = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
        #expect(made(report)["meeting.md"] == 6)
        #expect(report.output.written == 0)
        #expect(!report.diagnostics.contains { $0.id == "ledger-damaged" })
    }

    @Test func `a damaged ledger is told, and every page is made again`() throws {
        let folder = try site()
        let path = folder["_site/.rapporteur/ledger"]
        let whole = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(BuildLedger(bytes: whole) != nil)
        for place in stride(from: 0, to: whole.count, by: 97) {
            var bytes = whole
            bytes[place] ^= 0x10
            #expect(BuildLedger(bytes: bytes) == nil, "byte \(place)")
            #expect(BuildLedger(bytes: Array(whole[..<place])) == nil)
        }
        try Data(whole.dropLast(3)).write(to: URL(filePath: path))
        try folder.write("{}", to: "people.json")
        let report = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
        #expect(report.diagnostics.contains { $0.id == "ledger-damaged" } && made(report)["meeting.md"] == 6)
    }

    @Test func `a ledger of another version of the program counts for nothing`() throws {
        let folder = try site()
        let path = folder["_site/.rapporteur/ledger"]
        let ledger = try #require(BuildLedger(bytes: Array(try Data(contentsOf: URL(filePath: path)))))
        var other = BuildLedger(program: ledger.program &+ 1, ground: ledger.ground, files: ledger.files)
        (other.facts, other.products, other.wording) = (ledger.facts, ledger.products, ledger.wording)
        try Data(other.bytes).write(to: URL(filePath: path))
        try folder.write("{}", to: "people.json")
        #expect(made(try SiteBuild(SiteFolder(root: folder.path), threads: 2).run())["meeting.md"] == 6)
    }

    @Test func `a ledger that tells of other files than the manifest counts for nothing`() throws {
        let folder = try site()
        let ledger = "_site/.rapporteur/ledger"
        let bytes = Array(try Data(contentsOf: URL(filePath: folder[ledger])))
        try folder.write(Self.digest(9910, says: "lighthouses mattered"), to: "Meetings/9910.txt")
        _ = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
        try folder.write(bytes, to: ledger).write("{}", to: "people.json")
        #expect(made(try SiteBuild(SiteFolder(root: folder.path), threads: 2).run())["meeting.md"] == 7)
    }

    @Test func `the ledger of a build comes back from its bytes, the same whatever the threads`() throws {
        let (one, two) = (try site(), try site())
        let bytes = try [one, two].map { Array(try Data(contentsOf: URL(filePath: $0["_site/.rapporteur/ledger"]))) }
        #expect(try #require(BuildLedger(bytes: bytes[0])).bytes == bytes[0])
        #expect(bytes[0] == bytes[1])
    }

    @Test func `a digest that is the same is read once in a session`() throws {
        let folder = try site()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder["Meetings"]) {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: folder["Meetings/" + name])
        }
        let memory = SessionMemory()
        let read = {
            let site = try SiteFolder(root: folder.path)
            let files = try DigestFolder(of: site).files
            let reader = DigestReader(site: site, memory: memory) { meeting, _ in
                [.init(id: "read", severity: .note, message: meeting.source.file)]
            }
            return reader.read(files, of: files, threads: 2)
        }
        #expect(try read().notes.count { $0.id == "read" } == 6)
        try folder.write(Self.digest(9906, says: "ships mattered"), to: "Meetings/9906.txt")
        let again = try read()
        #expect(
            again.notes.filter { $0.id == "read" }.map(\.message) == ["Meetings/9906.txt"] && again.meetings.count == 6)
    }
}

/// Lists folders the other way round.
private struct ReversedListings: FileSystem {
    private let system = POSIXFileSystem()

    func names(in folder: String) throws(FileFault) -> FolderListing {
        var listing = try system.names(in: folder)
        listing.names.reverse()
        return listing
    }

    func status(_ path: String) throws(FileFault) -> FileStatus? { try system.status(path) }
    func read(_ path: String) throws(FileFault) -> [UInt8] { try system.read(path) }
    func read(_ path: String, _ range: Range<Int>) throws(FileFault) -> [UInt8] { try system.read(path, range) }
    func holds(_ bytes: [UInt8], at path: String) throws(FileFault) -> Bool { try system.holds(bytes, at: path) }
    func write(_ bytes: [UInt8], to path: String, synced: Bool) throws(FileFault) {
        try system.write(bytes, to: path, synced: synced)
    }
    func makeFolder(_ path: String) throws(FileFault) { try system.makeFolder(path) }
    func move(_ path: String, to target: String) throws(FileFault) { try system.move(path, to: target) }
    func removeFile(_ path: String) throws(FileFault) { try system.removeFile(path) }
    func removeEmptyFolder(_ path: String) throws(FileFault) -> Bool { try system.removeEmptyFolder(path) }
    func checkWritable(_ folder: String) throws(FileFault) { try system.checkWritable(folder) }
}
