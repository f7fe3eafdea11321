import Foundation
import SiteGenerator
import Synchronization

/// The real file system until a given call. It waits for no disk, which tests need not.
final class BreakingFileSystem: FileSystem {
    /// One that never breaks.
    static var sound: BreakingFileSystem { BreakingFileSystem(.killed, atCall: .max) }

    enum Manner: Sendable {
        /// The call is not made, or half made, and no later one is: the process is dead.
        case killed
        /// The call fails with this error number, and the later ones work.
        case failing(Int32)
    }

    private let manner: Manner
    private let last: Int
    private let calls = Atomic(0)
    private let system = POSIXFileSystem()

    init(_ manner: Manner, atCall last: Int) {
        self.manner = manner
        self.last = last
    }

    /// How many calls were made.
    var count: Int { calls.load(ordering: .relaxed) }

    private func check(_ action: String, _ path: String) throws(FileFault) {
        let call = calls.wrappingAdd(1, ordering: .relaxed).oldValue
        switch manner {
        case .killed where call >= last: throw FileFault(action, path, code: EIO)
        case .failing(let code) where call == last: throw FileFault(action, path, code: code)
        default: return
        }
    }

    func status(_ path: String) throws(FileFault) -> FileStatus? {
        try check("look at", path)
        return try system.status(path)
    }

    func names(in folder: String) throws(FileFault) -> FolderListing {
        try check("list", folder)
        return try system.names(in: folder)
    }

    func read(_ path: String) throws(FileFault) -> [UInt8] {
        try check("read", path)
        return try system.read(path)
    }

    func read(_ path: String, _ range: Range<Int>) throws(FileFault) -> [UInt8] {
        try check("read", path)
        return try system.read(path, range)
    }

    func holds(_ bytes: [UInt8], at path: String) throws(FileFault) -> Bool {
        try check("read", path)
        return try system.holds(bytes, at: path)
    }

    func write(_ bytes: [UInt8], to path: String, synced: Bool) throws(FileFault) {
        do {
            try check("write", path)
        } catch {
            if calls.load(ordering: .relaxed) == last + 1 {
                try system.write(Array(bytes.prefix(bytes.count / 2)), to: path, synced: false)
            }
            throw error
        }
        try system.write(bytes, to: path, synced: false)
    }

    func makeFolder(_ path: String) throws(FileFault) {
        try check("make the folder", path)
        try system.makeFolder(path)
    }

    func move(_ path: String, to target: String) throws(FileFault) {
        try check("replace", target)
        try system.move(path, to: target)
    }

    func removeFile(_ path: String) throws(FileFault) {
        try check("remove", path)
        try system.removeFile(path)
    }

    @discardableResult
    func removeEmptyFolder(_ path: String) throws(FileFault) -> Bool {
        try check("remove the folder", path)
        return try system.removeEmptyFolder(path)
    }

    func checkWritable(_ folder: String) throws(FileFault) {
        try check("write into", folder)
        try system.checkWritable(folder)
    }
}
