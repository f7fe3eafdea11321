import Diagnostics

/// What a build made and nothing else: files that somebody put into the output by hand do not belong to it.
package struct BuiltSite: Sendable {
    /// The folder of the output.
    package let folder: String
    /// Sizes in bytes.
    package let sizes: [OutputPath: Int]

    /// Reads the books of the last build.
    /// - Throws: when no build succeeded yet, or one was killed while it moved its pages in.
    package init(of site: SiteFolder) throws(DiagnosticError) {
        let books = OutputBooks(output: site.output.resolvedPath, files: site.files)
        let (bytes, isMoving) = try FileFault.diagnosed(root: site.root) { () throws(FileFault) in
            (try books.manifest(), try books.journal() != nil)
        }
        guard let manifest = bytes.flatMap(OutputManifest.init(bytes:)), !isMoving else {
            throw DiagnosticError(
                Diagnostic(
                    id: "not-built", severity: .error, file: site.configuration.output,
                    message: isMoving ? "a build did not finish here" : "there is no built site here",
                    suggestion: "Run `rapporteur build`."))
        }
        folder = books.output
        sizes = manifest.sizes
    }
}
