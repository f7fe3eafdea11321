import Corpus
import Diagnostics
import Foundation
import Meetings
import Synchronization
import Testing

@testable import SiteGenerator

@Suite struct KeptLinksTests {
    /// A site, and what an earlier build of it kept.
    private struct KeptSite {
        let folder: TemporaryFolder
        let site: SiteFolder
        let linked: LinkedDigests

        init(_ folder: TemporaryFolder) throws {
            self.folder = folder
            site = try SiteFolder(root: folder.path)
            let cache = Self.cache(in: folder)
            let store = DigestStore(in: cache)
            linked = try Self.link(site, store)
            linked.keep(in: cache, store, threads: 2)
        }

        static func cache(in folder: TemporaryFolder, program: UInt64 = 1) -> BuildCache {
            BuildCache(folder: folder["cache"], files: POSIXFileSystem(), program: program)
        }

        static func link(_ site: SiteFolder, _ store: DigestStore) throws -> LinkedDigests {
            var clock = StageClock { _ in }
            return try DigestLinking(
                folder: site, threads: 1, memory: nil, store: store, remarks: { _, _ in [] }
            ).run(&clock).linked
        }

        /// What a later build takes out.
        func again(
            program: UInt64 = 1, ground: UInt64? = nil, reading places: [Int] = []
        ) throws -> (linked: LinkedDigests?, store: DigestStore, cache: BuildCache) {
            let cache = Self.cache(in: folder, program: program)
            let store = DigestStore(in: cache)
            let files = try DigestFolder(of: site).files
            let texts = DigestTexts(
                folder: site, store: store, files: files,
                fail: { preconditionFailure("\($0.message): \($0.file ?? "")") })
            let file = LinkedFile(in: cache, ground: ground ?? linked.ground, texts: texts)
            let linked = file?.meetings(at: places).flatMap { file?.linked(with: $0, officialTexts: [], threads: 2) }
            return (linked, store, cache)
        }

        /// Every file of the site as made from these links.
        func files(from linked: LinkedDigests) throws -> [String: [UInt8]] {
            let model = SiteModel(
                title: "T", description: nil, language: "en", baseURL: nil, corpus: linked.corpus,
                corpusMarks: linked.marks, others: linked.others,
                relatedPassages: RelatedPassages([:], in: linked.corpus), promise: AddressPromise())
            let output = Shelf()
            var clock = StageClock { _ in }
            _ = try SiteBuild(site, threads: 2).make(model, &clock, into: output)
            return output.files.withLock { $0 }
        }
    }

    /// Holds what is put.
    private final class Shelf: SiteOutput {
        let files = Mutex<[String: [UInt8]]>([:])
        var isBroken: Bool { false }

        func put(_ bytes: [UInt8], at path: String) { files.withLock { $0[path] = bytes } }
        func keep(_ files: ArraySlice<Int32>) -> Bool { false }
    }

    private static func digest(_ number: Int, says words: String = "harbours mattered") -> String {
        "Security Council\n\(number)th Meeting (AM)\n\nStatements\n\nANNA LINDE (Sweden) said that \(words).\n"
    }

    /// A site of some digests so old that their readings are kept.
    private func settledSite(_ count: Int = 8) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(#"{"title": "T"}"#, to: "site.json")
        for number in 1...count { try settle("Meetings/\(number).txt", Self.digest(number), in: folder) }
        return folder
    }

