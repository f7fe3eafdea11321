import Diagnostics
import Foundation

/// A site that does not exist yet.
///
/// It begins with a `site.json` and sample digests. The theme stays inside the program unless the owner wants it copied:
/// a copy would keep the site at the theme of today.
package struct NewSite: Sendable {
    private let name: String
    private let folder: String
    private let current = FileManager.default.currentDirectoryPath
    private let hasTemplates: Bool
    private let system: any FileSystem

    /// - Parameter folder: as the user names it.
    package init(folder: String, hasTemplates: Bool, system: any FileSystem = POSIXFileSystem()) {
        name = folder
        let isAbsolute = folder.utf8.first == UInt8(ascii: "/")
        self.folder = (isAbsolute ? folder : current.appending(pathComponent: folder)).standardizedPath
        self.hasTemplates = hasTemplates
        self.system = system
    }

    /// Makes the site.
    /// - Throws: when the folder holds something already, or cannot be written; what was made is removed again.
    package func make() throws(DiagnosticError) {
        guard try isFree() else {
            throw DiagnosticError(
                Diagnostic(
                    id: "not-empty", severity: .error, file: name, message: "something is there already",
                    suggestion: "Name a folder that does not exist yet, or an empty one."))
        }
        var made: [String] = []
        do throws(FileFault) {
            for file in files {
                let path = folder.appending(pathComponent: file.path)
                try makeFolder(path.parentFolder, &made)
                made.append(path)
                try system.write(file.bytes, to: path, synced: false)
            }
        } catch {
            throw DiagnosticError([error.diagnostic(root: current)] + remove(made))
        }
    }

    private var files: [Theme.File] {
        let theme = Theme.files.filter { file in
            hasTemplates || !(file.path.hasPrefix("Templates/") || file.path.hasPrefix("Public/"))
        }
        return theme + [Theme.File(path: ".gitignore", bytes: Array("_site/\n".utf8))]
    }

    private func isFree() throws(DiagnosticError) -> Bool {
        try FileFault.diagnosed(root: current) { () throws(FileFault) in
            guard try system.status(folder) != nil else { return true }
            guard try system.status(folder.resolvedPath)?.kind == .folder else { return false }
            return try system.names(in: folder).isEmpty
        }
    }

    private func makeFolder(_ folder: String, _ made: inout [String]) throws(FileFault) {
        var missing: [String] = []
        var next = folder
        while try system.status(next) == nil {
            missing.append(next)
            next = next.parentFolder
        }
        for folder in missing.reversed() {
            try system.makeFolder(folder)
            made.append(folder)
        }
    }

    /// Removes what was made, last first.
    /// - Returns: why something could not be removed.
    private func remove(_ made: [String]) -> [Diagnostic] {
        do throws(FileFault) {
            for path in made.reversed() {
                try system.removeFile(path)
                try system.removeEmptyFolder(path)
            }
            return []
        } catch {
            return [error.diagnostic(root: current)]
        }
    }
}
