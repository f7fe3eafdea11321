import Corpus
import Diagnostics
import Meetings

/// Reading and linking: what comes before any page.
extension SiteBuild {
    /// What the files of a site are made from.
    struct Groundwork: Sendable {
        var model: SiteModel
        var linked: LinkedDigests
        /// Related wording, for the next build.
        var wording: [String: BuildLedger.Wording]
        var published: PublishedFile
        var notes: [Diagnostic]
    }

    /// Reads the digests and links them.
    /// - Parameters:
    ///   - walk: through the folder of meetings; nil to look through it now.
    ///   - remembered: gives the related wording that the last build found.
    ///   - store: digests that earlier builds read.
    ///   - kept: what one of them linked.
    ///   - addresses: the file of them, as it is.
    ///   - remarks: what to say of each digest besides; called from several threads.
    func groundwork(
        _ clock: inout StageClock, walk: FolderWalk? = nil,
        remembering remembered: () throws(DiagnosticError) -> [String: BuildLedger.Wording] = { () in [:] },
        store: DigestStore? = nil, kept: KeptLinks? = nil, addresses: AddressFile,
        remarks: @escaping DigestFolder.Remarks = { _, _ in [] }
    ) throws(DiagnosticError) -> Groundwork {
        let (linked, notes) = try linked(&clock, walk: walk, store: store, kept: kept, remarks: remarks)
        let old = try remembered()
        let (corpus, configuration) = (linked.corpus, folder.configuration)
        let (owed, (passages, wording)) = ParallelMap(threads: threads).both {
            Result { () throws(DiagnosticError) in
                try folder.promise(for: linked, file: addresses, isKept: publishesAddresses, threads: threads)
            }
        } _: {
            WordingMemory(corpus: corpus, marks: linked.marks, old: old).found(threads: threads)
        }
        let (promise, file) = try owed.get()
        let model = SiteModel(
            title: configuration.title,
            description: configuration.description.isEmpty ? nil : configuration.description,
            language: configuration.language, baseURL: configuration.baseURL, corpus: corpus, corpusMarks: linked.marks,
            others: linked.others, relatedPassages: RelatedPassages(passages, in: corpus), promise: promise)
        return Groundwork(
            model: model, linked: linked, wording: wording, published: file, notes: notes + promise.diagnostics)
    }

    /// The digests as one linked index.
    func linked(
        _ clock: inout StageClock, walk: FolderWalk? = nil, store: DigestStore? = nil, kept: KeptLinks? = nil,
        remarks: @escaping DigestFolder.Remarks = { _, _ in [] }
    ) throws(DiagnosticError) -> (LinkedDigests, notes: [Diagnostic]) {
        try DigestLinking(
            folder: folder, threads: threads, memory: memory, store: store, kept: kept, walk: walk, remarks: remarks
        )
        .run(&clock)
    }
}
