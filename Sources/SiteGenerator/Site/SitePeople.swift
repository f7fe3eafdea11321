import Corpus
import Diagnostics

/// Who is who in a site: its index, and the registry that its owner keeps. Nothing is built.
package struct SitePeople: Sendable {
    /// The site's meetings, linked with what the registry says.
    package let corpus: Corpus
    package let notes: [Diagnostic]
    private let folder: SiteFolder

    /// - Throws: what keeps the digests from being read, and everything that is wrong with the registry.
    package init(
        _ folder: SiteFolder, threads: Int, progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
    ) throws(DiagnosticError) {
        self.folder = folder
        var clock = StageClock(progress: progress)
        let linked: LinkedDigests
        (linked, notes) = try SiteBuild(folder, threads: threads, progress: progress).linked(&clock)
        corpus = linked.corpus
    }

    /// Writes the open questions into the registry, for the owner to answer; what stands there stays as it is.
    /// - Returns: the file as the owner names it, and how many questions are new in it.
    /// - Throws: what keeps the file from being written; it is then as it was.
    package func propose() throws(DiagnosticError) -> (file: String, added: Int) {
        let old = try folder.registry()
        let file = old?.file ?? folder.people.relative(to: folder.root)
        let addition = try RegistryAddition(corpus.questions, to: old?.bytes, file: file)
        guard addition.added > 0 else { return (file, 0) }
        // A link stays a link: what it leads to is replaced.
        let path = realPath(folder.people) ?? folder.people
        try FileFault.diagnosed(root: folder.root) { () throws(FileFault) in
            try folder.files.replace(path, with: addition.bytes, synced: true)
        }
        return (file, addition.added)
    }
}
