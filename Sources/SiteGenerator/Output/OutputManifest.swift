import Diagnostics

/// Which files of the output are the build's own: the only ones a later build may replace or delete.
///
/// Text, the same bytes for the same files: `rapporteur.manifest/1`, then for each file its size in bytes, a tab and
/// its path, in the order of the paths' bytes.
struct OutputManifest: Sendable, Equatable {
    var sizes: [OutputPath: Int] = [:]

    private static let head = "rapporteur.manifest/1"

    init(sizes: [OutputPath: Int] = [:]) { self.sizes = sizes }

    /// - Returns: nil when the bytes are no manifest. Its paths were checked: none leads out of the output.
    init?(bytes: [UInt8]) {
        guard let lines = Self.lines(of: bytes, head: Self.head) else { return nil }
        sizes.reserveCapacity(lines.count)
        for line in lines {
            guard let tab = line.utf8.firstIndex(of: UInt8(ascii: "\t")), let size = Int(line[..<tab]),
                let path = OutputPath(String(line[line.utf8.index(after: tab)...]))
            else { return nil }
            sizes[path] = size
        }
    }

    var bytes: [UInt8] {
        var bytes = Array((Self.head + "\n").utf8)
        for (path, size) in sizes.sorted(by: { $0.key < $1.key }) {
            bytes += "\(size)\t\(path.text)\n".utf8
        }
        return bytes
    }

    /// The lines after the first, which must be `head`; every line must be ended.
    static func lines(of bytes: [UInt8], head: String) -> [Substring]? {
        guard let text = String(validating: bytes, as: UTF8.self), text.utf8.last == UInt8(ascii: "\n") else {
            return nil
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return lines.first.map { $0 == head } == true ? Array(lines.dropFirst()) : nil
    }
}
