import Foundation

/// The path without links, `.` and `..`; nil when nothing stands there.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// Paths are taken apart by bytes: as a Character, a slash hides in the mark that combines with it.
extension String {
    package func appending(pathComponent name: String) -> String {
        utf8.last == UInt8(ascii: "/") ? self + name : self + "/" + name
    }

    /// An absolute path without empty, `.` and `..` parts, and without a slash at the end.
    package var standardizedPath: String {
        var parts: [String] = []
        for part in utf8.split(separator: UInt8(ascii: "/")).map({ String(decoding: $0, as: UTF8.self) })
        where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The path with its links resolved as far as it exists.
    package var resolvedPath: String {
        var missing: [String] = []
        var existing = standardizedPath
        while existing != "/" {
            if let real = realPath(existing) {
                return missing.reversed().reduce(real) { $0.appending(pathComponent: $1) }
            }
            missing.append(existing.lastComponent)
            existing = existing.parentFolder
        }
        return missing.reversed().reduce("/") { $0.appending(pathComponent: $1) }
    }

    /// Whether a resolved path is this folder or lies in it.
    package func contains(path: String) -> Bool {
        self == "/" || path == self || path.utf8.starts(with: (self + "/").utf8)
    }

    /// A path inside a folder, relative to it; any other as it is.
    package func relative(to folder: String) -> String {
        let prefix = folder.appending(pathComponent: "")
        return utf8.starts(with: prefix.utf8)
            ? String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : self
    }

    /// The last part of a path without a slash at its end.
    package var lastComponent: String {
        String(decoding: utf8[(lastSlash.map(utf8.index(after:)) ?? startIndex)...], as: UTF8.self)
    }

    /// The folder an absolute path lies in; `/` for itself.
    package var parentFolder: String {
        guard let slash = lastSlash, slash != startIndex else { return "/" }
        return String(decoding: utf8[..<slash], as: UTF8.self)
    }

    private var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }
}
