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
        let head = Array((Self.head + "\n").utf8)
        guard bytes.starts(with: head), bytes.last == UInt8(ascii: "\n") else { return nil }
        // A guess that spares most of the growing.
        sizes.reserveCapacity(bytes.count / 48)
        var start = head.count
        while start < bytes.count {
            let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
                let size = Int(String(decoding: line[..<tab], as: UTF8.self)),
                let path = String(validating: line[(tab + 1)...], as: UTF8.self).flatMap(OutputPath.init)
            else { return nil }
            sizes[path] = size
            start = line.endIndex + 1
        }
    }

    var bytes: [UInt8] {
        var bytes = Array((Self.head + "\n").utf8)
        for (path, size) in sizes.sorted(by: { $0.key < $1.key }) {
            bytes += "\(size)\t\(path.text)\n".utf8
        }
        return bytes
    }
}
