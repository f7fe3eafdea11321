import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

/// An index read back from its files, by what the documentation says of the format.
struct ReadIndex {
    /// The first term of each shard, by segment.
    private(set) var segments: [String: [String]] = [:]
    private var lists: [String: [[UInt8]]] = [:]

    init(_ files: [String: [UInt8]]) {
        struct Directory: Decodable { let segments: [Segment] }
        struct Segment: Decodable {
            let name: String
            let registers: [String]
        }
        struct Register: Decodable {
            let terms: [String]
            let sizes: [Int]
        }
        func file(_ term: String, of segment: Segment, _ ending: String) -> [UInt8] {
            let path = "search/words/\(segment.name)/\(SearchShard.name(of: Array(term.utf8))).\(ending)"
            if files[path] == nil { Issue.record("no \(path)") }
            return files[path] ?? []
        }
        do {
            let directory = try JSONDecoder().decode(Directory.self, from: Data(files["search/index.json"] ?? []))
            for segment in directory.segments {
                for register in segment.registers {
                    let shards = try JSONDecoder().decode(
                        Register.self, from: Data(file(register, of: segment, "json")))
                    #expect(shards.terms.first == register)
                    segments[segment.name, default: []] += shards.terms
                    let files = shards.terms.map { file($0, of: segment, "bin") }
                    #expect(files.map(\.count) == shards.sizes)
                    files.forEach { read($0) }
                }
            }
        } catch {
            Issue.record(error)
        }
    }

    private mutating func read(_ bytes: [UInt8]) {
        var rest = bytes[...]
        func number() -> Int {
            var (value, shift) = (0, 0)
            while let byte = rest.popFirst() {
                value |= Int(byte & 127) << shift
                if byte < 128 { break }
                shift += 7
            }
            return value
        }
        var key: [UInt8] = []
        var lengths: [(String, Int)] = []
        for _ in 0..<number() {
            let shared = number()
            let length = number()
            key = Array(key[..<shared] + rest.prefix(length))
            rest = rest.dropFirst(length)
            _ = number()
            lengths.append((String(decoding: key, as: UTF8.self), number()))
        }
        for (key, length) in lengths {
            lists[key, default: []].append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
    }

    /// Meeting, passage, weight.
    func places(_ term: String) -> [[Int]]? {
        lists[term].map { $0.flatMap(Self.places) }
    }

    private static func places(_ bytes: [UInt8]) -> [[Int]] {
        var reader = VariableLength.Reader(bytes)
        var places: [[Int]] = []
        var meeting = 0
        while let way = reader.next() {
            meeting += way
            var passage = -1
            while let value = reader.next() {
                passage += value >> 3
                places.append([meeting, passage, value >> 1 & 3])
                if value & 1 == 1 { break }
            }
        }
        return places
    }

    func meetings(_ term: String) -> [Int]? {
        lists[term].map { lists in
            lists.flatMap { bytes in
                var reader = VariableLength.Reader(bytes)
                var meetings: [Int] = []
                while let way = reader.next() { meetings.append((meetings.last ?? 0) + way) }
                return meetings
            }
        }
    }
}
