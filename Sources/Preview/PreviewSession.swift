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
    private let tell: @Sendable (Outcome) -> Void
    /// How a file of the site is read for the excerpt beside a fault, and how it is named.
    private let source: @Sendable (String) -> SourceText?
    private let name: @Sendable (String) -> String

    /// Builds a site.
    package typealias Build = @Sendable (SiteFolder) throws(DiagnosticError) -> BuildReport

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
        tell: @escaping @Sendable (Outcome) -> Void
    ) {
        root = folder.root
        site = LiveSite(folder: folder.output, path: folder.configuration.baseURL?.path ?? "/")
        self.build = build
        self.tell = tell
        self.source = source
        self.name = name
    }

    /// Builds the site, and again after each change, until the task is cancelled. A build that has begun is finished.
    /// - Parameter isReady: called whenever the site was built or has failed to be.
    package func run(isReady: @Sendable () -> Void = {}) async {
        await run(SiteWatch(root: root), isReady)
    }

    func run(_ watch: SiteWatch, _ isReady: @Sendable () -> Void = {}) async {
        var watch = watch
        var paths = [SiteFolder.configurationPath(in: root)]
        repeat {
            // Looked at first: what changes while it is being read is noticed afterwards.
            paths = inputPaths() ?? paths
            watch.look(at: paths)
            await rebuild()
            isReady()
        } while await watch.change(in: paths)
    }

    private func inputPaths() -> [String]? {
        do {
            return try SiteFolder(root: root).inputPaths
        } catch {
            return nil  // The next build says why.
        }
    }

    /// On a thread of its own, because it takes long.
    private func rebuild() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                rebuildNow()
                continuation.resume()
            }
        }
    }

    private func rebuildNow() {
        let clock = ContinuousClock()
        let start = clock.now
        do throws(DiagnosticError) {
            let folder = try SiteFolder(root: root)
            let report = try build(folder)
            let before = site.mark.home
            site.move(to: folder.output, path: folder.configuration.baseURL?.path ?? "/")
            site.publish(changed: report.output.changed)
            tell(.built(report, clock.now - start))
            if site.mark.home != before { tell(.moved(home: site.mark.home)) }
        } catch {
            site.fail(LiveSite.Fault.all(in: error.diagnostics, name: name, source: source))
            tell(.failed(error.diagnostics))
        }
    }
}
