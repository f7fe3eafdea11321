import Diagnostics

/// The plan of a commit: which steps turn the old output into the new one, and whether each of them may be taken.
/// Nothing is changed here, so that what must fail fails while the old site still stands.
struct OutputPlan {
    let books: OutputBooks
    let root: String
    let old: OutputManifest
    /// Whether a path of the new output, and which, may be the same file as another one.
    let twin: (OutputPath) -> OutputPath?
    private(set) var faults: [Diagnostic] = []

    private let deleted: [OutputPath]
    private let isDeleted: Set<OutputPath>
    private var kinds: [OutputPath: FileStatus.Kind?] = [:]
    /// The folders in which entries are made or removed; nil is the output itself.
    private var changedFolders: Set<OutputPath?> = []

    init(
        books: OutputBooks, root: String, old: OutputManifest, deleted: [OutputPath],
        twin: @escaping (OutputPath) -> OutputPath?
    ) {
        self.books = books
        self.root = root
        self.old = old
        self.deleted = deleted
        self.twin = twin
        isDeleted = Set(deleted)
    }

    /// - Parameter staged: what is new or changed, sorted.
    mutating func journal(staged: [OutputPath]) throws(FileFault) -> OutputJournal {
        var journal = OutputJournal()
        var indices: [OutputPath: Int] = [:]
        for path in staged {
            guard let unit = try unit(of: path), indices[unit] == nil else { continue }
            indices[unit] = journal.moves.count
            journal.moves.append(.init(path: unit))
            changedFolders.insert(unit.folder)
        }
        for path in deleted {
            try checkFolders(of: path)
            changedFolders.insert(path.folder)
            let inTheWay =
                Self.unit(among: indices, of: path) ?? twin(path).flatMap { Self.unit(among: indices, of: $0) }
            if let inTheWay {
                journal.moves[inTheWay].clearings.append(path)
            } else {
                journal.deletions.append(path)
            }
        }
        for folder in changedFolders
        where try folder.map({ (path) throws(FileFault) in try kind(path) == .folder }) ?? true {
            try books.files.checkWritable(folder.map(books.path) ?? books.output)
        }
        return journal
    }

    private static func unit(among units: [OutputPath: Int], of path: OutputPath) -> Int? {
        units[path] ?? path.folders.lazy.compactMap { units[$0] }.first
    }

    /// What is moved so that a staged file comes to its place: the outermost folder of its path that the output does
    /// not have yet, or the file alone. nil when something stands in its way that is not ours.
    private mutating func unit(of path: OutputPath) throws(FileFault) -> OutputPath? {
        for folder in path.folders.reversed() {
            switch try kind(folder) {
            case .folder: continue
            case nil: return folder
            default: return isDeleted.contains(folder) ? folder : foreign(folder)
            }
        }
        let status = try books.files.status(books.path(path))
        switch status?.kind {
        case nil: return path
        case .folder: return try holdsOnlyDeleted(path) ? path : foreign(path)
        default:
            if old.place(of: path) != nil { return path }
            // Under another letter case it is ours where the disk makes no difference.
            guard let twin = twin(path), try books.files.status(books.path(twin))?.identity == status?.identity else {
                return foreign(path)
            }
            return path
        }
    }

    /// A link among the folders would lead a deletion out of the output.
    private mutating func checkFolders(of path: OutputPath) throws(FileFault) {
        for folder in path.folders.reversed() {
            let kind = try kind(folder)
            if kind == .link, !isDeleted.contains(folder) { _ = foreign(folder) }
            if kind != .folder { return }
        }
    }

    private mutating func kind(_ folder: OutputPath) throws(FileFault) -> FileStatus.Kind? {
        if let kind = kinds[folder] { return kind }
        let kind = try books.files.status(books.path(folder))?.kind
        kinds[folder] = .some(kind)
        return kind
    }

    /// Whether a folder will be gone when all deletions were made.
    private func holdsOnlyDeleted(_ folder: OutputPath) throws(FileFault) -> Bool {
        let emptied = Set(deleted.flatMap { Array($0.folders) })
        var folders = [folder]
        while let folder = folders.popLast() {
            guard emptied.contains(folder) else { return false }
            let listing = try books.files.names(in: books.path(folder))
            guard listing.unreadableNames.isEmpty else { return false }
            for name in listing.names {
                guard let path = OutputPath(folder.text + "/" + name) else { return false }
                if try books.files.status(books.path(path))?.kind == .folder {
                    folders.append(path)
                } else if !isDeleted.contains(path) {
                    return false
                }
            }
        }
        return true
    }

    private mutating func foreign(_ path: OutputPath) -> OutputPath? {
        let fault = Diagnostic(
            id: "foreign-file", severity: .error, file: books.path(path).relative(to: root),
            message: "this stands where the build writes, and the build did not make it",
            suggestion: "Move it away; what belongs to the site can lie in its folder of public files.")
        if !faults.contains(fault) { faults.append(fault) }
        return nil
    }
}
