import Diagnostics
import Foundation

/// The opening of an output folder: whose it is, who is at work in it, and what a killed build left.
struct OutputOpening {
    let books: OutputBooks
    let root: String

    private var name: String { books.output.relative(to: root) }

    /// Refuses an output that is not the build's own; one that is missing or empty is.
    func checkOwnership() throws(DiagnosticError) {
        let (kind, listing, isOurs) = try FileFault.diagnosed(root: root) { () throws(FileFault) in
            let kind = try books.files.status(books.output)?.kind
            guard kind == .folder else { return (kind, FolderListing(), false) }
            let isOurs = try books.isThere
            return (kind, try books.files.names(in: books.output), isOurs)
        }
        switch kind {
        case nil: return
        case .folder
        where isOurs || listing.names.allSatisfy({ $0 == OutputPath.books }) && listing.unreadableNames.isEmpty: return
        case .folder:
            throw refusal(
                "foreign-output", "this folder holds files, and the build did not make it",
                "Name a folder of its own as \"output\" in site.json, or empty this one yourself.")
        default:
            throw refusal(
                "output-not-a-folder", "a file stands where the output folder should be",
                "Move it away, or name another folder as \"output\" in site.json.")
        }
    }

    /// Makes the folder and its books where they are missing.
    /// - Returns: the folders that were made, outermost first.
    func makeFolders() throws(DiagnosticError) -> [String] {
        try FileFault.diagnosed(root: root) { () throws(FileFault) in
            var missing: [String] = []
            var folder = books.output
            while try books.files.status(folder) == nil {
                missing.append(folder)
                folder = folder.parentFolder
            }
            missing.reverse()
            for folder in missing { try books.files.makeFolder(folder) }
            try books.files.makeFolder(books.folder)
            return missing
        }
    }

    func lock() throws(DiagnosticError) -> FolderLock {
        do {
            return try FolderLock(at: books.lock)
        } catch {
            guard error.code == EWOULDBLOCK else { throw DiagnosticError(error.diagnostic(root: root)) }
            let holder = try FileFault.diagnosed(root: root) { () throws(FileFault) in try books.files.read(books.lock)
            }
            let process = String(decoding: holder, as: UTF8.self).filter(\.isNumber)
            throw refusal(
                "build-at-work", "another build (process \(process)) is writing this folder",
                "Wait until it has finished.")
        }
    }

    /// Completes or undoes what a killed build left, and reads what the build before made.
    /// - Returns: the manifest, nil when no build ever succeeded here; and what was put right.
    func recover() throws(DiagnosticError) -> (old: OutputManifest?, notes: [Diagnostic]) {
        var notes: [Diagnostic] = []
        let left = try FileFault.diagnosed(root: root) { () throws(FileFault) in try books.journal() }
        if let left {
            guard let journal = OutputJournal(bytes: left) else { throw damaged("journal") }
            try FileFault.diagnosed(root: root) { () throws(FileFault) in try books.complete(journal) }
            notes.append(
                Diagnostic(
                    id: "build-completed", severity: .note, file: name,
                    message: "a build that was interrupted while it moved its pages in was completed"))
        }
        let bytes = try FileFault.diagnosed(root: root) { () throws(FileFault) in
            try books.prepare()
            return try books.manifest()
        }
        guard let bytes else { return (nil, notes) }
        guard let manifest = OutputManifest(bytes: bytes) else { throw damaged("manifest") }
        return (manifest, notes)
    }

    private func damaged(_ book: String) -> DiagnosticError {
        refusal(
            "damaged-\(book)", "the \(book) of this output is damaged, so nobody knows which files are the build's own",
            "Delete the folder yourself and build again.")
    }

    private func refusal(_ id: String, _ message: String, _ suggestion: String) -> DiagnosticError {
        DiagnosticError(Diagnostic(id: id, severity: .error, file: name, message: message, suggestion: suggestion))
    }
}
