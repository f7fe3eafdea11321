import Diagnostics
import Foundation
import SiteGenerator

/// Where a publish keeps what it makes aside: a folder for each target in the build's own books, which nobody serves.
/// It also holds the lock by which one target is published to once at a time.
final class Workspace: Sendable {
    let folder: String
    let files: any FileSystem
    /// The site's folder, relative to which messages name files.
    let root: String
    let lock: FolderLock

    /// - Throws: that another publish to this target is at work, or a fault of the disk.
    init(of site: SiteFolder, for target: PublishTarget, files: any FileSystem) throws(DiagnosticError) {
        let output = site.output.resolvedPath
        // A target's name is any text; a file's is not.
        let name = String(SHA256.hex(of: Array(target.name.utf8)).prefix(16))
        let folders = [output] + [OutputPath.books, "publish", name].scan(output)
        folder = folders[folders.count - 1]
        root = site.root
        self.files = files
        try FileFault.diagnosed(root: root) { () throws(FileFault) in
            for folder in folders { try files.makeFolder(folder) }
        }
        lock = try Self.lock(folder + "/lock", target: target.name, root: site.root)
    }

    /// A tool that a publish before started may need a moment to be gone.
    private static func lock(_ path: String, target: String, root: String) throws(DiagnosticError) -> FolderLock {
        for _ in 0..<20 {
            do {
                return try FolderLock(at: path)
            } catch {
                guard error.code == EWOULDBLOCK else { throw DiagnosticError(error.diagnostic(root: root)) }
                usleep(50_000)
            }
        }
        throw DiagnosticError(
            Diagnostic(
                id: "publish-at-work", severity: .error,
                message: "another publish to \"\(target)\" is at work, or a tool that it started",
                suggestion: "Wait until it has finished."))
    }

    func path(_ name: String) -> String { folder + "/" + name }

    /// An empty folder of this name, in place of what was left there.
    func emptied(_ name: String) throws(DiagnosticError) -> String {
        try FileFault.diagnosed(root: root) { () throws(FileFault) in
            try files.removeTree(path(name))
            try files.makeFolder(path(name))
            return path(name)
        }
    }

    /// A file for a tool to read.
    func write(_ bytes: [UInt8], to name: String) throws(DiagnosticError) -> String {
        try FileFault.diagnosed(root: root) { () throws(FileFault) in
            try files.write(bytes, to: path(name), synced: false)
            return path(name)
        }
    }

    /// Copies files of an edition into a folder, under their own paths.
    /// - Throws: a fault of the disk, or that a file is no more what it was when the plan was made.
    func stage(_ paths: [OutputPath], of edition: Edition, into folder: String) throws(DiagnosticError) {
        var made: Set<OutputPath> = []
        for path in paths {
            let bytes = try edition.bytes(of: path, files: files, root: root)
            try FileFault.diagnosed(root: root) { () throws(FileFault) in
                for parent in Array(path.folders).reversed() where made.insert(parent).inserted {
                    try files.makeFolder(folder + "/" + parent.text)
                }
                try files.write(bytes, to: folder + "/" + path.text, synced: false)
            }
        }
    }
}

extension [String] {
    /// The paths that one comes to by going into these folders one after the other.
    fileprivate func scan(_ start: String) -> [String] {
        reduce(into: [start]) { $0.append($0[$0.count - 1].appending(pathComponent: $1)) }.dropFirst().map { $0 }
    }
}
