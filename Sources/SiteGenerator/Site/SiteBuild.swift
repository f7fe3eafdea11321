import Corpus
import Diagnostics
import DigestParser
import Foundation
import Meetings
import Templating

/// One walk down the corridor: a site's files in, its pages in the output folder.
///
/// A transaction: unless everything succeeds the output stays as it was.
package struct SiteBuild: Sendable {
    let folder: SiteFolder
    let threads: Int
    /// Whether the addresses of this build are published: written down, to be kept for good.
    let publishesAddresses: Bool
    /// Called as stages begin and pages are made, from any thread.
    let progress: @Sendable (BuildProgress) -> Void

    /// - Parameters:
    ///   - threads: how many work at once; the output does not depend on it.
    ///   - publishesAddresses: false for a look that nobody else takes.
    package init(
        _ folder: SiteFolder, threads: Int, publishesAddresses: Bool = false,
        progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
    ) {
        self.folder = folder
        self.publishesAddresses = publishesAddresses
        self.threads = threads
        self.progress = progress
    }

    /// Builds the site; when nothing changed since the last build, that is seen and said without building.
    /// - Throws: everything that keeps it from being built, each with its place and next step.
    package func run() throws(DiagnosticError) -> BuildReport {
        var clock = StageClock(progress: progress)
        let output = try OutputTransaction(of: folder)
        do throws(DiagnosticError) {
            clock.begin(.compare)
            // Looked at before anything is read: what changes from now on is younger.
            let now = Date()
            let inputs = try FileFault.diagnosed(root: folder.root) { () throws(FileFault) in
                try BuildInputs(of: folder)
            }
            let published = publishesAddresses ? try folder.publishedMark() : nil
            if let last = try output.lastRecord(threads: threads).flatMap(BuildRecord.init), last.inputs == inputs,
                published == nil || published == last.addresses
            {
                return BuildReport(
                    diagnostics: output.notes + last.diagnostics, output: try output.close(), pages: last.pages,
                    figures: last.figures, stages: clock.finished(), timings: PageTimings())
            }
            let (site, notes) = try model(&clock)
            let made = try make(site, &clock, into: output)
            clock.begin(.commit)
            let record = BuildRecord(
                inputs: inputs, addresses: site.promise.addresses.mark, pages: made.pages,
                figures: site.corpus.figures, diagnostics: notes + made.notes)
            let summary = try output.commit(record: inputs.isSettled(at: now) ? record.bytes : nil)
            if publishesAddresses { try folder.record(site.promise.addresses) }
            return BuildReport(
                diagnostics: output.notes + record.diagnostics, output: summary, pages: record.pages,
                figures: record.figures, stages: clock.finished(), timings: made.timings)
        } catch {
            throw DiagnosticError(error.diagnostics + output.abandon())
        }
    }

    /// Makes every file of the site.
    func make(
        _ site: SiteModel, _ clock: inout StageClock, into output: some SiteOutput
    ) throws(DiagnosticError) -> (pages: Int, notes: [Diagnostic], timings: PageTimings) {
        let templates = try loadTemplates()
        let publicFiles = try staticFiles()
        clock.begin(.render)
        let maker = PageMaker(site: site, templates: templates, assets: publicFiles.map(\.path))
        for file in publicFiles { output.put(try file.read(folder), at: file.path) }
        let pages = SitePage.all(of: site.corpus)
        let durations = try make(pages, with: maker, into: output)
        for redirect in site.corpus.redirects + site.promise.redirects {
            let file = try maker.file(for: redirect)
            output.put(file.bytes, at: file.path)
        }
        // The owner's own robots.txt and the like count before those that are made.
        let own = Set(publicFiles.map(\.path))
        let put = { @Sendable (file: PageMaker.File) in
            if !own.contains(file.path) { output.put(file.bytes, at: file.path) }
        }
        SearchIndex(site.corpus, threads: threads).files(put)
        SiteFeeds(site).files(threads: threads, put)
        MachineFiles(site).files.forEach(put)
        return (pages.count, templates.diagnostics, PageTimings(pages, durations, in: site.corpus))
    }

    /// Reads the digests and links them.
    /// - Parameter remarks: what to say of each digest besides; called from several threads.
    func model(
        _ clock: inout StageClock, remarks: DigestFolder.Remarks = { _, _ in [] }
    ) throws(DiagnosticError) -> (SiteModel, notes: [Diagnostic]) {
        let (corpus, others, notes) = try corpus(&clock, remarks: remarks)
        let promise = try folder.promise(for: corpus)
        let configuration = folder.configuration
        let related = relatedWording(corpus)
        let model = SiteModel(
            title: configuration.title,
            description: configuration.description.isEmpty ? nil : configuration.description,
            language: configuration.language, baseURL: configuration.baseURL, corpus: corpus, others: others,
            related: related, relatedParagraphs: SiteModel.paragraphsByTurn(related, in: corpus),
            promise: promise)
        return (model, notes + promise.diagnostics)
    }

    /// The digests as one linked index, and the texts among them that are no meetings.
    func corpus(
        _ clock: inout StageClock, remarks: DigestFolder.Remarks = { _, _ in [] }
    ) throws(DiagnosticError) -> (Corpus, others: [OtherText], notes: [Diagnostic]) {
        clock.begin(.read)
        let digests = try DigestFolder(of: folder)
        let registry = try folder.registry().map { file throws(DiagnosticError) in
            try Registry(file: file.file, bytes: file.bytes)
        }
        let (meetings, faults, said) = digests.read(threads: threads, remarks: remarks)
        var notes = digests.diagnostics + said
        try stop(digests.diagnostics + faults, besides: notes)
        let official = try OfficialFolder(of: folder)
        let (officialTexts, unreadable) = official.read(threads: threads)
        notes += official.diagnostics
        try stop(official.diagnostics + unreadable, besides: notes)
        clock.begin(.index)
        var others: [OtherText] = []
        for meeting in meetings {
            guard case .other(let reason) = meeting.kind else { continue }
            others.append(OtherText(file: meeting.source.file, reason: reason))
            notes.append(
                Diagnostic(
                    id: "not-a-meeting", severity: .warning, file: meeting.source.file,
                    message: "left out, because it is no meeting: \(reason)",
                    suggestion: "Move it out of the folder of digests, or say its body and number in front matter."))
        }
        let corpus = Corpus(meetings: meetings, registry: registry ?? .empty, officialTexts: officialTexts)
        notes += corpus.diagnostics
        try stop(corpus.diagnostics, besides: notes)
        return (corpus, others, notes)
    }

    /// Once for each resolution with a text, because every page of its paragraphs asks for it.
    private func relatedWording(_ corpus: Corpus) -> [Ref<ResolutionEntry>: [String: [Related]]] {
        let texts = corpus.resolutionsWithText
        // Neighbours in time are compared with the same meetings, which a batch reads once.
        let batches = stride(from: 0, to: texts.count, by: 32).map { Array(texts[$0..<min($0 + 32, texts.count)]) }
        let found = ParallelMap(threads: threads).map(batches) { corpus.related(for: $0) }
        return Dictionary(uniqueKeysWithValues: zip(texts, found.joined()))
    }

    /// - Returns: how long each page took.
    private func make(
        _ pages: [SitePage], with maker: PageMaker, into output: some SiteOutput
    ) throws(DiagnosticError) -> [Duration] {
        let count = pages.count
        let clock = ContinuousClock()
        let begin = clock.now
        let made = ParallelMap(threads: threads).map(Array(pages.enumerated())) { index, page in
            if output.isBroken { return (faults: [Diagnostic](), duration: Duration.zero) }
            let start = clock.now
            do throws(DiagnosticError) {
                for file in try maker.files(for: page) { output.put(file.bytes, at: file.path) }
                let end = clock.now
                progress(.page(index + 1, of: count, after: end - begin))
                return ([], end - start)
            } catch {
                return (error.diagnostics, .zero)
            }
        }
        // One fault in a template shows on every page of its kind: each is told once.
        var told: Set<String> = []
        let faults = made.lazy.flatMap(\.faults)
        try stop(
            faults.filter { told.insert("\($0.file ?? "") \($0.id) \($0.message)").inserted }, besides: [])
        return made.map(\.duration)
    }

    private func stop(_ faults: [Diagnostic], besides notes: [Diagnostic]) throws(DiagnosticError) {
        guard faults.contains(where: { $0.severity == .error }) else { return }
        throw DiagnosticError(notes.filter { !faults.contains($0) } + faults)
    }
}

/// Where the files of a site go as they are made, from any number of threads.
protocol SiteOutput: Sendable {
    /// - Parameter path: from the site's root, parts parted by `/`.
    func put(_ bytes: [UInt8], at path: String)

    /// Whether there is no sense in making more.
    var isBroken: Bool { get }
}

extension OutputTransaction: SiteOutput {}
