import Foundation
import SiteGenerator

/// What a build reads, as it stands on the disk at one moment: two that are equal give the same site.
struct InputSnapshot: Equatable, Sendable {
    /// The files, by path.
    private(set) var files: [String: Stamp] = [:]
    /// The folders in which a change would show: those with files in them, and those above where files are looked for.
    private(set) var folders: Set<String> = []
    /// Those of them that lie in what is looked at as a whole.
    private var walked: Set<String> = []
    private var hasLinks = false

    /// Different whenever the file is another one or has been written to.
    struct Stamp: Equatable, Sendable {
        private let node: UInt64
        private let size: Int64
        private let modified: Int
        private let changed: Int

        fileprivate init(_ status: stat) {
            #if canImport(Darwin)
                let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
            #else
                let (modified, changed) = (status.st_mtim, status.st_ctim)
            #endif
            node = UInt64(status.st_ino)
            size = Int64(status.st_size)
            self.modified = Int(modified.tv_sec) * 1_000_000_000 + Int(modified.tv_nsec)
            self.changed = Int(changed.tv_sec) * 1_000_000_000 + Int(changed.tv_nsec)
        }
    }

    /// - Parameters:
    ///   - paths: absolute, of files and folders (`SiteFolder.inputPaths`); some may not be there.
    ///   - root: the folder of the site.
    init(of paths: [String], root: String) {
        for path in paths {
            addFolders(above: path, within: root)
            guard let status = Self.status(path) else { continue }
            if Self.isFolder(status) {
                walk(path)
            } else if let entry = Self.entry(path), entry.st_mode & S_IFMT == S_IFLNK {
                add(link: path, status)
            } else {
                files[path] = Stamp(status)
            }
        }
    }

    /// Looks again at a few files that may have changed, come or gone.
    /// - Parameter places: absolute paths.
    /// - Returns: those that are other ones now; nil where everything must be looked at.
    mutating func look(at places: Set<String>) -> Set<String>? {
        guard !hasLinks else { return nil }
        var found: [String: Stamp?] = [:]
        for place in places {
            if files[place] == nil {
                guard walked.contains(place.parentFolder) else { return nil }
                if Self.isPassedOver(place.lastComponent) { continue }
            }
            let entry = Self.entry(place)
            if let entry, entry.st_mode & S_IFMT != S_IFREG { return nil }
            found[place] = .some(entry.map(Stamp.init))
        }
        let changed = found.filter { files[$0.key] != $0.value }
        for (place, stamp) in changed { files[place] = stamp }
        return Set(changed.keys)
    }

    /// The files that are other ones here than in an earlier snapshot, those that came and those that went.
    func changes(since earlier: InputSnapshot) -> Set<String> {
        let changed = files.filter { earlier.files[$0.key] != $0.value }.keys
        let gone = earlier.files.keys.filter { files[$0] == nil }
        return Set(changed).union(gone)
    }

    /// Names that editors and browsers give to files they are not done with, and names that a build leaves out.
    static func isPassedOver(_ name: String) -> Bool {
        let bytes = name.utf8
        return bytes.first == UInt8(ascii: ".") || bytes.last == UInt8(ascii: "~")
            || bytes.first == UInt8(ascii: "#") && bytes.last == UInt8(ascii: "#")
            || name == "4913"  // Vim tries with this name whether it may make files.
            || unfinished.contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static let unfinished = [".tmp", ".swp", ".part", ".crdownload"]

    /// Up to the site's own folder, or one step where the path lies outside it; only those that are there.
    private mutating func addFolders(above path: String, within root: String) {
        var folder = path.parentFolder
        while true {
            if Self.status(folder).map(Self.isFolder) == true { folders.insert(folder) }
            guard folder != root, root.contains(path: folder) || Self.status(folder) == nil, folder != "/" else {
                return
            }
            folder = folder.parentFolder
        }
    }

    private mutating func walk(_ folder: String) {
        var open = [folder]
        while let folder = open.popLast() {
            folders.insert(folder)
            walked.insert(folder)
            for name in Self.names(in: folder) where !Self.isPassedOver(name) {
                let path = folder.appending(pathComponent: name)
                guard let entry = Self.entry(path) else { continue }
                switch entry.st_mode & S_IFMT {
                case S_IFDIR: open.append(path)
                case S_IFLNK:
                    if let target = Self.status(path), !Self.isFolder(target) { add(link: path, target) }
                default: files[path] = Stamp(entry)
                }
            }
        }
    }

    /// What a link leads to is saved in its own folder.
    private mutating func add(link path: String, _ target: stat) {
        hasLinks = true
        files[path] = Stamp(target)
        folders.insert(path.resolvedPath.parentFolder)
    }

    /// A folder that has vanished or may not be read holds nothing: the build says what that means.
    private static func names(in folder: String) -> [String] {
        do {
            return try POSIXFileSystem().names(in: folder).names
        } catch {
            return []
        }
    }

    /// Of what a path leads to.
    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

    /// Of what stands at a path itself.
    private static func entry(_ path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }
}
