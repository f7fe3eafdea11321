import Foundation

/// The path without links, `.` and `..`; nil when nothing stands there.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

extension String {
    package func appending(pathComponent name: String) -> String { hasSuffix("/") ? self + name : self + "/" + name }

    /// An absolute path without empty, `.` and `..` parts, and without a slash at the end.
    var standardizedPath: String {
        var parts: [Substring] = []
        for part in split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The path with its links resolved as far as it exists.
    var resolvedPath: String {
        var missing: [Substring] = []
        var existing = standardizedPath
        while existing != "/" {
            if let real = realPath(existing) {
                return missing.reversed().reduce(real) { $0.appending(pathComponent: String($1)) }
            }
            let slash = existing.lastIndex(of: "/")!  // an absolute path has one
            missing.append(existing[existing.index(after: slash)...])
            existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
        }
        return missing.reversed().reduce("/") { $0.appending(pathComponent: String($1)) }
    }

    /// Whether a resolved path is this folder or lies in it.
    func contains(path: String) -> Bool {
        self == "/" || path == self || path.utf8.starts(with: (self + "/").utf8)
    }

    /// A path inside a folder, relative to it; any other as it is.
    package func relative(to folder: String) -> String {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return utf8.starts(with: prefix.utf8) ? String(dropFirst(prefix.count)) : self
    }

    /// Comparison by bytes: the same order on every machine, whatever the language.
    package static func precedesInBytes(_ a: String, _ b: String) -> Bool {
        a.utf8.lexicographicallyPrecedes(b.utf8)
    }
}
