import Diagnostics
import Templating

/// The owner's files beside the digests, and the theme's where the owner has none of that name.
extension SiteBuild {
    /// The owner's templates.
    func templateFiles() throws(DiagnosticError) -> [TemplateFile] {
        var own: [TemplateFile] = []
        for file in try files(in: folder.templates) {
            own.append(TemplateFile(path: file.path, file: file.name, bytes: try folder.read(file)))
        }
        return own
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
        for file in try self.files(in: folder.publicFiles) { files[file.path] = .own(file) }
        return files.sorted { $0.key < $1.key }.map { StaticFile(path: $0.key, source: $0.value) }
    }

    /// None where the folder is not there: `FolderRules` has seen to it that only one nobody named can be missing.
    private func files(in path: String) throws(DiagnosticError) -> [InputFile] {
        guard realPath(path) != nil else { return [] }
        let walk = FolderWalk(path, of: folder)
        let faults = walk.diagnostics.filter { $0.severity == .error }
        guard faults.isEmpty else { throw DiagnosticError(faults) }
        return walk.files
    }
}
