import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import SiteGenerator

@Suite struct KeptFilesTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Builds pages and a ledger, by whose time the next build knows what was touched.
    private func build(_ pages: Pages) throws {
        let transaction = try folder.transaction()
        for (path, text) in pages { transaction.put(Array(text.utf8), at: path) }
        _ = try transaction.commit(ledger: { _, _ in [] })
    }

    /// The places of paths among those of a manifest.
    private func places(_ paths: [String], of pages: Pages) -> ArraySlice<Int32> {
        let order = pages.keys.sorted(by: String.precedesInBytes)
        return paths.compactMap { order.firstIndex(of: $0).map(Int32.init) }[...]
    }

    @Test func `what stays and what is put make up the new site`() throws {
        try build(Sites.old)
        let transaction = try folder.transaction()
        transaction.look(threads: 2)
        #expect(transaction.stands)
        let kept = ["same.html", "kept/one", "n", "a/b/c/deep.html"]
        #expect(transaction.keep(places(kept, of: Sites.old)))
        let put = ["index.html": "home!", "a/b/new": "x", "folder": "now a file", "about.html": "case"]
        for (path, text) in put { transaction.put(Array(text.utf8), at: path) }
        let new = put.merging(Sites.old.filter { kept.contains($0.key) }) { $1 }
        let summary = try transaction.commit(ledger: { files, moved in
            let old = places(kept, of: Sites.old)
            #expect(old.map { files.path(at: Int(moved[Int($0)])).text } == kept)
            #expect(moved.count { $0 >= 0 } == kept.count && files.count == new.count)
            return []
        })
        #expect(try folder.output() == new)
        #expect(summary.written == 4 && summary.unchanged == 4 && summary.deleted == 7)
        #expect(summary.bytes == new.values.reduce(0) { $0 + $1.utf8.count })
    }

    @Test(arguments: [
        ("a/b", "A/b"), ("A/b", "a/b"), ("x", "x/y"), ("x/y/z", "x"), ("x/y", "x/y/z/u"), ("é", "e\u{301}"),
    ])
    func `a new file in the way of one that stays is refused, and in place of one that goes it is not`(
        old: String, new: String
    ) throws {
        try build([old: "old", "x-": "beside", "x0": "beside"])
        for stays in [true, false] {
            let transaction = try folder.transaction()
            transaction.look(threads: 1)
            if stays { #expect(transaction.keep(places([old], of: [old: "", "x-": "", "x0": ""]))) }
            transaction.put([1], at: new)
            let ids = folder.ids { _ = try transaction.commit() }
            #expect(ids == (stays ? ["same-address"] : []))
            _ = transaction.abandon()
            #expect(try folder.output().keys.sorted() == (stays ? [old, "x-", "x0"].sorted() : [new]))
        }
    }

    @Test func `a file that stays cannot be put besides, nor stay twice`() throws {
        try build(["a": "1"])
        for again in [true, false] {
            let transaction = try folder.transaction()
            transaction.look(threads: 1)
            #expect(transaction.keep([0]))
            if again { #expect(transaction.keep([0])) } else { transaction.put([1], at: "a") }
            #expect(folder.ids { _ = try transaction.commit() } == ["same-address"])
            _ = transaction.abandon()
        }
    }

    @Test func `a file that only differs from ours by letter case is not ours where the disk tells them apart`() throws
    {
        try build(["Logo.svg": "ours"])
        try folder.write("the owner's", to: "_site/logo.svg")
        guard try folder.text(of: "_site/Logo.svg") == "ours" else { return }
        let transaction = try folder.transaction()
        transaction.put([1], at: "logo.svg")
        #expect(folder.ids { _ = try transaction.commit() } == ["foreign-file"])
        _ = transaction.abandon()
        #expect(try folder.text(of: "_site/logo.svg") == "the owner's")
    }

    @Test func `a file of ours that a disk shows under another letter case too is renamed`() throws {
        try build(["Logo.svg": "ours", "a": "1"])
        // One file under both names, as where the disk makes no difference.
        try FileManager.default.linkItem(atPath: folder["_site/Logo.svg"], toPath: folder["_site/logo.svg"])
        let transaction = try folder.transaction()
        transaction.put([1], at: "logo.svg")
        #expect(folder.ids { _ = try transaction.commit() } == [])
        #expect(try folder.text(of: "_site/logo.svg") == "\u{1}")
    }

    private func expectNothingStays() throws {
        let transaction = try folder.transaction()
        #expect(!transaction.stands && !transaction.keep([0]))
        _ = transaction.abandon()
    }

    @Test func `no file stays that nobody looked at, that was touched or that never was`() throws {
        try build(["a": "1", "b": "2", "c": "3"])
        try expectNothingStays()
        try folder.write("much longer", to: "_site/b")
        try FileManager.default.removeItem(atPath: folder["_site/c"])
        try FileManager.default.createSymbolicLink(atPath: folder["_site/c"], withDestinationPath: "a")
        let transaction = try folder.transaction()
        transaction.look(threads: 2)
        #expect(!transaction.stands)
        #expect(transaction.keep([0]))
        for files in [[1], [2], [3], [-1], [0, 1]] as [[Int32]] { #expect(!transaction.keep(files[...])) }
        for (path, byte) in [("b", 0x32), ("c", 0x33)] as [(String, UInt8)] { transaction.put([byte], at: path) }
        _ = try transaction.commit()
        #expect(try folder.output() == ["a": "1", "b": "2", "c": "3"])
    }
}

@Suite struct OutputLookTests {
    @Test(arguments: [0, 1, 2047, 2048, 10_001], [1, 2, 8])
    func `each file is looked at once, and all are known, whatever the threads`(count: Int, threads: Int) {
        let looks = Mutex([Int](repeating: 0, count: count))
        let look = OutputLook(count: count, threads: threads) { place in
            looks.withLock { $0[place] += 1 }
            return place % 3 != 0
        }
        #expect(look.standing == (0..<count).map { $0 % 3 != 0 })
        #expect(looks.withLock { $0 }.allSatisfy { $0 == 1 })
    }
}

@Suite struct OutputManifestTests {
    /// Paths of few letters, so that many are near each other.
    private static func paths(_ numbers: inout SeededEdits) -> [OutputPath: Int] {
        var files: [OutputPath: Int] = [:]
        for _ in 0..<numbers.below(40) {
            let parts = (0...numbers.below(3)).map { _ in numbers.pick(["a", "B", "é", "a-", "a0", "Ab"]) ?? "" }
            if let path = OutputPath(parts.joined(separator: "/")) { files[path] = numbers.below(20000) }
        }
        return files
    }

    private static func text(_ files: [OutputPath: Int]) -> String {
        let lines = files.sorted { $0.key < $1.key }.map { "\($0.value)\t\($0.key.text)\n" }
        return "rapporteur.manifest/1\n" + lines.joined()
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `a manifest follows another as if it was written anew`(seed: UInt64) throws {
        var numbers = SeededEdits(seed)
        let (old, put) = (Self.paths(&numbers), Self.paths(&numbers))
        let manifest = try #require(OutputManifest(bytes: Array(Self.text(old).utf8)))
        let (divisor, rest) = (1 + numbers.below(4), numbers.below(3))
        let stays = old.filter { put[$0.key] == nil && $0.value % divisor != rest }
        let (next, moved) = manifest.followed(by: put) { stays[manifest.path(at: $0)] != nil }
        let expected = stays.merging(put) { $1 }
        #expect(String(decoding: next.bytes, as: UTF8.self) == Self.text(expected))
        #expect(next.sizes == expected && next.size == expected.values.reduce(0, +))
        for place in 0..<manifest.count {
            let path = manifest.path(at: place)
            #expect(moved[place] == (stays[path] == nil ? -1 : Int32(try #require(next.place(of: path)))))
        }
        let read = try #require(OutputManifest(bytes: next.bytes))
        for path in old.keys {
            #expect(read.place(of: path) == next.place(of: path))
            #expect(read.twin(of: path) == next.twin(of: path))
            let inside = expected.keys.filter { $0.text.hasPrefix(path.text + "/") }.count
            #expect(read.places(in: path).count == inside)
        }
    }

    @Test(arguments: [
        "-1\ta\n", "\ta\n", "1 a\n", "1\t\n", "1\ta/../b\n", "1\t../a\n", "1\t/a\n", "1\ta\tb\n", "1\t.rapporteur/a\n",
        "1\t.RAPPORTEUR/a\n", "1\tb\n1\ta\n", "1\ta\n1\ta\n", "1\ta", "99999999999999999999\ta\n", "1",
    ])
    func `bytes that no build can have written are no manifest`(lines: String) {
        #expect(OutputManifest(bytes: Array("rapporteur.manifest/1\n\(lines)".utf8)) == nil)
    }
}
