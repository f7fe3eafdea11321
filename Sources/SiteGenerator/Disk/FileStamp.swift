import Diagnostics
import Foundation

/// By what a file is known to be the same: another has been written when it differs.
struct FileStamp: Codable, Equatable, Sendable {
    let size: Int
    /// Nanoseconds since 1970.
    let modified: Int
    let node: UInt64

    /// What stands for a folder: that it is there.
    static let folder = FileStamp(size: 0, modified: 0, node: 0)

    private init(size: Int, modified: Int, node: UInt64) {
        self.size = size
        self.modified = modified
        self.node = node
    }

    init(_ status: FileStatus) {
        self.init(size: status.size, modified: status.modified, node: status.identity.node)
    }

    /// Of the file that a path leads to; nil where there is none.
    init?(ofFileAt path: String, _ files: any FileSystem) throws(FileFault) {
        guard let status = try files.status(path) else { return nil }
        guard status.kind == .link else {
            self.init(status)
            return
        }
        guard let real = realPath(path), let target = try files.status(real) else { return nil }
        self.init(target)
    }

    /// Whether it was so old when it was looked at that no later change can hide behind the same time: some disks
    /// count time in steps of two seconds.
    func isSettled(at now: Date) -> Bool { modified < Int((now.timeIntervalSince1970 - 2) * 1e9) }
}

extension FileStamp: Packable {
    init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(size: try reader.number(), modified: try reader.number(), node: try reader.mark())
    }

    func write(to writer: inout PackedWriter) {
        writer.write(size)
        writer.write(modified)
        writer.write(node)
    }
}
