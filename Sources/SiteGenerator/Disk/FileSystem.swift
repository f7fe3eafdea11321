/// The calls of the operating system that reading a site and writing its output need, and no others.
///
/// A seam: the tests of the output stand something behind it that fails, or is killed, at any call.
package protocol FileSystem: Sendable {
    /// What stands at a path itself (a link is not followed); nil when nothing does.
    func status(_ path: String) throws(FileFault) -> FileStatus?
    /// Looks at what stands below a folder, for somebody who asks of many paths there.
    func look(below folder: String) throws(FileFault) -> FolderLook
    /// The names in a folder, sorted by their UTF-8 bytes, without `.` and `..`.
    func names(in folder: String) throws(FileFault) -> FolderListing
    /// The bytes of a regular file; a link to one is followed.
    func read(_ path: String) throws(FileFault) -> [UInt8]
    /// The bytes in a range of places of such a file; fewer where it is shorter.
    func read(_ path: String, _ range: Range<Int>) throws(FileFault) -> [UInt8]
    /// True when a regular file at the path itself holds exactly these bytes.
    func holds(_ bytes: [UInt8], at path: String) throws(FileFault) -> Bool
    /// Makes or replaces a file.
    /// - Parameter synced: whether the bytes must have reached the disk on return.
    func write(_ bytes: [UInt8], to path: String, synced: Bool) throws(FileFault)
    /// Makes a folder whose parent exists; one that exists already is left as it is.
    func makeFolder(_ path: String) throws(FileFault)
    /// Moves a file over whatever file stands at the target, or a folder to where nothing or an empty folder stands.
    func move(_ path: String, to target: String) throws(FileFault)
    /// Removes a file or link; nothing happens when none is there (or a folder is).
    func removeFile(_ path: String) throws(FileFault)
    /// Removes a folder when it is empty; says whether it is gone.
    @discardableResult
    func removeEmptyFolder(_ path: String) throws(FileFault) -> Bool
    /// Throws when no entry can be made in a folder, or removed from it.
    func checkWritable(_ folder: String) throws(FileFault)
}

/// Gives the status of what stands at a path from a folder, as `FileSystem.status` does.
package typealias FolderLook = @Sendable (_ path: String) throws(FileFault) -> FileStatus?

extension FileSystem {
    package func look(below folder: String) throws(FileFault) -> FolderLook {
        { path throws(FileFault) in try status(folder + "/" + path) }
    }

    /// Makes or replaces a file as a whole: who reads it meanwhile, and who finds it after a failure, has the old bytes or
    /// the new ones. They are written beside it first, under its name with `.new`.
    /// - Parameter synced: whether the bytes must have reached the disk before they take the place.
    package func replace(_ path: String, with bytes: [UInt8], synced: Bool) throws(FileFault) {
        let draft = path + ".new"
        try write(bytes, to: draft, synced: synced)
        try move(draft, to: path)
    }

    /// Removes a folder and what is in it, without recursion. Links are removed, never followed.
    package func removeTree(_ folder: String) throws(FileFault) {
        guard try status(folder) != nil else { return }
        var folders = [folder]
        var index = 0
        while index < folders.count {
            for name in try names(in: folders[index]).names {
                let path = folders[index].appending(pathComponent: name)
                if try status(path)?.kind == .folder { folders.append(path) } else { try removeFile(path) }
            }
            index += 1
        }
        for folder in folders.reversed() { try removeEmptyFolder(folder) }
    }
}

package struct FileStatus: Sendable, Equatable {
    package enum Kind: Sendable { case file, folder, link, other }

    package var kind: Kind
    /// In bytes.
    package var size: Int
    /// The same for two paths exactly when they are one file, whatever their letter case.
    package var identity: Identity
    /// When the bytes changed last, in nanoseconds since 1970.
    package var modified: Int

    package struct Identity: Sendable, Equatable {
        var device: UInt64
        var node: UInt64
    }
}

package struct FolderListing: Sendable {
    package var names: [String] = []
    /// Names that are not UTF-8, put right for a message; they cannot be opened.
    package var unreadableNames: [String] = []

    package var isEmpty: Bool { names.isEmpty && unreadableNames.isEmpty }
}

/// A call of the operating system that failed.
package struct FileFault: Error, Sendable, Equatable {
    /// What was tried: `read`, `write`, `make the folder`.
    package var action: String
    package var path: String
    /// The system's error number.
    package var code: Int32

    package init(_ action: String, _ path: String, code: Int32) {
        self.action = action
        self.path = path
        self.code = code
    }
}
