import Diagnostics

/// Which files of the output are the build's own: the only ones a later build may replace or delete.
///
/// Text, the same bytes for the same files: `rapporteur.manifest/1`, then for each file its size in bytes, a tab and
/// its path, in the order of the paths' bytes.
struct OutputManifest: Sendable, Equatable {
    let sizes: [OutputPath: Int]
    /// In the order of their bytes.
    private let paths: [OutputPath]

    private static let head = "rapporteur.manifest/1"

    init(sizes: [OutputPath: Int] = [:]) {
        self.sizes = sizes
        paths = sizes.keys.sorted()
    }

    /// What another build leaves: most of its paths have their places here already.
    func followed(by sizes: [OutputPath: Int]) -> OutputManifest {
        let new = sizes.keys.filter { self.sizes[$0] == nil }.sorted()
        let kept = paths.filter { sizes[$0] != nil }
        guard !new.isEmpty else { return OutputManifest(sizes: sizes, paths: kept) }
        var merged: [OutputPath] = []
        merged.reserveCapacity(sizes.count)
        var rest = new[...]
        for path in kept {
            while let first = rest.first, first < path { merged.append(rest.removeFirst()) }
            merged.append(path)
        }
        return OutputManifest(sizes: sizes, paths: merged + rest)
    }

    private init(sizes: [OutputPath: Int], paths: [OutputPath]) {
        self.sizes = sizes
        self.paths = paths
    }

    /// - Returns: nil when the bytes are no manifest. Its paths were checked: none leads out of the output.
    init?(bytes: [UInt8]) {
        let head = Array((Self.head + "\n").utf8)
        guard bytes.starts(with: head), bytes.last == UInt8(ascii: "\n") else { return nil }
        var sizes: [OutputPath: Int] = [:]
        var paths: [OutputPath] = []
        // A guess that spares most of the growing.
        sizes.reserveCapacity(bytes.count / 48)
        paths.reserveCapacity(bytes.count / 48)
        var start = head.count
        while start < bytes.count {
            let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
                let size = Int(String(decoding: line[..<tab], as: UTF8.self)),
                let path = String(validating: line[(tab + 1)...], as: UTF8.self).flatMap(OutputPath.init)
            else { return nil }
            if let last = paths.last, !(last < path) { return nil }
            sizes[path] = size
            paths.append(path)
            start = line.endIndex + 1
        }
        self.init(sizes: sizes, paths: paths)
    }

    var bytes: [UInt8] {
        var bytes = Array((Self.head + "\n").utf8)
        for path in paths {
            bytes += String(sizes[path] ?? 0).utf8
            bytes.append(UInt8(ascii: "\t"))
            bytes += path.text.utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
