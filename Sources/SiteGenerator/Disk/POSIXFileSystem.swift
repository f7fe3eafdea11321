import Diagnostics
import Foundation

/// The file system of this machine, by POSIX calls: Foundation's own writing waits for the disk at every file.
package struct POSIXFileSystem: FileSystem {
    package init() {}

    package func status(_ path: String) throws(FileFault) -> FileStatus? {
        try Self.status(path, from: AT_FDCWD, named: { path })
    }

    /// From the folder itself: that spares each look the way there.
    package func look(below folder: String) throws(FileFault) -> FolderLook {
        let opened = OpenFolder(try OpenFile("look at", folder, flags: O_RDONLY | O_DIRECTORY))
        return { path throws(FileFault) in
            try Self.status(path, from: opened.file.descriptor, named: { folder + "/" + path })
        }
    }

    /// - Parameters:
    ///   - folder: the descriptor of what a relative path begins at.
    ///   - named: the path as a fault tells it.
    private static func status(
        _ path: String, from folder: Int32, named: () -> String
    ) throws(FileFault) -> FileStatus? {
        var status = stat()
        guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            let code = errno  // before anything else can change it
            if code == ENOENT || code == ENOTDIR { return nil }
            throw FileFault("look at", named(), code: code)
        }
        return FileStatus(status)
    }

    private final class OpenFolder: Sendable {
        let file: OpenFile

        init(_ file: consuming OpenFile) { self.file = file }
    }

    package func names(in folder: String) throws(FileFault) -> FolderListing {
        guard let stream = opendir(folder) else { throw FileFault("list", folder, code: errno) }
        defer { closedir(stream) }
        var listing = FolderListing()
        errno = 0
        while let entry = readdir(stream) {
            let bytes = Self.name(of: entry)
            if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
            if let name = String(validating: bytes, as: UTF8.self) {
                listing.names.append(name)
            } else {
                listing.unreadableNames.append(String(decoding: bytes, as: UTF8.self))
            }
            errno = 0
        }
        guard errno == 0 else { throw FileFault("list", folder, code: errno) }
        listing.names.sort(by: String.precedesInBytes)
        listing.unreadableNames.sort(by: String.precedesInBytes)
        return listing
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        let offset = MemoryLayout<dirent>.offset(of: \.d_name)!  // a stored property of a C struct has one
        let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        return UnsafeRawBufferPointer(start: name, count: strlen(name)).map { $0 }
    }

    package func read(_ path: String) throws(FileFault) -> [UInt8] {
        let file = try openFile(path)
        return try file.readAll(expecting: try file.status().size)
    }

    package func read(_ path: String, _ range: Range<Int>) throws(FileFault) -> [UInt8] {
        let file = try openFile(path)
        return try file.readPart(range.clamped(to: 0..<(try file.status().size)))
    }

    /// Opens a regular file.
    private func openFile(_ path: String) throws(FileFault) -> OpenFile {
        // A pipe or device must not hold the program up, so the opening does not wait.
        let file = try OpenFile("read", path, flags: O_RDONLY | O_NONBLOCK)
        let kind = try file.status().kind
        guard kind == .file else { throw FileFault("read", path, code: kind == .folder ? EISDIR : EINVAL) }
        return file
    }

    package func holds(_ bytes: [UInt8], at path: String) throws(FileFault) -> Bool {
        let file: OpenFile
        do {
            file = try OpenFile("read", path, flags: O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
        } catch {
            if [ENOENT, ENOTDIR, ELOOP].contains(error.code) { return false }
            throw error
        }
        let status = try file.status()
        guard status.kind == .file, status.size == bytes.count else { return false }
        return try file.holds(bytes)
    }

    package func write(_ bytes: [UInt8], to path: String, synced: Bool) throws(FileFault) {
        let file = try OpenFile("write", path, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
        try file.append(bytes)
        if synced { try file.sync() }
    }

    package func makeFolder(_ path: String) throws(FileFault) {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
        throw FileFault("make the folder", path, code: errno)
    }

    package func move(_ path: String, to target: String) throws(FileFault) {
        guard rename(path, target) == 0 else { throw FileFault("replace", target, code: errno) }
    }

    package func removeFile(_ path: String) throws(FileFault) {
        guard unlink(path) != 0, ![ENOENT, ENOTDIR, EISDIR].contains(errno) else { return }
        let code = errno
        // macOS answers EPERM for a folder.
        if code == EPERM, try status(path)?.kind == .folder { return }
        throw FileFault("remove", path, code: code)
    }

    @discardableResult
    package func removeEmptyFolder(_ path: String) throws(FileFault) -> Bool {
        guard rmdir(path) != 0, errno != ENOENT else { return true }
        if [ENOTEMPTY, EEXIST, ENOTDIR].contains(errno) { return false }
        throw FileFault("remove the folder", path, code: errno)
    }

    package func checkWritable(_ folder: String) throws(FileFault) {
        guard access(folder, W_OK | X_OK) == 0 else { throw FileFault("write into", folder, code: errno) }
    }
}

extension FileStatus {
    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(status.st_size)
        identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), node: UInt64(status.st_ino))
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        modified = time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
