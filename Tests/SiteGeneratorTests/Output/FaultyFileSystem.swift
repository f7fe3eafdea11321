import Foundation
import Synchronization

@testable import SiteGenerator

/// The real file system until a given call, which fails.
final class FaultyFileSystem: FileSystem {
    enum Manner: Sendable {
        /// The call is not made, or half made, and no later one is: the process is dead.
        case killed
        /// The call fails with this error number, and the later ones work.
        case failing(Int32)
    }

    private let manner: Manner
    private let callsUntilFault: Int
    private let calls = Atomic(0)
    private let system = POSIXFileSystem()

    init(_ manner: Manner, atCall callsUntilFault: Int) {
        self.manner = manner
        self.callsUntilFault = callsUntilFault
    }

    var wasReached: Bool { calls.load(ordering: .relaxed) > callsUntilFault }

    private func call<Value>(_ action: String, _ path: String, _ body: () throws(FileFault) -> Value) throws(FileFault)
        -> Value
    {
        try check(action, path)
        return try body()
    }

    private func check(_ action: String, _ path: String) throws(FileFault) {
        let call = calls.wrappingAdd(1, ordering: .relaxed).oldValue
        switch manner {
        case .killed where call >= callsUntilFault: throw FileFault(action, path, code: EIO)
        case .failing(let code) where call == callsUntilFault: throw FileFault(action, path, code: code)
        default: return
        }
    }

    func status(_ path: String) throws(FileFault) -> FileStatus? {
        try call("look at", path) { () throws(FileFault) in try system.status(path) }
    }

    func names(in folder: String) throws(FileFault) -> FolderListing {
        try call("list", folder) { () throws(FileFault) in try system.names(in: folder) }
    }

    func read(_ path: String) throws(FileFault) -> [UInt8] {
        try call("read", path) { () throws(FileFault) in try system.read(path) }
    }

    func read(_ path: String, _ range: Range<Int>) throws(FileFault) -> [UInt8] {
        // Reading leaves no trace: what a process that is dead would have read makes no difference.
        guard case .failing = manner else { return try system.read(path, range) }
        return try call("read", path) { () throws(FileFault) in try system.read(path, range) }
    }

    func holds(_ bytes: [UInt8], at path: String) throws(FileFault) -> Bool {
        try call("read", path) { () throws(FileFault) in try system.holds(bytes, at: path) }
    }

    func write(_ bytes: [UInt8], to path: String, synced: Bool) throws(FileFault) {
        do {
            try check("write", path)
        } catch {
            if calls.load(ordering: .relaxed) == callsUntilFault + 1 {
                try system.write(Array(bytes.prefix(bytes.count / 2)), to: path, synced: false)
            }
            throw error
        }
        try system.write(bytes, to: path, synced: synced)
    }

    func makeFolder(_ path: String) throws(FileFault) {
        try call("make the folder", path) { () throws(FileFault) in try system.makeFolder(path) }
    }

    func move(_ path: String, to target: String) throws(FileFault) {
        try call("replace", target) { () throws(FileFault) in try system.move(path, to: target) }
    }

    func removeFile(_ path: String) throws(FileFault) {
        try call("remove", path) { () throws(FileFault) in try system.removeFile(path) }
    }

    func removeEmptyFolder(_ path: String) throws(FileFault) -> Bool {
        try call("remove the folder", path) { () throws(FileFault) in try system.removeEmptyFolder(path) }
    }

    func checkWritable(_ folder: String) throws(FileFault) {
        try call("write into", folder) { () throws(FileFault) in try system.checkWritable(folder) }
    }
}
