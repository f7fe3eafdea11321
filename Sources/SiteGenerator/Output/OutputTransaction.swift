import Diagnostics
import Foundation
import Synchronization

/// A new state of the output folder, made aside and moved in as a whole.
///
/// Files are put in one by one, from any number of threads. One that already stands in the output with the same
/// bytes is left alone; every other is written aside, inside the output's own `.rapporteur`. `commit` moves them in and
/// deletes what the build before had made and this one did not. Until then the old site stands as it was; a build that
/// is killed is undone by the next, or completed by it when its commit had begun.
package final class OutputTransaction: Sendable {
    /// What the opening put right, to tell the user.
    package let notes: [Diagnostic]

    private let books: OutputBooks
    private let root: String
    private let old: OutputManifest
    /// A mark of the files of the last build.
    let lastFiles: UInt64
    private let lock: FolderLock
    private let isFirst: Bool
    /// When the ledger was written: after every file.
    private let ledgerTime: Int?
    private let madeFolders: [String]
    private let state: Mutex<State>

    private struct State {
        var output: OutputState
        var look: OutputLook?
        /// By the places of the old files, whether each is as the last build left it.
        var standing: [Bool]?
        var staged: [OutputPath] = []
        var stagedFolders: Set<OutputPath> = []
        var faults: [Diagnostic] = []
        /// The disk failed: nothing more is written.
        var isBroken = false
    }

    // MARK: Opening

    /// Opens the output of a site, and first completes or undoes a build that was killed in it.
    /// - Throws: when the folder is not the build's own, another build is at work in it, or it cannot be written.
    package convenience init(of site: SiteFolder) throws(DiagnosticError) {
        try self.init(output: site.output, root: site.root, files: site.files)
    }

    /// - Parameter root: the site's folder, relative to which messages name files.
    package init(output: String, root: String, files: any FileSystem) throws(DiagnosticError) {
        let opening = OutputOpening(books: OutputBooks(output: output.resolvedPath, files: files), root: root)
        self.root = root
        books = opening.books
        try opening.checkOwnership()
        madeFolders = try opening.makeFolders()
        lock = try opening.lock()
        let (manifest, notes) = try opening.recover()
        self.notes = notes
        isFirst = manifest == nil
        ledgerTime = try FileFault.diagnosed(root: root) { [books] () throws(FileFault) in
            try books.files.status(books.ledgerFile)?.modified
        }
        old = manifest ?? OutputManifest()
        lastFiles = old.mark
        state = Mutex(State(output: OutputState(after: old)))
    }

    /// What earlier builds kept beside the output.
    /// - Parameter program: a mark of the program.
    func cache(by program: UInt64) -> BuildCache {
        BuildCache(folder: books.cache, files: books.files, program: program)
    }

    // MARK: The last build

    /// What the last build left about itself; nil where it left nothing.
    func lastRecord() throws(DiagnosticError) -> [UInt8]? { try read(books.recordFile) }

    /// What the last build left about its files.
    func lastLedger() throws(DiagnosticError) -> [UInt8]? { try read(books.ledgerFile) }

    private func read(_ path: String) throws(DiagnosticError) -> [UInt8]? {
        if isFirst { return nil }
        return try FileFault.diagnosed(root: root) { () throws(FileFault) in
            guard try books.files.status(path)?.kind == .file else { return nil }
            return try books.files.read(path)
        }
    }

    /// Begins to look at the files of the last build; without that, none can be kept.
    func look(threads: Int) {
        guard let written = ledgerTime, let status = folderLook else { return }
        let old = old
        let look = OutputLook(count: old.count, threads: threads) { place in
            do throws(FileFault) {
                // It has the size that the build gave it and was not written since.
                guard let status = try status(old.text(at: place)) else { return false }
                return status.kind == .file && status.size == old.size(at: place) && status.modified <= written
            } catch {
                return false
            }
        }
        state.withLock { $0.look = look }
    }

    /// Nil where the output cannot be looked at; then nothing in it stands.
    private var folderLook: FolderLook? {
        do throws(FileFault) {
            return try books.files.look(below: books.output)
        } catch {
            return nil
        }
    }

    /// Whether every file is as the last build left it.
    var stands: Bool { state.withLock { $0.look }.map { $0.standing.allSatisfy(\.self) } ?? false }

    /// Leaves files as the last build made them.
    /// - Parameter files: their places in its manifest.
    /// - Returns: false where one of them is not as it was left; then they must be put.
    func keep(_ files: ArraySlice<Int32>) -> Bool {
        state.withLock { state in
            let standing = state.standing ?? state.look?.standing ?? []
            state.standing = standing
            let stand = files.allSatisfy { standing.indices.contains(Int($0)) && standing[Int($0)] }
            if stand { state.faults += files.compactMap { state.output.keep(Int($0)) } }
            return stand
        }
    }

    /// Leaves everything as it is.
    func close() throws(DiagnosticError) -> OutputSummary {
        let size = try FileFault.diagnosed(root: root) { () throws(FileFault) in
            try books.discard()
            return try books.size()
        }
        return OutputSummary(
            written: 0, unchanged: old.count, deleted: 0, bytes: old.size, books: size)
    }

    // MARK: Putting files in

    /// Puts a file into the new state. What is wrong is kept, and thrown by `commit`.
    /// - Parameter path: relative to the output, parts parted by `/`.
    package func put(_ bytes: [UInt8], at path: String) {
        guard let path = OutputPath(path) else { return report(Self.wrongPath(path)) }
        let place = old.place(of: path)
        let isWelcome = state.withLock { state in
            if state.isBroken { return false }
            guard let fault = state.output.put(path, size: bytes.count, at: place) else { return true }
            state.faults.append(fault)
            return false
        }
        guard isWelcome else { return }
        do {
            if try !stands(path, at: place, bytes) { try stage(path, bytes) }
        } catch {
            let fault = error.diagnostic(root: root)
            state.withLock { state in
                if !state.isBroken { state.faults.append(fault) }
                state.isBroken = true
            }
        }
    }

    /// Whether the disk failed, so that there is no sense in making more.
    package var isBroken: Bool { state.withLock { $0.isBroken } }

    /// Whether the output holds the file already, as one of ours or as one of the same bytes.
    private func stands(_ path: OutputPath, at place: Int?, _ bytes: [UInt8]) throws(FileFault) -> Bool {
        if isFirst { return false }
        if let place {
            if old.size(at: place) != bytes.count { return false }
        } else if old.twin(of: path) != nil {
            return false  // On some disks that is the same file: it must be renamed.
        }
        return try books.files.holds(bytes, at: books.path(path))
    }

    private func stage(_ path: OutputPath, _ bytes: [UInt8]) throws(FileFault) {
        let missing = state.withLock { state in Array(path.folders.prefix { !state.stagedFolders.contains($0) }) }
        if !missing.isEmpty {
            for folder in missing.reversed() { try books.files.makeFolder(books.staged(folder)) }
            state.withLock { $0.stagedFolders.formUnion(missing) }
        }
        try books.files.write(bytes, to: books.staged(path), synced: false)
        state.withLock { $0.staged.append(path) }
    }

    private func report(_ fault: Diagnostic) { state.withLock { $0.faults.append(fault) } }

    static func wrongPath(_ path: String) -> Diagnostic {
        Diagnostic(
            id: "wrong-output-path", severity: .error, message: "\"\(path)\" is no place in the output",
            suggestion: "Rename what it is made from, without control characters, \"..\" or \".rapporteur\".")
    }

    // MARK: Closing

    /// What the next build may want to know of the files, as bytes.
    /// - Parameters:
    ///   - files: all that the new state has.
    ///   - moved: for the place of each file in the old manifest that in `files`; -1 for one that was not kept.
    package typealias Ledger = (_ files: OutputManifest, _ moved: [Int32]) -> [UInt8]

    /// Moves everything in.
    /// - Parameters:
    ///   - record: what the next build may want to know of this one, by the files that the new state has; nil for nothing.
    ///   - ledger: what it may want to know of the files.
    /// - Throws: everything that was wrong with the files put in, or a failure of the disk. Unless the commit had
    ///   begun, the old site stands as it was.
    package func commit(
        record: (OutputManifest) -> [UInt8]? = { _ in nil }, ledger: Ledger? = nil
    ) throws(DiagnosticError) -> OutputSummary {
        let state = self.state.withLock { $0 }
        let wrong = state.faults + state.output.faults
        guard wrong.isEmpty else {
            throw DiagnosticError(wrong.sorted { String.precedesInBytes($0.message, $1.message) })
        }
        let deleted = state.output.deleted
        let (manifest, moved) = state.output.manifest
        let written = ledger?(manifest, moved)
        let faults = try FileFault.diagnosed(root: root) { () throws(FileFault) in
            try books.removeRecord()
            guard isFirst || !state.staged.isEmpty || manifest.bytes != old.bytes else {
                if let written { try books.replace(ledger: written) }
                try books.discard()
                return [Diagnostic]()
            }
            var plan = OutputPlan(books: books, root: root, old: old, deleted: deleted, twin: state.output.twin)
            let journal = try plan.journal(staged: state.staged.sorted())
            if plan.faults.isEmpty {
                try books.begin(journal, manifest, ledger: written)
                try books.complete(journal)
            }
            return plan.faults
        }
        guard faults.isEmpty else { throw DiagnosticError(faults) }
        let size = try FileFault.diagnosed(root: root) { () throws(FileFault) in
            if let record = record(manifest) { try books.write(record: record) }
            return try books.size()
        }
        return OutputSummary(
            written: state.staged.count, unchanged: manifest.count - state.staged.count, deleted: deleted.count,
            bytes: manifest.size, books: size, changed: (state.staged + deleted).map(\.text).sorted())
    }

    /// Removes what was made aside. A commit that had begun is left to the next build to complete.
    /// - Returns: what could not be removed; the next build removes it.
    package func abandon() -> [Diagnostic] {
        do throws(FileFault) {
            if try books.journal() != nil { return [] }
            try books.discard()
            if isFirst {
                try books.close()
                for folder in madeFolders.reversed() { try books.files.removeEmptyFolder(folder) }
            }
            return []
        } catch {
            return [error.diagnostic(root: root)]
        }
    }
}

/// What a commit did.
package struct OutputSummary: Sendable, Equatable {
    /// Files that are new or changed.
    package var written: Int
    package var unchanged: Int
    package var deleted: Int
    /// The size of all files of the site.
    package var bytes: Int
    /// The size of the build's own books beside them.
    package var books = 0
    /// The files that were written or deleted, by path from the site's root.
    package var changed: [String] = []
}
