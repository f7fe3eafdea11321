import Diagnostics
import SiteGenerator

/// A folder of this machine. Every file is made aside and moved in, so that a reader gets the old or the new one,
/// never a part; what was live before is kept aside too.
struct FolderTransport: SteppedTransport {
    let target: PublishTarget
    private let folder: String
    private let site: SiteFolder
    private let workspace: Workspace
    private let kept: KeptEdition
    private let files: any FileSystem

    /// - Parameters:
    ///   - path: absolute, or relative to the site's folder.
    ///   - aside: the same; nil for a hidden folder beside the target.
    init(
        to target: PublishTarget, path: String, aside: String?, site: SiteFolder, workspace: Workspace
    ) {
        self.target = target
        self.site = site
        self.workspace = workspace
        files = workspace.files
        folder = site.path(path).resolvedPath
        let beside = folder.parentFolder.appending(pathComponent: ".\(folder.lastComponent).rapporteur")
        kept = KeptEdition(
            folder: aside.map { site.path($0).resolvedPath } ?? beside, served: folder, files: workspace.files,
            root: site.root)
    }

    private func path(_ path: OutputPath) -> String { folder.appending(pathComponent: path.text) }
    private var manifestFile: String { folder.appending(pathComponent: PublishedManifest.name) }
    private var staged: String { kept.folder + "/staged" }

    private func diagnosed<Value>(_ body: () throws(FileFault) -> Value) throws(DiagnosticError) -> Value {
        try FileFault.diagnosed(root: site.root, body)
    }

    // MARK: What is live

    func live() throws(DiagnosticError) -> LiveSite {
        try checkPlace()
        let (bytes, isEmpty) = try diagnosed { () throws(FileFault) -> ([UInt8]?, Bool) in
            guard try files.status(folder) != nil else { return (nil, true) }
            let listing = try files.names(in: folder)
            return (try files.status(manifestFile) == nil ? nil : try files.read(manifestFile), listing.isEmpty)
        }
        let manifest = try bytes.map { bytes throws(DiagnosticError) in
            try PublishedManifest(json: bytes, place: manifestFile.relative(to: site.root))
        }
        return LiveSite(manifest: manifest, isEmpty: isEmpty)
    }

    func previous(of live: LiveSite) throws(DiagnosticError) -> Edition { try kept.edition(besides: live) }

    /// A wrong word in `site.json` must not make the site publish itself into its own sources.
    private func checkPlace() throws(DiagnosticError) {
        let own = [site.output, site.meetings, site.templates, site.publicFiles].map(\.resolvedPath)
        let isWrong =
            folder.contains(path: site.root) || folder.contains(path: kept.folder)
            || own.contains { $0.contains(path: folder) || folder.contains(path: $0) }
            || own.contains { $0.contains(path: kept.folder) }
        guard isWrong else { return }
        throw DiagnosticError(
            Diagnostic(
                id: "misplaced-target", severity: .error, file: SiteFolder.configurationName,
                message: "the folder of the target \"\(target.name)\" and a folder of the site, or what is kept aside, "
                    + "lie in one another",
                suggestion: "Name a folder apart from the site's own."))
    }

    // MARK: Steps

    func prepare(_ plan: PublishPlan) throws(DiagnosticError) {
        try diagnosed { () throws(FileFault) in
            try files.makeFolder(folder)
            try files.makeFolder(kept.folder)
            try files.checkWritable(folder)
        }
        try check(plan)
        try kept.prepare(for: plan)
        try diagnosed { () throws(FileFault) in
            try files.removeTree(staged)
            try files.makeFolder(staged)
        }
        try workspace.stage(plan.uploads.flatMap(\.paths), of: plan.edition, into: staged)
    }

    /// Nothing may stand in the way that is not ours, and no link may lead a step out of the folder.
    private func check(_ plan: PublishPlan) throws(DiagnosticError) {
        var foreign: Set<OutputPath> = []
        var folders: Set<OutputPath> = []
        for item in plan.added where plan.live != nil && plan.live?.files[item.path] == nil {
            if try diagnosed({ () throws(FileFault) in try files.status(path(item.path)) }) != nil {
                foreign.insert(item.path)
            }
        }
        for item in plan.added + plan.changed + plan.deleted {
            for parent in item.path.folders where folders.insert(parent).inserted {
                let kind = try diagnosed { () throws(FileFault) in try files.status(path(parent))?.kind }
                if kind == .link || kind == .other || kind == .file { foreign.insert(parent) }
                if kind == .folder { try diagnosed { () throws(FileFault) in try files.checkWritable(path(parent)) } }
            }
        }
        guard foreign.isEmpty else { throw DiagnosticError(foreign.sorted().map(foreignFile)) }
    }

    private func foreignFile(_ path: OutputPath) -> Diagnostic {
        Diagnostic(
            id: "foreign-file", severity: .error, file: self.path(path).relative(to: site.root),
            message: "this stands in the way, and was not published from here; nothing was sent",
            suggestion: "Move it away, or give the site's file another name.")
    }

    func record(_ manifest: PublishedManifest) throws(DiagnosticError) {
        try diagnosed { () throws(FileFault) in
            try files.write(manifest.json, to: kept.folder + "/manifest", synced: true)
            try files.move(kept.folder + "/manifest", to: manifestFile)
        }
    }

    func upload(_ paths: [OutputPath]) throws(DiagnosticError) {
        try diagnosed { () throws(FileFault) in
            var made: Set<OutputPath> = []
            for path in paths {
                for parent in Array(path.folders).reversed() where made.insert(parent).inserted {
                    try files.makeFolder(self.path(parent))
                }
                try files.move(staged + "/" + path.text, to: self.path(path))
            }
        }
    }

    func delete(_ paths: [OutputPath]) throws(DiagnosticError) {
        try diagnosed { () throws(FileFault) in
            for path in paths { try files.removeFile(self.path(path)) }
            for folder in Set(paths.flatMap { Array($0.folders) }).sorted(by: >) {
                try files.removeEmptyFolder(self.path(folder))
            }
        }
    }

    func finish(_ plan: PublishPlan) throws(DiagnosticError) {
        try diagnosed { () throws(FileFault) in try files.removeTree(staged) }
        try kept.finish(plan)
    }
}
