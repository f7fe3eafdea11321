import Diagnostics
import Templating

/// The owner's files beside the digests, and the theme's where the owner has none of that name.
extension SiteBuild {
    func loadTemplates() throws(DiagnosticError) -> TemplateSet {
        let walk = FolderWalk(folder.templates, of: folder)
        var own: [TemplateFile] = []
        for file in walk.files {
            own.append(TemplateFile(path: file.path, file: file.name, bytes: try folder.read(file)))
        }
        return try TemplateSet(builtIn: Theme.templates, own: own, pages: PageMaker.kinds)
    }

    /// A static file: where it will stand, and where its bytes come from.
    struct StaticFile: Sendable {
        let path: String
        let source: Source

        enum Source: Sendable {
            case own(InputFile)
            case theme(Theme.File)
        }

        func read(_ folder: SiteFolder) throws(DiagnosticError) -> [UInt8] {
            switch source {
            case .own(let file): try folder.read(file)
            case .theme(let file): file.bytes
            }
        }
    }

    /// By path.
    func staticFiles() throws(DiagnosticError) -> [StaticFile] {
        var files: [String: StaticFile.Source] = [:]
        for file in Theme.publicFiles { files[file.path] = .theme(file) }
        let walk = FolderWalk(folder.publicFiles, of: folder)
        let faults = walk.diagnostics.filter { $0.severity == .error }
        guard faults.isEmpty else { throw DiagnosticError(faults) }
        for file in walk.files { files[file.path] = .own(file) }
        return files.sorted { $0.key < $1.key }.map { StaticFile(path: $0.key, source: $0.value) }
    }
}