    private func settle(_ name: String, _ text: String, in folder: TemporaryFolder, age: Double = 60) throws {
        try folder.write(text, to: name)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: folder[name])
    }

    private func expectSame(_ kept: KeptSite) throws {
        let again = try #require(try kept.again().linked)
        #expect(again.digests == kept.linked.digests && again.ground == kept.linked.ground)
        #expect(again.others.map(\.file) == kept.linked.others.map(\.file))
        #expect(again.others.map(\.reason) == kept.linked.others.map(\.reason))
        #expect(again.corpus.diagnostics == kept.linked.corpus.diagnostics)
        #expect(try kept.files(from: again) == kept.files(from: kept.linked))
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `pages made from what was kept are those made from what was linked`(seed: UInt64) throws {
        var site = try EditedSite(seed: seed)
        for _ in 0..<6 { try site.edit() }
        try expectSame(KeptSite(site.copy()))
    }

    private static let seeds = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/seeds").standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: seeds.path), "the two seed digests are not here"))
    func `pages of the seeds made from what was kept are the same`() throws {
        let folder = try settledSite(2)
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.seeds.path) {
            let text = try String(contentsOf: Self.seeds.appending(path: name), encoding: .utf8)
            try settle("Meetings/" + name, text, in: folder)
        }
        try expectSame(KeptSite(folder))
    }

    @Test func `another ground or another program links anew`() throws {
        let kept = try KeptSite(settledSite())
        #expect(try kept.again().linked != nil)
        #expect(try kept.again(ground: kept.linked.ground &+ 1).linked == nil)
        #expect(try kept.again(program: 2).linked == nil)
    }

    @Test func `a digest that can still change without looking otherwise has its text with the links`() throws {
        let folder = try settledSite()
        try folder.write(Self.digest(9), to: "Meetings/9.txt")
        let kept = try KeptSite(folder)
        let again = try #require(try kept.again(reading: [8]).linked)
        #expect(again.digests.filter { $0.stamp == nil }.map(\.file) == ["Meetings/9.txt"])
        try folder.write(Self.digest(9, says: "ice mattered"), to: "Meetings/9.txt")
        #expect(again.corpus.meetings.map(\.meeting) == kept.linked.corpus.meetings.map(\.meeting))
    }

    @Test func `links of digests that nearly all can still change are not kept`() throws {
        let folder = try settledSite()
        for number in 10...40 { try folder.write(Self.digest(number), to: "Meetings/\(number).txt") }
        #expect(try KeptSite(folder).again().linked == nil)
    }

    @Test func `a text whose reading is gone is read from its digest again`() throws {
        let kept = try KeptSite(settledSite())
        let (linked, _, cache) = try kept.again()
        for name in try FileManager.default.contentsOfDirectory(atPath: kept.folder["cache"])
        where name.hasPrefix("texts") {
            try FileManager.default.removeItem(atPath: kept.folder["cache/" + name])
        }
        #expect(linked?.corpus.meetings.map(\.meeting) == kept.linked.corpus.meetings.map(\.meeting))
        #expect(cache.notes(root: kept.folder.path).map(\.id) == ["cache-damaged"])
    }

    @Test func `the text before an edit can be had until the digest is read again`() throws {
        let kept = try KeptSite(settledSite())
        try settle("Meetings/3.txt", Self.digest(3, says: "ice mattered"), in: kept.folder, age: 30)
        let (linked, store, _) = try kept.again(reading: [2])
        let again = try #require(linked)
        #expect(again.digests.changed(try DigestFolder(of: kept.site).files, again.digests.map(\.stamp)) == [])
        // Reading it again writes its shelf anew: those beside it are still found.
        _ = try KeptSite.link(kept.site, store)
        #expect(again.corpus.meetings.map(\.meeting) == kept.linked.corpus.meetings.map(\.meeting))
        #expect(try kept.again().linked != nil)
        #expect(try kept.again(reading: [2]).linked == nil)
    }

    @Test func `no bytes make the reader trap, not even with a good seal`() throws {
        let kept = try KeptSite(settledSite(2))
        let file = kept.folder["cache/linked"]
        let whole = Array(try Data(contentsOf: URL(filePath: file)))
        for place in stride(from: 30, to: whole.count - 8, by: 3) {
            var writer = PackedWriter()
            writer.append(whole[..<place])
            writer.append([0xFF])
            writer.append(whole[(place + 1)..<(whole.count - 8)])
            try Data(writer.sealed().bytes).write(to: URL(filePath: file))
            _ = try kept.again()
        }
    }
}
