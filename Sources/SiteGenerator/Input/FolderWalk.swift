import Diagnostics
import Foundation

/// A file of a site that a build reads. A class: a session passes on lists of all of them after each edit.
package final class InputFile: Sendable {
    /// Relative to the site's folder (or absolute when it lies outside): the same wherever the command is run.
    package let name: String
    /// Relative to the folder it was listed in: `sc12647.txt`, `2016/sc12647.txt`.
    package let path: String
    let location: String
    /// As it was when it was listed; nil where nothing can be read.
    let stamp: FileStamp?

    init(name: String, path: String, location: String, stamp: FileStamp? = nil) {
        self.name = name
        self.path = path
        self.location = location
        self.stamp = stamp
    }

    /// The same file as it is now.
    func stamped(_ stamp: FileStamp) -> InputFile {
        InputFile(name: name, path: path, location: location, stamp: stamp)
    }
}

/// The files of a folder and the folders in it, sorted by the UTF-8 bytes of their paths.
///
/// Names that begin with a dot are left out. A link to a file is read; a link to a folder is not followed, since it
/// can lead in a circle, and is reported.
package struct FolderWalk: Sendable {
    package private(set) var files: [InputFile] = []
    /// The folders in it, at any depth, as `InputFile.name` names files.
    package private(set) var folders: [String] = []
    package private(set) var diagnostics: [Diagnostic] = []

    private let folder: String
    private let root: String
    private let system: any FileSystem

    /// Walks a folder of a site; one that is not there holds nothing.
    package init(_ folder: String, of site: SiteFolder) {
        self.folder = folder
        root = site.root
        system = site.files
        if realPath(folder) != nil { walk(folder) }
        folders.sort(by: String.precedesInBytes)
        files.sort { String.precedesInBytes($0.path, $1.path) }
    }

    /// Looks again at a few files of the folder, which may have changed, come or gone.
    /// - Parameter paths: absolute.
    /// - Returns: nil where that takes walking through it all: folders came or went, or links.
    func looking(at paths: Set<String>) -> FolderWalk? {
        var walk = self
        for path in paths {
            do throws(FileFault) {
                guard try walk.look(at: path) else { return nil }
            } catch {
                return nil
            }
        }
        return walk
    }

    private mutating func look(at location: String) throws(FileFault) -> Bool {
        let (status, parent) = (try system.status(location), location.parentFolder)
        guard status == nil || status?.kind == .file, try system.status(parent)?.kind == .folder else { return false }
        let known = files.firstIndex { $0.location == location }
        switch (known, status) {
        case (let known?, let status?): files[known] = files[known].stamped(FileStamp(status))
        case (let known?, nil): files.remove(at: known)
        case (nil, let status?):
            guard parent == folder || folders.contains(parent.relative(to: root)),
                !location.lastComponent.hasPrefix(".")
            else { return false }
            add(location, location.relative(to: folder), status)
            files.sort { String.precedesInBytes($0.path, $1.path) }
        case (nil, nil): break
        }
        return true
    }

    private mutating func walk(_ folder: String) {
        var open = [(location: folder, path: "")]
        while let next = open.popLast() {
            do throws(FileFault) {
                let listing = try system.names(in: next.location)
                for name in listing.unreadableNames {
                    report(nameNotUTF8: next.location.appending(pathComponent: name))
                }
                for name in listing.names where !name.hasPrefix(".") {
                    let location = next.location.appending(pathComponent: name)
                    let path = next.path.isEmpty ? name : next.path + "/" + name
                    let status = try system.status(location)
                    switch status?.kind {
                    case .folder:
                        folders.append(location.relative(to: root))
                        open.append((location, path))
                    case .link: try add(link: location, path)
                    default: add(location, path, status)
                    }
                }
            } catch {
                diagnostics.append(error.diagnostic(root: root))
            }
        }
    }

    private mutating func add(link location: String, _ path: String) throws(FileFault) {
        let target = try realPath(location).flatMap { (path) throws(FileFault) in try system.status(path) }
        if target?.kind == .folder { report(linkedFolder: location) } else { add(location, path, target) }
    }

    /// Whatever cannot be read turns up when it is.
    private mutating func add(_ location: String, _ path: String, _ status: FileStatus?) {
        let name = location.relative(to: root)
        files.append(InputFile(name: name, path: path, location: location, stamp: status.map(FileStamp.init)))
    }

    private mutating func report(linkedFolder location: String) {
        diagnostics.append(
            Diagnostic(
                id: "linked-folder", severity: .warning, file: location.relative(to: root),
                message: "this is a link to a folder, and was left out",
                suggestion: "Put the folder itself here, or link its files one by one."))
    }

    private mutating func report(nameNotUTF8 location: String) {
        diagnostics.append(
            Diagnostic(
                id: "name-not-utf8", severity: .error, file: location.relative(to: root),
                message: "the name of this file is not UTF-8", suggestion: "Rename it, with plain letters."))
    }
}
