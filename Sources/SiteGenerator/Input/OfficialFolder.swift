import Diagnostics
import DigestParser
import Meetings
import OfficialTexts

/// The official documents of a site: resolutions in Akoma Ntoso XML, at any depth in their folder.
struct OfficialFolder: Sendable {
    let files: [InputFile]
    /// What was found beside them.
    let diagnostics: [Diagnostic]
    private let site: SiteFolder

    /// - Throws: what keeps the folder from being read; none is fine.
    init(of site: SiteFolder) throws(DiagnosticError) {
        self.site = site
        guard realPath(site.resolutions) != nil else {
            (files, diagnostics) = ([], [])
            return
        }
        let walk = FolderWalk(site.resolutions, of: site)
        files = walk.files.filter { $0.path.lowercased().hasSuffix(".xml") }
        let others = walk.files.filter { !$0.path.lowercased().hasSuffix(".xml") }.map { file in
            Diagnostic(
                id: "not-an-official-text", severity: .warning, file: file.name,
                message: "this file is no official document and was left out: they end in .xml",
                suggestion:
                    "Take the document in XML from the body that publishes it, or move the file out of the folder.")
        }
        diagnostics = walk.diagnostics + others
    }

    /// Reads every document, with its references.
    /// - Returns: the texts in the order of `files`, and a diagnostic for each that could not be read.
    func read(threads: Int) -> (texts: [OfficialText], faults: [Diagnostic]) {
        var texts: [OfficialText] = []
        var faults: [Diagnostic] = []
        for result in ParallelMap(threads: threads).map(files, read) {
            switch result {
            case .success(let text): texts.append(text)
            case .failure(let error): faults += error.diagnostics
            }
        }
        return (texts, faults)
    }

    private func read(_ file: InputFile) -> Result<OfficialText, DiagnosticError> {
        Result { () throws(DiagnosticError) in
            let bytes = try site.read(file)
            let text = try OfficialTextReader.read(file: file.name, bytes: bytes)
            return text.withReferences(in: try SourceText(file: file.name, bytes: bytes))
        }
    }
}
