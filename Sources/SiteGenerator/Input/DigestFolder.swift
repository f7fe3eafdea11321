import Diagnostics
import DigestParser
import Foundation
import Meetings

/// The digests of a site: which files they are, and what each says.
package struct DigestFolder: Sendable {
    /// Sorted by the UTF-8 bytes of their paths.
    package let files: [InputFile]
    /// What was found beside the digests.
    package let diagnostics: [Diagnostic]
    private let site: SiteFolder

    /// Kinds of files that are digests: copied text, Markdown, a page as saved by a browser.
    package static let extensions = ["txt", "md", "html", "htm"]

    /// Lists the digests of a site, at any depth in its folder of meetings.
    /// - Parameter walk: through the folder of meetings; nil to look through it now.
    /// - Throws: when there is none.
    package init(of site: SiteFolder, walk: FolderWalk? = nil) throws(DiagnosticError) {
        let walk = walk ?? FolderWalk(site.meetings, of: site)
        let folder = site.meetings.relative(to: site.root)
        self.site = site
        var (files, others): ([InputFile], [Diagnostic]) = ([], [])
        files.reserveCapacity(walk.files.count)
        for file in walk.files {
            if Self.isDigest(file.path) { files.append(file) } else { others.append(Self.leftOut(file)) }
        }
        self.files = files
        let folders = walk.folders.filter { Self.isDigest($0) }.map { name in
            FileFault("read", site.path(name), code: EISDIR).diagnostic(root: site.root)
        }
        diagnostics = walk.diagnostics + folders + others
        guard files.isEmpty else { return }
        let none = Diagnostic(
            id: "no-digests", severity: .error, file: folder, message: "there is no digest in this folder",
            suggestion: "Put the text of at least one meeting into it, as a .txt file.")
        throw DiagnosticError(diagnostics + [none])
    }

    /// What somebody has to say of a digest, besides what stands in the meeting's own diagnostics.
    package typealias Remarks = @Sendable (Meeting, SourceText) -> [Diagnostic]

    /// Reads one digest.
    /// - Throws: when the file is empty or no text.
    package static func meeting(
        file: String, bytes: [UInt8], _ parser: DigestParser = DigestParser()
    ) throws(DiagnosticError) -> Meeting {
        try digest(file: file, bytes: bytes, parser).meeting
    }

    static func digest(
        file: String, bytes: [UInt8], _ parser: DigestParser
    ) throws(DiagnosticError) -> (meeting: Meeting, source: SourceText) {
        let source = try SourceText(file: file, bytes: bytes)
        guard source.bytes.contains(where: { $0 > 0x20 }) else {
            throw DiagnosticError(
                Diagnostic(
                    id: "empty-digest", severity: .error, file: file, message: "the file is empty",
                    suggestion: "Put the text of the meeting into it, or remove the file."))
        }
        return (parser.parse(source, sha256: SHA256.hex(of: bytes)), source)
    }

    private static func isDigest(_ path: String) -> Bool {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return extensions.contains(path[path.utf8.index(after: dot)...].lowercased())
    }

    private static func leftOut(_ file: InputFile) -> Diagnostic {
        Diagnostic(
            id: "not-a-digest", severity: .warning, file: file.name,
            message: "this file is no digest and was left out: digests end in .txt, .md or .html",
            suggestion: "Rename it, or move it out of the folder of meetings.")
    }
}

extension SiteFolder {
    /// The bytes of a file of the site.
    package func read(_ file: InputFile) throws(DiagnosticError) -> [UInt8] {
        do {
            return try files.read(file.location)
        } catch {
            throw DiagnosticError(error.diagnostic(root: root))
        }
    }

    /// The owner's registry of people, when the site has one.
    package func registry() throws(DiagnosticError) -> (file: String, bytes: [UInt8])? {
        let file = InputFile(name: people.relative(to: root), path: configuration.people, location: people)
        guard realPath(people) != nil else { return nil }
        return (file.name, try read(file))
    }
}
