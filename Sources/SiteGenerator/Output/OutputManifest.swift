import Diagnostics
import Foundation

/// Which files of the output are the build's own: the only ones a later build may replace or delete.
///
/// Text, the same bytes for the same files: `rapporteur.manifest/1`, then for each file its size in bytes, a tab and
/// its path, in the order of the paths' bytes. A file is known by its place in that order. The bytes are kept as they
/// are: of hundreds of thousands of paths a build asks for few.
package struct OutputManifest: Sendable {
    private(set) var bytes: [UInt8]
    private var lines: [Line] = []
    private var folded = FoldedPaths()

    private struct Line {
        /// The bytes of the path.
        let path: Range<Int>
        let size: Int
    }

    private static let head = Array("rapporteur.manifest/1\n".utf8)
    private static let newline = UInt8(ascii: "\n")

    init() { bytes = Self.head }

    /// - Returns: nil when the bytes are no manifest. Its paths were checked: none leads out of the output.
    init?(bytes: [UInt8]) {
        guard bytes.starts(with: Self.head), bytes.last == Self.newline else { return nil }
        self.bytes = bytes
        // A guess that spares most of the growing.
        lines.reserveCapacity(bytes.count / 40)
        let isWhole = bytes.withUnsafeBufferPointer { bytes in
            var position = Self.head.count
            while position < bytes.count {
                guard let line = Self.line(of: bytes, from: position),
                    lines.last.map({ Self.text($0, bytes).precedes(Self.text(line, bytes)) }) != false,
                    isPath(Self.text(line, bytes))
                else { return false }
                lines.append(line)
                position = line.path.upperBound + 1
            }
            return true
        }
        if !isWhole { return nil }
    }

    private static func line(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Line? {
        var position = start
        var size = 0
        while position - start < 18, position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
            size = size * 10 + Int(digit)
            position += 1
        }
        // There are bytes, and the last of them ends a line.
        guard position > start, position < bytes.count, bytes[position] == UInt8(ascii: "\t"),
            let end = memchr(bytes.baseAddress! + position, Int32(newline), bytes.count - position)
        else { return nil }
        return Line(path: position + 1..<UnsafeRawPointer(bytes.baseAddress!).distance(to: end), size: size)
    }

    private static func text(_ line: Line, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[line.path])
    }

    /// Whether a path is one of an output; one that folds is written down.
    private mutating func isPath(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard OutputPath.isPlain(text) else { return false }
        // All others are ASCII, and lie in no books.
        guard OutputPath.folds(text) || text.first == UInt8(ascii: ".") else { return true }
        guard let path = String(validating: text, as: UTF8.self).flatMap(OutputPath.init) else { return false }
        folded.add(path)
        return true
    }

    // MARK: Asking

    var count: Int { lines.count }

    /// A mark of all paths and sizes.
    var mark: UInt64 { Fingerprint.of(bytes[...]) }

    /// Of all files, in bytes.
    var size: Int { lines.reduce(0) { $0 + $1.size } }

    var sizes: [OutputPath: Int] {
        Dictionary(uniqueKeysWithValues: lines.indices.map { (path(at: $0), lines[$0].size) })
    }

    func size(at place: Int) -> Int { lines[place].size }

    func path(at place: Int) -> OutputPath { OutputPath(trusted: text(at: place)) }

    /// The path as text.
    func text(at place: Int) -> String {
        let range = lines[place].path
        // Checked when the manifest was read.
        return String(unsafeUninitializedCapacity: range.count) { $0.update(fromContentsOf: bytes[range]) }
    }

    /// The place of a path; nil where it is none of the files.
    func place(of path: OutputPath) -> Int? {
        let place = firstPlace(notBefore: path.text)
        return place < count && bytes[lines[place].path].elementsEqual(path.text.utf8) ? place : nil
    }

    /// The places of the files in a folder, at any depth.
    func places(in folder: OutputPath) -> Range<Int> {
        // The byte behind the slash.
        firstPlace(notBefore: folder.text + "/")..<firstPlace(notBefore: folder.text + "0")
    }

    private func firstPlace(notBefore text: String) -> Int {
        var text = text
        return text.withUTF8 { text in
            bytes.withUnsafeBufferPointer { bytes in
                lines.partitioningIndex { !Self.text($0, bytes).precedes(text) }
            }
        }
    }

    /// Another path here that a file system may hold for the same file.
    func twin(of path: OutputPath) -> OutputPath? {
        folded.twin(of: path) { place(of: $0) != nil }
    }

    // MARK: The next one

    /// The manifest without some files and with others.
    /// - Parameters:
    ///   - put: files that come, with their sizes; one that is here already under the same path must not stay.
    ///   - stays: which files stay, by their places.
    /// - Returns: the new one, and for each place here the place there; -1 for what does not stay.
    func followed(by put: [OutputPath: Int], where stays: (Int) -> Bool) -> (manifest: Self, moved: [Int32]) {
        var next = OutputManifest()
        next.bytes.reserveCapacity(bytes.count)
        next.lines.reserveCapacity(count)
        var moved = [Int32](repeating: -1, count: count)
        var place = 0
        func stay(before end: Int) {
            for place in place..<end where stays(place) {
                moved[place] = Int32(next.count)
                next.append(bytes[lines[place].path], size: lines[place].size)
            }
            place = end
        }
        for (path, size) in put.sorted(by: { $0.key < $1.key }) {
            stay(before: firstPlace(notBefore: path.text))
            next.append(path.text.utf8, size: size)
        }
        stay(before: count)
        next.folded = folded.filter { next.place(of: $0) != nil }
        for path in put.keys { next.folded.add(path) }
        return (next, moved)
    }

    private mutating func append(_ path: some Collection<UInt8>, size: Int) {
        bytes += String(size).utf8
        bytes.append(UInt8(ascii: "\t"))
        lines.append(Line(path: bytes.count..<bytes.count + path.count, size: size))
        bytes += path
        bytes.append(Self.newline)
    }
}
