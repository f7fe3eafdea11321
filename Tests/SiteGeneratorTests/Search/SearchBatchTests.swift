import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct SearchBatchTests {
    private static let numbers = (0..<1024).map { 400_000 + $0 * 37 }
    private static let segment = SearchSegment.all(of: 1024)[0]

    @Test func `every meeting is in one batch, in order`() {
        let batches = SearchBatch.all(of: Self.segment, Self.numbers)
        #expect(batches.flatMap { Array($0.meetings) } == Array(0..<1024))
        #expect(Set(batches.map(\.name)).count == batches.count)
        #expect((10...40).contains(batches.count))
    }

    @Test func `a meeting that comes changes the batch it falls into, and no other`() {
        func batches(_ numbers: [Int]) -> [String: [Int]] {
            let batches = SearchBatch.all(of: Self.segment, numbers)
            return Dictionary(uniqueKeysWithValues: batches.map { ($0.name, Array(numbers[$0.meetings])) })
        }
        let before = batches(Self.numbers)
        var numbers = Self.numbers
        // The last makes room, as in a segment of full thousands.
        numbers.insert(400_001 + 37 * 500, at: 501)
        numbers.removeLast()
        let after = batches(numbers)
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect((1...3).contains(changed.count))
    }

    @Test func `packed terms come back, and those of two batches make what both make at once`() throws {
        let corpus = LakeCouncil.corpus(days: Array(1...28))
        let index = SearchIndex(corpus)
        func terms(_ meetings: Range<Int>) -> SearchTerms {
            index.terms(of: SearchBatch(name: "", meetings: meetings), in: corpus)
        }
        var whole = SearchTerms()
        for part in [terms(0..<11), terms(11..<28)] {
            var writer = PackedWriter()
            part.write(to: &writer)
            var reader = PackedReader(writer.bytes)
            whole.add(try PackedTerms(&reader))
        }
        #expect(whole.passages == terms(0..<28).passages)
        #expect(whole.shards().map(\.bytes) == terms(0..<28).shards().map(\.bytes))
    }

    // MARK: Across builds

    private static func digest(_ number: Int, says words: String = "harbours mattered") -> String {
        """
        Security Council
        \(number)th Meeting (AM)

        \(1 + number % 28) March \(2020 + number % 3)

        Statements

        ANNA LINDE (Sweden) said that \(words) in place \(number % 7).

        """
    }

    /// A site of so many meetings that its search has several batches.
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let digests = (9900..<9996).map { ("Meetings/\($0).txt", Self.digest($0)) }
        _ = try folder.site(#"{"title": "Digests"}"#, Dictionary(uniqueKeysWithValues: digests))
        try build(folder)
        return folder
    }

    private func build(_ folder: TemporaryFolder) throws {
        _ = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
    }

    private func terms(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder["_site/.rapporteur/cache"])
            .filter { $0.hasPrefix("terms-") }.sorted()
    }

    private func expectClean(_ folder: TemporaryFolder) throws {
        let built = try folder.tree("_site")
        try FileManager.default.removeItem(atPath: folder["_site"])
        try build(folder)
        #expect(try folder.tree("_site") == built)
    }

    @Test func `another word is found after a build that reads one batch again`() throws {
        let folder = try site()
        #expect(try terms(folder).count > 1)
        try folder.write(Self.digest(9950, says: "lighthouses mattered"), to: "Meetings/9950.txt")
        try build(folder)
        try expectClean(folder)
    }

    @Test func `terms that are gone, or of another batch, do not get into the index`() throws {
        let folder = try site()
        let names = try terms(folder)
        let cache = "_site/.rapporteur/cache/"
        let other = Array(try Data(contentsOf: URL(filePath: folder[cache + names[0]])))
        for name in names.dropFirst(2) { try folder.write(other, to: cache + name) }
        try FileManager.default.removeItem(atPath: folder[cache + names[1]])
        try folder.write(Self.digest(9950, says: "lighthouses mattered"), to: "Meetings/9950.txt")
        try build(folder)
        try expectClean(folder)
    }

    @Test func `the terms of batches that are no more are removed`() throws {
        let folder = try site()
        for number in 9905..<9996 { try FileManager.default.removeItem(atPath: folder["Meetings/\(number).txt"]) }
        try build(folder)
        #expect(try terms(folder).count <= 2)
    }
}
