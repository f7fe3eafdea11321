import Diagnostics
import Dispatch
import SiteGenerator

/// A site built again whenever something it is made from has changed, as long as somebody works on it.
package struct PreviewSession: Sendable {
    /// The site's folder, as a real path.
    package let root: String
    /// What is served.
    package let site: LiveSite
    private let build: Build
    private let glimpse: Glimpse
    private let unbuilt = UnbuiltChanges()
    private let tell: @Sendable (Outcome) -> Void
    /// How a file of the site is read for the excerpt beside a fault, and how it is named.
    private let source: @Sendable (String) -> SourceText?
    private let name: @Sendable (String) -> String

    /// Builds a site.
    package typealias Build = @Sendable (SiteFolder) throws(DiagnosticError) -> BuildReport

    /// Shows pages that say what some files say now, before the site was built from them; nothing where that takes a build.
    package typealias Glimpse =
        @Sendable (SiteFolder, _ changed: Set<String>, _ show: @escaping (SiteGlimpse) -> Void) -> Void

    /// How a build went, for the terminal.
    package enum Outcome: Sendable {
        case built(BuildReport, Duration)
        case failed([Diagnostic])
        /// `site.json` says another place than before.
        case moved(home: String)
    }

    /// - Parameters:
    ///   - folder: the site.
    ///   - tell: called after each build.
    package init(
        _ folder: SiteFolder, name: @escaping @Sendable (String) -> String,
        source: @escaping @Sendable (String) -> SourceText?, build: @escaping Build,
        glimpse: @escaping Glimpse = { _, _, _ in },
        tell: @escaping @Sendable (Outcome) -> Void
    ) {
        root = folder.root
        site = LiveSite(folder: folder.output, path: folder.configuration.baseURL?.path ?? "/")
        self.build = build
        self.glimpse = glimpse
        self.tell = tell
        self.source = source
        self.name = name
    }

    /// Builds the site, and again after each change, until the task is cancelled. A build that has begun is finished.
    /// - Parameter isReady: called whenever the site was built or has failed to be.
    package func run(isReady: @escaping @Sendable () -> Void = {}) async {
        await run(SiteWatch(root: root), isReady)
    }

    func run(_ watch: SiteWatch, _ isReady: @escaping @Sendable () -> Void = {}) async {
        let (changes, change) = AsyncStream<Int>.makeStream(bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup { group in
            group.addTask {
                for await number in changes {
                    await aside { rebuild(upTo: number) }
                    isReady()
                }
            }
            // Looked on while a build is at work: what was saved meanwhile is shown before it has ended.
            await follow(watch, change)
        }
    }

    /// Says that the site is to be built: at once, and after each change.
    private func follow(_ watch: SiteWatch, _ change: AsyncStream<Int>.Continuation) async {
        var watch = watch
        var paths = folder()?.inputPaths ?? [SiteFolder.configurationPath(in: root)]
        // Looked at before anything is read: what changes while it is being read is noticed afterwards.
        watch.look(at: paths)
        change.yield(0)
        while await watch.change(in: paths) {
            let (number, files) = unbuilt.add(watch.changed)
            let folder = folder()
            if let folder {
                await aside { glimpse(folder, files) { [site] pages in site.show(pages, change: number) } }
            }
            if let now = folder?.inputPaths, now != paths {
                paths = now
                watch.look(at: paths)
            }
            change.yield(number)
        }
        change.finish()
    }

    private func folder() -> SiteFolder? {
        do {
            return try SiteFolder(root: root)
        } catch {
            return nil  // The next build says why.
        }
    }

    /// On a thread of its own, because it takes long.
    private func aside(_ work: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                work()
                continuation.resume()
            }
        }
    }

    private func rebuild(upTo change: Int) {
        let clock = ContinuousClock()
        let start = clock.now
        do throws(DiagnosticError) {
            let folder = try SiteFolder(root: root)
            let report = try build(folder)
            let before = site.mark.home
            site.move(to: folder.output, path: folder.configuration.baseURL?.path ?? "/")
            unbuilt.remove(upTo: change)
            site.publish(changed: report.output.changed, change: change)
            tell(.built(report, clock.now - start))
            if site.mark.home != before { tell(.moved(home: site.mark.home)) }
        } catch {
            site.fail(LiveSite.Fault.all(in: error.diagnostics, name: name, source: source), change: change)
            tell(.failed(error.diagnostics))
        }
    }
}
