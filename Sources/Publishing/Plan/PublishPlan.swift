import Diagnostics
import SiteGenerator

/// What a publish will do: the difference between what is live and what shall be.
package struct PublishPlan: Sendable {
    package let target: PublishTarget
    /// Sorted by path, like the other lists.
    package private(set) var added: [Item] = []
    package private(set) var changed: [Item] = []
    package private(set) var deleted: [Item] = []
    package private(set) var unchanged = 0
    /// What will go and stay at once: on a disk that does not tell letter case apart, deleting the old name would delete
    /// the new file.
    package private(set) var left: [OutputPath] = []
    /// Whether this returns to what was live before.
    package let isRollback: Bool

    package struct Item: Sendable, Equatable {
        package var path: OutputPath
        package var bytes: Int
    }

    let edition: Edition
    /// nil where the target holds no record: nothing was published there yet.
    let live: PublishedManifest?
    private let holdsForeignFiles: Bool

    /// - Parameters:
    ///   - edition: what shall be live; its sizes are known for everything that has to travel.
    ///   - everything: whether files travel that are live already.
    init(
        to target: PublishTarget, from live: LiveSite, to edition: Edition, isRollback: Bool = false,
        everything: Bool = false
    ) {
        self.target = target
        self.edition = edition
        self.live = live.manifest
        self.isRollback = isRollback
        holdsForeignFiles = live.manifest == nil && !live.isEmpty
        let old = live.manifest?.files ?? [:]
        for (path, file) in edition.files {
            let item = Item(path: path, bytes: file.bytes ?? old[path]?.bytes ?? 0)
            switch old[path]?.state {
            case .standing(file.content) where !everything: unchanged += 1
            case .standing, .changing: changed.append(item)
            case nil, .uncertain: added.append(item)
            }
        }
        let twins = target.destination.tellsCaseApart ? [] : Set(edition.files.keys.map { $0.folded ?? $0 })
        for (path, entry) in old where edition.files[path] == nil {
            if twins.contains(path.folded ?? path) {
                left.append(path)
            } else {
                deleted.append(Item(path: path, bytes: entry.bytes))
            }
        }
        added.sort { $0.path < $1.path }
        changed.sort { $0.path < $1.path }
        deleted.sort { $0.path < $1.path }
        left.sort()
    }

    package var isEmpty: Bool { added.isEmpty && changed.isEmpty && deleted.isEmpty && left.isEmpty && live != nil }

    /// How many bytes travel.
    package var bytes: Int { (added + changed).reduce(0) { $0 + $1.bytes } }

    /// What travels, in the order in which it does.
    package var uploads: [(phase: PublishPhase, paths: [OutputPath])] {
        var phases: [PublishPhase: [OutputPath]] = [:]
        for item in added { phases[PublishPhase(of: item.path, isNew: true), default: []].append(item.path) }
        for item in changed { phases[PublishPhase(of: item.path, isNew: false), default: []].append(item.path) }
        return phases.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    /// The record to be kept while files travel.
    var pendingManifest: PublishedManifest {
        var manifest = finalManifest
        for item in changed { manifest.files[item.path]?.state = .changing }
        for item in added { manifest.files[item.path]?.state = .uncertain }
        for item in deleted { manifest.files[item.path] = .init(state: .uncertain, bytes: item.bytes) }
        return manifest
    }

    /// The record of the state that is wanted.
    var finalManifest: PublishedManifest {
        var sizes: [OutputPath: Int] = [:]
        for item in added + changed { sizes[item.path] = item.bytes }
        var manifest = PublishedManifest()
        for (path, file) in edition.files {
            let bytes = sizes[path] ?? file.bytes ?? live?.files[path]?.bytes ?? 0
            manifest.files[path] = .init(state: .standing(file.content), bytes: bytes)
        }
        return manifest
    }

    // MARK: Doubts

    /// More deletions than this need a confirmation. Unless the owner says otherwise: more than fifty that are also more
    /// than a tenth of what is live; and in any case more than half of it, which a small site would lose unasked.
    private var isDeletingTooMuch: Bool {
        let count = deleted.count
        if let limit = target.maxDeletes { return count > limit }
        let live = live?.files.count ?? 0
        return count > 50 && count * 10 > live || count * 2 > live
    }

    /// What must be confirmed before anything is sent.
    package var doubts: [Diagnostic] {
        var doubts: [Diagnostic] = []
        if isDeletingTooMuch {
            doubts.append(
                Diagnostic(
                    id: "many-deletions", severity: .error,
                    message: "\(deleted.count) of the \(live?.files.count ?? 0) files that are live would be deleted; "
                        + "nothing was sent",
                    suggestion: "Look at them with --dry-run; if they shall go, add --confirm."))
        }
        if holdsForeignFiles {
            doubts.append(
                Diagnostic(
                    id: "foreign-target", severity: .error,
                    message: "\(target.shownAddress) holds files, but no record of a publish; nothing was sent",
                    suggestion: "Check that it is the right place. With --confirm, files of the same name are replaced "
                        + "and all others stay."))
        }
        return doubts
    }

    /// Paths that are a file now and shall be a folder, or the reverse: no order of steps does that without a moment
    /// in which neither is there.
    var clashes: [Diagnostic] {
        func folders(of items: [Item]) -> Set<OutputPath> { Set(items.flatMap { Array($0.path.folders) }) }
        let clashing = folders(of: added + changed).intersection(deleted.map(\.path))
            .union(folders(of: deleted).intersection(added.map(\.path)))
        return clashing.sorted().map { path in
            Diagnostic(
                id: "file-for-folder", severity: .error, file: path.text,
                message: "this is a file and shall be a folder, or the reverse; nothing was sent",
                suggestion: "Publish once without it, then with it.")
        }
    }
}

extension PublishTarget.Destination {
    /// Whether files whose names differ only in letter case are two on every target of this kind.
    fileprivate var tellsCaseApart: Bool { if case .git = self { true } else { false } }
}
