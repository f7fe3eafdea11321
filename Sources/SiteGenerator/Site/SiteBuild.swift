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
    /// What earlier builds of the session left.
    let memory: SessionMemory?
    /// Ends the process; nil where more is done in it.
    private let fail: (@Sendable (Diagnostic) -> Never)?
    /// Called as stages begin and pages are made, from any thread.
    let progress: @Sendable (BuildProgress) -> Void

    /// - Parameters:
    ///   - threads: how many work at once; the output does not depend on it.
    ///   - publishesAddresses: false for a look that nobody else takes.
    ///   - memory: shared by the builds of a session.
    ///   - fail: of a command that ends with this build: called where a text is gone that an earlier build kept and this one
    ///     needs. The memory of such a build is left to the system.
    package init(
        _ folder: SiteFolder, threads: Int, publishesAddresses: Bool = false, memory: SessionMemory? = nil,
        fail: (@Sendable (Diagnostic) -> Never)? = nil,
        progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
    ) {
        self.folder = folder
        self.publishesAddresses = publishesAddresses
        self.threads = threads
        self.memory = memory
        self.fail = fail
        self.progress = progress
    }

    /// Builds the site; when nothing changed since the last build, that is seen and said without building.
    /// - Throws: everything that keeps it from being built, each with its place and next step.
    package func run() throws(DiagnosticError) -> BuildReport {
        var clock = StageClock(progress: progress)
        clock.begin(.compare)
        let (inputs, opened) = ParallelMap(threads: threads).both { [folder] in
            Result { () throws(DiagnosticError) in try Start(of: folder) }
        } _: {
            Result { () throws(DiagnosticError) in try OutputTransaction(of: folder) }
        }
        let output = try opened.get()
        do throws(DiagnosticError) {
            output.look(threads: threads)
            let start = try inputs.get()
            if let last = try unchanged(since: output, start) {
                memory?.forgetAhead()
                return BuildReport(
                    diagnostics: output.notes + last.diagnostics, output: try output.close(), pages: last.pages,
                    figures: last.figures, stages: clock.finished(), timings: PageTimings())
            }
            return try build(start, &clock, into: output)
        } catch {
            throw DiagnosticError(error.diagnostics + output.abandon())
        }
    }

    /// How everything stood before it was read: what changes from then on is younger.
    private struct Start: Sendable {
        let time = Date()
        let inputs: BuildInputs
        let addresses: AddressFile

        init(of folder: SiteFolder) throws(DiagnosticError) {
            inputs = try FileFault.diagnosed(root: folder.root) { () throws(FileFault) in try BuildInputs(of: folder) }
            addresses = try folder.addressFile()
        }
    }

    /// What the last build said, where another would say and make the same.
    private func unchanged(since output: OutputTransaction, _ start: Start) throws(DiagnosticError) -> BuildRecord? {
        guard memory?.isFresh != true, let last = try output.lastRecord().flatMap(BuildRecord.init),
            last.inputs == start.inputs.mark, last.addresses == start.addresses.mark, last.files == output.lastFiles,
            last.publishesAddresses || !publishesAddresses
        else { return nil }
        return output.stands ? last : nil
    }

    private func build(
        _ start: Start, _ clock: inout StageClock, into output: OutputTransaction
    ) throws(DiagnosticError) -> BuildReport {
        let program = start.inputs.programMark
        let last = ParallelMap(threads: threads).begin {
            Result { () throws(DiagnosticError) in try lastLedger(output, by: program) }
        }
        let cache = output.cache(by: program)
        let store = DigestStore(in: cache)
        var (ledger, remarks): (BuildLedger?, [Diagnostic]) = (nil, [])
        var site = try groundwork(
            &clock, walk: start.inputs.meetings,
            remembering: { () throws(DiagnosticError) in
                (ledger, remarks) = try last.result.get()
                return ledger?.wording ?? [:]
            }, store: store, kept: fail.map { KeptLinks(cache: cache, fail: $0) }, addresses: start.addresses)
        let made = try make(site.model, &clock, after: ledger, program: program, cache: cache, into: output)
        clock.begin(.commit)
        LinkedDigests.claim(in: cache)
        cache.removeRest()
        let addresses = site.published.bytes
        let mark = addresses.map(PublishedAddresses.mark)
        site.linked.settle(
            site.model.promise, before: start.addresses.mark, after: mark, hasSamePages: site.published.hasSamePages)
        let (figures, diagnostics) = (site.model.corpus.figures, site.notes + made.notes)
        let isSettled = start.inputs.isSettled(at: start.time)
        let (_, committed) = ParallelMap(threads: threads).both { [site] in
            if publishesAddresses { site.linked.keep(in: cache, store, threads: threads) }
        } _: { [site] in
            Result { () throws(DiagnosticError) in
                try output.commit { files in
                    guard isSettled else { return nil }
                    return BuildRecord(
                        inputs: start.inputs.mark, addresses: mark ?? start.addresses.mark,
                        publishesAddresses: publishesAddresses, files: files.mark, pages: made.pages, figures: figures,
                        diagnostics: diagnostics
                    ).bytes
                } ledger: { files, moved in
                    made.ledger.ledger(wording: site.wording, files: files, moved: moved).bytes
                }
            }
        }
        let summary = try committed.get()
        let late = try folder.record(addresses: addresses, after: start.addresses)
        memory?.keep(SessionMemory.Built(maker: made.maker, linked: site.linked, walk: start.inputs.meetings))
        if fail != nil { Remains.leave([site, made, ledger as Any]) }
        return BuildReport(
            diagnostics: output.notes + remarks + cache.notes(root: folder.root) + diagnostics + late,
            output: summary, pages: made.pages, figures: figures, stages: clock.finished(), timings: made.timings)
    }

    /// What the last build by the same program wrote down, and what is wrong with that.
    private func lastLedger(
        _ output: OutputTransaction, by program: UInt64
    ) throws(DiagnosticError) -> (BuildLedger?, remarks: [Diagnostic]) {
        guard let bytes = try output.lastLedger() else { return (nil, []) }
        if let ledger = BuildLedger(bytes: bytes) {
            return (ledger.program == program && ledger.files == output.lastFiles ? ledger : nil, [])
        }
        let remark = Diagnostic(
            id: "ledger-damaged", severity: .note, file: folder.output.relative(to: folder.root),
            message: "what the last build wrote down about its pages cannot be read",
            suggestion: "Nothing needs to be done: every page is made again.")
        return (nil, [remark])
    }

    /// What making the files of a site gave.
    struct Made {
        var pages: Int
        var notes: [Diagnostic]
        var timings: PageTimings
        var ledger: LedgerKeeper
        var maker: PageMaker
    }

    /// Makes every file of the site that may have changed.
    /// - Parameters:
    ///   - ledger: what the last build into this output made; nil when everything is to be made.
    ///   - program: a mark of the program itself.
    ///   - cache: spares work that earlier builds did.
    func make(
        _ site: SiteModel, _ clock: inout StageClock, after ledger: BuildLedger? = nil, program: UInt64 = 0,
        cache: BuildCache = BuildCache(),
        into output: some SiteOutput
    ) throws(DiagnosticError) -> Made {
        let ownTemplates = try templateFiles()
        let templates = try TemplateSet(builtIn: Theme.templates, own: ownTemplates, pages: PageMaker.kinds)
        let publicFiles = try staticFiles()
        clock.begin(.render)
        let maker = PageMaker(site: site, templates: templates, assets: publicFiles.map(\.path))
        for file in publicFiles { output.put(try file.read(folder), at: file.path) }
        let ground = try ground(ownTemplates, publicFiles)
        let ((keeper, search), products) = ParallelMap(threads: threads).both { [threads] in
            (
                LedgerKeeper(site.marks, old: ledger, program: program, ground: ground),
                SearchProducts(of: site.corpus, cache: cache, threads: threads)
            )
        } _: {
            SiteProduct.all(of: site)
        }
        // The owner's own robots.txt and the like count before those that are made.
        let production = Production(
            maker: maker, keeper: keeper, output: output, reserved: Set(publicFiles.map(\.path)), progress: progress)
        let batches = try production.run(search.batches(), threads: threads)
        let segments = search.segments(after: batches.map(\.told))
        // A segment keeps one thread busy for longer than all that an edit changes besides: they are made side by side.
        let outcomes = try production.run(segments + products, threads: threads)
        production.put(search.directory(after: outcomes.prefix(segments.count).map(\.told)))
        return Made(
            pages: products.count { $0.page != nil }, notes: templates.diagnostics,
            timings: PageTimings(
                products.map(\.page), outcomes.dropFirst(segments.count).map(\.duration), in: site.corpus),
            ledger: keeper, maker: maker)
    }

    /// A mark of what everything is made from besides the corpus and the program.
    private func ground(
        _ templates: [TemplateFile], _ publicFiles: [StaticFile]
    ) throws(DiagnosticError) -> UInt64 {
        let path = SiteFolder.configurationPath(in: folder.root)
        let configuration = try FileFault.diagnosed(root: folder.root) { () throws(FileFault) in
            try folder.files.read(path)
        }
        var print = Fingerprint()
        print.add(SHA256.hex(of: configuration))
        print.add(templates) { print, template in
            print.add(template.path)
            print.add(SHA256.hex(of: template.bytes))
        }
        print.add(publicFiles) { $0.add($1.path) }
        return print.mark
    }
}

/// What a build leaves in memory. To let go of ten thousand meetings one by one takes most of a second, which a process that
/// ends does not need to take.
private final class Remains {
    private let things: [Any]

    private init(_ things: [Any]) { self.things = things }

    static func leave(_ things: [Any]) { _ = Unmanaged.passRetained(Remains(things)) }
}
