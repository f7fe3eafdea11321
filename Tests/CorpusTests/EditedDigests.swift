import Diagnostics
import DigestParser
import Foundation
import Meetings

@testable import Corpus

/// Digests of every form, edited at random; the same seed gives the same edits.
struct EditedDigests {
    private var texts: [(file: String, bytes: [UInt8])] = []
    private(set) var readings: [MeasuredMeeting] = []
    private var numbers: UInt64

    /// `SEED=…` repeats one.
    static var seeds: [UInt64] {
        guard let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) else { return [1, 2, 3] }
        return [seed]
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../DigestParserTests/Texts").standardizedFileURL

    init(seed: UInt64) throws {
        numbers = seed &* 0x9E37_79B9_7F4A_7C15
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        where file.hasSuffix(".txt") {
            texts.append((file, Array(try Data(contentsOf: Self.folder.appending(path: file)))))
        }
        readings = try texts.map { try Self.reading($0.file, $0.bytes) }
    }

    func file(_ index: Int) -> String { texts[index].file }

    mutating func below(_ count: Int) -> Int {
        numbers = numbers &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((numbers >> 33) % UInt64(count))
    }

    private static func reading(_ file: String, _ bytes: [UInt8]) throws -> MeasuredMeeting {
        MeasuredMeeting(DigestParser().parse(try SourceText(file: file, bytes: bytes), sha256: SHA256.hex(of: bytes)))
    }

    private mutating func put(_ bytes: [UInt8], at index: Int) throws {
        readings[index] = try Self.reading(texts[index].file, bytes)
        texts[index].bytes = bytes
    }

    // MARK: Edits

    /// Edits a few bytes of a digest, or something that it cites.
    /// - Returns: its place.
    mutating func editWords() throws -> Int {
        let index = below(texts.count)
        var bytes = texts[index].bytes
        let place = bytes.count / 4 + below(bytes.count * 3 / 4)
        let known = readings[below(readings.count)].meeting.references.filter { $0.kind != .statement }.map(\.text)
        let cited = known.isEmpty ? "nobody" : known[below(known.count)]
        let space = bytes[place...].firstIndex(of: UInt8(ascii: " ")) ?? place
        switch below(7) {
        case 0: bytes.insert(UInt8(ascii: ","), at: space)
        case 1: bytes.insert(contentsOf: " harbour".utf8, at: space)
        case 2: bytes[space] = UInt8(ascii: "\n")
        case 3: bytes.insert(contentsOf: ". So it was".utf8, at: space)
        case 4: bytes.insert(contentsOf: " (\(cited))".utf8, at: space)
        case 5: if let range = bytes.firstRange(of: Array(cited.utf8)) { bytes.removeSubrange(range) }
        default: bytes.remove(at: space)
        }
        try put(bytes, at: index)
        return index
    }

    /// Edits whole lines: those of another digest come into one, or some of its own go.
    mutating func editLines() throws {
        let index = below(texts.count)
        var lines = texts[index].bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let others = texts[below(texts.count)].bytes.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let (place, other) = (below(lines.count), below(others.count))
        if below(3) == 0 {
            lines.removeSubrange(place..<min(lines.count, place + 1 + below(3)))
        } else {
            lines.insert(contentsOf: [[]] + others[other..<min(others.count, other + 3)] + [[]], at: place)
        }
        try put(Array(lines.joined(separator: [UInt8(ascii: "\n")])), at: index)
    }

    /// A digest comes, under another name, or goes.
    mutating func editFolder() throws {
        let index = below(texts.count)
        if below(2) == 0, texts.count > 4 {
            texts.remove(at: index)
            readings.remove(at: index)
        } else {
            let file = "\(below(100_000)).txt"
            readings.append(try Self.reading(file, texts[index].bytes))
            texts.append((file, texts[index].bytes))
        }
    }
}
