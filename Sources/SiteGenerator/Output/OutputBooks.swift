/// The build's own books in the output folder, and the steps that are taken by them.
///
///     _site/.rapporteur/lock            held by the build that is running
///                       manifest        which files of the output are ours
///                       staged/…        what is new or changed, until it is moved in
///                       manifest.new    the manifest after the commit
///                       journal         there from the beginning of a commit to its end
///                       last-build      what the last build was made from and what it said
///                       ledger          what its files were made from; younger than they
///                       ledger.new      the ledger after the commit
///                       cache/…         spares later builds work (`BuildCache`); no part of any commit
struct OutputBooks: Sendable {
    /// The output folder's real path.
    let output: String
    let files: any FileSystem

    var folder: String { output.appending(pathComponent: OutputPath.books) }
    var lock: String { folder + "/lock" }
    private var manifestFile: String { folder + "/manifest" }
    private var nextManifestFile: String { folder + "/manifest.new" }
    private var journalFile: String { folder + "/journal" }
    private var nextJournalFile: String { folder + "/journal.new" }
    private var staged: String { folder + "/staged" }
    var recordFile: String { folder + "/last-build" }
    var ledgerFile: String { folder + "/ledger" }
    /// The folder of a `BuildCache`.
    var cache: String { folder + "/cache" }
    private var nextLedgerFile: String { folder + "/ledger.new" }

    func path(_ path: OutputPath) -> String { output.appending(pathComponent: path.text) }
    func staged(_ path: OutputPath) -> String { staged + "/" + path.text }

    /// In bytes.
    func size() throws(FileFault) -> Int {
        var size = 0
        var paths = [manifestFile, recordFile, ledgerFile]
        if try files.status(cache) != nil {
            paths += try files.names(in: cache).names.map { cache.appending(pathComponent: $0) }
        }
        for path in paths { size += try files.status(path)?.size ?? 0 }
        return size
    }

    // MARK: The last build

    func write(record: [UInt8]) throws(FileFault) { try files.write(record, to: recordFile, synced: false) }

    func removeRecord() throws(FileFault) { try files.removeFile(recordFile) }

    /// Puts another ledger in its place when no file changes.
    func replace(ledger: [UInt8]) throws(FileFault) {
        try files.replace(ledgerFile, with: ledger, synced: false)
    }

    // MARK: Before a build

    /// Whether a build succeeded here, or had begun its commit.
    var isThere: Bool {
        get throws(FileFault) {
            if try files.status(manifestFile) != nil { return true }
            return try files.status(journalFile) != nil
        }
    }

    /// The manifest as bytes; nil when there is none.
    func manifest() throws(FileFault) -> [UInt8]? {
        try files.status(manifestFile) == nil ? nil : try files.read(manifestFile)
    }

    /// What a killed build left: the journal of a commit that had begun, as bytes; nil when none had.
    func journal() throws(FileFault) -> [UInt8]? {
        try files.status(journalFile) == nil ? nil : try files.read(journalFile)
    }

    /// Makes the folder for what is new, in place of what a killed build had left there.
    func prepare() throws(FileFault) {
        try discard()
        try files.makeFolder(staged)
    }

    /// Removes what a build made aside and did not commit.
    func discard() throws(FileFault) {
        try files.removeFile(nextJournalFile)
        try files.removeFile(nextManifestFile)
        try files.removeFile(nextLedgerFile)
        try files.removeTree(staged)
    }

    /// Removes the books of an output in which no build ever succeeded.
    func close() throws(FileFault) {
        try files.removeFile(lock)
        try files.removeTree(cache)
        try files.removeEmptyFolder(folder)
    }

    // MARK: Commit

    /// Writes down what the commit will do. When the journal stands, the commit has begun.
    ///
    /// Only the journal waits for the disk. Should the machine lose power before the pages have reached it, the
    /// next build writes those again that have another size or a younger time than they should.
    func begin(_ journal: OutputJournal, _ manifest: OutputManifest, ledger: [UInt8]?) throws(FileFault) {
        // Without one the next build makes everything: better than one that tells of other files.
        if let ledger {
            try files.write(ledger, to: nextLedgerFile, synced: false)
        } else {
            try files.removeFile(ledgerFile)
        }
        try files.write(manifest.bytes, to: nextManifestFile, synced: true)
        try files.write(journal.bytes, to: nextJournalFile, synced: true)
        try files.move(nextJournalFile, to: journalFile)
    }

    /// Takes the steps of a journal, or those that are still to be taken.
    func complete(_ journal: OutputJournal) throws(FileFault) {
        for move in journal.moves where try files.status(staged(move.path)) != nil {
            for path in move.clearings { try files.removeFile(self.path(path)) }
            try removeEmptyFolders(of: move.clearings) { $0 == move.path || $0.folders.contains(move.path) }
            try files.move(staged(move.path), to: path(move.path))
        }
        for path in journal.deletions { try files.removeFile(self.path(path)) }
        try removeEmptyFolders(of: journal.moves.flatMap(\.clearings) + journal.deletions) { _ in true }
        if try files.status(nextLedgerFile) != nil { try files.move(nextLedgerFile, to: ledgerFile) }
        if try files.status(nextManifestFile) != nil { try files.move(nextManifestFile, to: manifestFile) }
        try files.removeFile(journalFile)
        try files.removeTree(staged)
    }

    private func removeEmptyFolders(of paths: [OutputPath], where condition: (OutputPath) -> Bool) throws(FileFault) {
        let folders = Set(paths.flatMap { Array($0.folders) }).filter(condition)
        for folder in folders.sorted(by: >) { try files.removeEmptyFolder(path(folder)) }
    }
}
