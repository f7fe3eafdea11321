import Diagnostics
import Foundation
import SiteGenerator

/// A state of the published site: every file of it, and where its bytes come from.
package struct Edition: Sendable {
    var files: [OutputPath: File] = [:]

    struct File: Sendable {
        var content: ContentID
        /// In bytes; nil for what is not yet compressed.
        var bytes: Int?
        var source: Source
    }

    enum Source: Sendable {
        case disk(path: String)
        case made([UInt8])
        /// What `gzip` makes of another file of the edition.
        case compressed(OutputPath)
        /// The target has them itself.
        case target
    }

    /// Puts in a file that was made for the host; the owner's own of that name goes before.
    mutating func add(_ bytes: [UInt8], at path: OutputPath) {
        guard files[path] == nil else { return }
        files[path] = File(content: ContentID(of: bytes), bytes: bytes.count, source: .made(bytes))
    }

    /// The bytes of a file, which are those of its identity and no others.
    /// - Throws: a fault of the disk, or that the file is not what it was when the plan was made.
    func bytes(of path: OutputPath, files system: any FileSystem, root: String) throws(DiagnosticError) -> [UInt8] {
        guard let file = files[path] else { throw Self.changed(path) }
        switch file.source {
        case .made(let bytes): return bytes
        case .compressed, .target: throw Self.changed(path)
        case .disk(let place):
            let bytes = try FileFault.diagnosed(root: root) { () throws(FileFault) in try system.read(place) }
            guard file.content.isCompressed || ContentID(of: bytes) == file.content else { throw Self.changed(path) }
            return bytes
        }
    }

    private static func changed(_ path: OutputPath) -> DiagnosticError {
        DiagnosticError(
            Diagnostic(
                id: "site-changed", severity: .error, file: path.text,
                message: "the file is not what it was when the plan was made; nothing was sent",
                suggestion: "Run the command again when nothing else builds the site."))
    }
}

extension Edition {
    /// The site as it was built last, as it would stand at a target.
    /// - Throws: that there is no built site, a fault of the disk, or a name that belongs to the record of what is live.
    init(of site: SiteFolder, for target: PublishTarget, files system: any FileSystem) throws(DiagnosticError) {
        let built = try BuiltSite(of: site)
        let base = site.configuration.baseURL
        var moved: [MovedPage] = []
        for path in built.sizes.keys {
            guard path.text != PublishedManifest.name else { throw Self.reservedName(path) }
            let place = built.folder.appending(pathComponent: path.text)
            let bytes = try FileFault.diagnosed(root: site.root) { () throws(FileFault) in try system.read(place) }
            files[path] = File(content: ContentID(of: bytes), bytes: bytes.count, source: .disk(path: place))
            if target.hostFiles.redirects != nil, let page = MovedPage(path: path.text, html: bytes, base: base) {
                moved.append(page)
            }
        }
        addHostFiles(of: target, moved: moved, folder: base?.path ?? "/")
        if target.hostFiles.gzip { addCompressed() }
    }

    private static func reservedName(_ path: OutputPath) -> DiagnosticError {
        DiagnosticError(
            Diagnostic(
                id: "reserved-name", severity: .error, file: path.text,
                message: "a published site keeps its own record under this name",
                suggestion: "Give the static file another name."))
    }
}
