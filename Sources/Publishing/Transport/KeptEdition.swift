import Diagnostics
import SiteGenerator

/// What a folder target keeps of the site that was live before, outside the folder that is served.
///
///     .digests.rapporteur/previous.json   the record of the edition before
///                         undone.json     while that is being brought back: the record of the one it replaces
///                         kept/…          files by the identity of their bytes
///
/// What always holds: each file that `previous.json` lists is live with the same bytes, or stands in `kept`.
struct KeptEdition {
    let folder: String
    /// The folder of the target.
    let served: String
    let files: any FileSystem
    let root: String

    private var previousFile: String { folder + "/previous.json" }
    private var undoneFile: String { folder + "/undone.json" }
    private var keptFolder: String { folder + "/kept" }
    private func kept(_ content: ContentID) -> String { keptFolder + "/" + content.fileName }

    private func diagnosed<Value>(_ body: () throws(FileFault) -> Value) throws(DiagnosticError) -> Value {
        try FileFault.diagnosed(root: root, body)
    }

    private func manifest(_ path: String) throws(DiagnosticError) -> PublishedManifest? {
        let bytes = try diagnosed { () throws(FileFault) in try files.status(path) == nil ? nil : try files.read(path) }
        return try bytes.map { bytes throws(DiagnosticError) in
            try PublishedManifest(json: bytes, place: path.relative(to: root))
        }
    }

    private func write(_ manifest: PublishedManifest, to path: String) throws(FileFault) {
        try files.replace(path, with: manifest.json, synced: true)
    }

    // MARK: Keeping

    /// Keeps what a publish will replace or delete.
    func prepare(for plan: PublishPlan) throws(DiagnosticError) {
        guard let live = plan.live else { return try forget() }
        let previous = try manifest(previousFile)
        let goes = (plan.changed + plan.deleted).map(\.path)
        try diagnosed { () throws(FileFault) in try files.makeFolder(keptFolder) }
        for path in goes {
            guard let content = live.files[path]?.state.content else { continue }
            // In the middle of an interrupted publish only what belongs to the edition before is worth keeping.
            guard live.isSettled || previous?.files[path]?.state.content == content else { continue }
            try keep(path, content)
        }
        try diagnosed { () throws(FileFault) in
            if plan.isRollback {
                if live.isSettled { try write(live, to: undoneFile) }
            } else {
                try files.removeFile(undoneFile)
                if live.isSettled { try write(live, to: previousFile) }
            }
        }
    }

    private func keep(_ path: OutputPath, _ content: ContentID) throws(DiagnosticError) {
        try diagnosed { () throws(FileFault) in
            let place = served.appending(pathComponent: path.text)
            guard try files.status(kept(content)) == nil, try files.status(place)?.kind == .file else { return }
            try files.replace(kept(content), with: try files.read(place), synced: false)
        }
    }

    /// Without a record of what is live nothing can be brought back to what was before.
    private func forget() throws(DiagnosticError) {
        try diagnosed { () throws(FileFault) in
            try files.removeFile(previousFile)
            try files.removeFile(undoneFile)
        }
    }

    /// Forgets what belongs to no edition that can be brought back.
    func finish(_ plan: PublishPlan) throws(DiagnosticError) {
        try settle()
        let previous = try manifest(previousFile)
        let needed = Set((previous?.files.values ?? [:].values).compactMap { $0.state.content?.fileName })
        try diagnosed { () throws(FileFault) in
            guard try files.status(keptFolder) != nil else { return }
            for name in try files.names(in: keptFolder).names where !needed.contains(name) {
                try files.removeFile(keptFolder.appending(pathComponent: name))
            }
        }
    }

    /// After a rollback what it replaced is the edition before.
    private func settle() throws(DiagnosticError) {
        try diagnosed { () throws(FileFault) in
            if try files.status(undoneFile) != nil { try files.move(undoneFile, to: previousFile) }
        }
    }

    // MARK: Bringing back

    /// The edition before the one that is live.
    /// - Throws: that there is none, or that a file of it is lost.
    func edition(besides live: LiveSite) throws(DiagnosticError) -> Edition {
        // A rollback may have been killed after its last step.
        if let previous = try manifest(previousFile), previous == live.manifest { try settle() }
        guard let previous = try manifest(previousFile), previous != live.manifest else {
            throw DiagnosticError(
                Diagnostic(
                    id: "no-previous", severity: .error,
                    message: "nothing else was live here before, as far as \(folder.relative(to: root)) tells",
                    suggestion: "Bring the site's own files back to the earlier state, build and publish them."))
        }
        var edition = Edition()
        for (path, entry) in previous.files {
            guard let content = entry.state.content else { continue }
            edition.files[path] = Edition.File(
                content: content, bytes: entry.bytes, source: .disk(path: try place(of: path, content)))
        }
        return edition
    }

    private func place(of path: OutputPath, _ content: ContentID) throws(DiagnosticError) -> String {
        let isKept = try diagnosed { () throws(FileFault) in try files.status(kept(content)) != nil }
        return isKept ? kept(content) : served.appending(pathComponent: path.text)
    }
}
