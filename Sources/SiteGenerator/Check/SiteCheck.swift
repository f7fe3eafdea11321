import Diagnostics
import Synchronization

/// A site looked over before it goes out: everything a build would say, where links and anchors lead, which files nobody
/// uses.
///
/// The pages are made in memory and forgotten one by one; nothing is written, so that a check may run beside a build.
package struct SiteCheck: Sendable {
    private let build: SiteBuild
    private let remarks: DigestFolder.Remarks

    /// - Parameters:
    ///   - threads: how many work at once; the findings and their order do not depend on it.
    ///   - remarks: what to say of each digest besides; called from several threads.
    package init(
        _ folder: SiteFolder, threads: Int, remarks: @escaping DigestFolder.Remarks = { _, _ in [] },
        progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
    ) {
        build = SiteBuild(folder, threads: threads, progress: progress)
        self.remarks = remarks
    }

    /// Checks the site. What keeps its pages from being made is one more finding.
    package func run() -> CheckReport {
        var clock = StageClock(progress: build.progress)
        var report = CheckReport()
        do {
            let addresses = try build.folder.addressFile()
            let groundwork = try build.groundwork(&clock, addresses: addresses, remarks: remarks)
            let site = groundwork.model
            report.diagnostics = groundwork.notes
            report.digests = site.corpus.meetings.count
            let scan = SiteScan()
            let made = try build.make(site, &clock, into: scan)
            report.pages = made.pages
            report.diagnostics += made.notes
            let pages = scan.pages
            report.links = pages.reduce(0) { $0 + $1.links.count }
            let check = LinkCheck(pages: pages, files: scan.addresses, base: site.baseURL)
            let found = check.run(threads: build.threads)
            report.diagnostics += scan.faults + found.diagnostics
            report.diagnostics += try UnusedFiles(of: build).diagnostics(besides: found.targets)
        } catch {
            report.diagnostics += error.diagnostics.filter { !report.diagnostics.contains($0) }
        }
        return report
    }
}

/// What a check found.
package struct CheckReport: Sendable {
    /// First what was found in the digests, in their order, then what was found in the site.
    package internal(set) var diagnostics: [Diagnostic] = []
    package internal(set) var digests = 0
    package internal(set) var pages = 0
    /// Different addresses on the pages, counted on each.
    package internal(set) var links = 0

    package init(diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }
}

/// Takes the files of a site as they are made, and keeps of each page what links need.
final class SiteScan: SiteOutput {
    private let state = Mutex(State())

    private struct State {
        var addresses = OutputAddresses()
        var pages: [ScannedPage] = []
        var faults: [Diagnostic] = []
    }

    let isBroken = false

    /// Every page is looked at.
    func keep(_ files: ArraySlice<Int32>) -> Bool { false }

    func put(_ bytes: [UInt8], at path: String) {
        let page = path.hasSuffix(".html") ? ScannedPage(path: path, html: bytes) : nil
        state.withLock { state in
            guard let place = OutputPath(path) else { return state.faults.append(OutputTransaction.wrongPath(path)) }
            if let fault = state.addresses.add(place, size: bytes.count) { return state.faults.append(fault) }
            if let page { state.pages.append(page) }
        }
    }

    /// By path.
    var pages: [ScannedPage] { state.withLock { $0.pages }.sorted { String.precedesInBytes($0.path, $1.path) } }

    var addresses: OutputAddresses { state.withLock { $0.addresses } }

    /// Two pages on one address, and names that cannot be part of one.
    var faults: [Diagnostic] {
        state.withLock { $0.faults }.sorted { String.precedesInBytes($0.message, $1.message) }
    }
}
