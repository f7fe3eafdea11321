import Diagnostics
import SiteGenerator
import Synchronization

/// A site as it is served while it is worked on: where its pages are, and what open browsers must be told.
package final class LiveSite: Sendable {
    private let state: Mutex<State>
    /// Different for each run, so that a browser left open notices that this is another one.
    private let run = UInt32.random(in: .min ... .max)

    private struct State {
        var place: Place
        var edition = 0
        var faults: [Fault] = []
        /// What is shown before the build that follows has ended, and the change it shows.
        var glimpse: (pages: SiteGlimpse, change: Int)?
        var listeners: [Int: AsyncStream<LiveEvent>.Continuation] = [:]
        var nextListener = 0
    }

    /// Where a site's pages lie and where they are served.
    struct Place: Equatable {
        /// The output folder.
        var folder: String
        /// The parts of the path the site stands at: none for `/`, `["digests"]` for `/digests/`.
        var base: [String]
    }

    /// - Parameters:
    ///   - folder: the output folder.
    ///   - path: where the site stands on its host, with a slash at both ends (`BaseURL.path`).
    package init(folder: String, path: String = "/") {
        state = Mutex(State(place: Place(folder: folder, base: RequestPath(path)?.parts ?? [])))
    }

    /// Where the site is from now on: its `site.json` may say another place than before.
    package func move(to folder: String, path: String) {
        state.withLock { $0.place = Place(folder: folder, base: RequestPath(path)?.parts ?? []) }
    }

    /// Shows pages that are newer than those in the folder, and tells every browser.
    /// - Parameter change: which change of the session they show.
    package func show(_ pages: SiteGlimpse, change: Int) {
        state.withLock { state in
            let before = edition(state)
            state.glimpse = (pages, change)
            state.edition += 1
            tell(.site(edition: edition(state), before: before, home: home(state), changed: []), state)
        }
    }

    /// Tells every browser that the site is as it should be.
    /// - Parameters:
    ///   - changed: files that were written or deleted, by path from the site's root.
    ///   - change: the last change of the session that the build has seen.
    package func publish(changed: [String], change: Int = .max) {
        state.withLock { state in
            if let glimpse = state.glimpse, glimpse.change <= change { state.glimpse = nil }
            let (before, wasFaulty) = (edition(state), !state.faults.isEmpty)
            state.faults = []
            if !changed.isEmpty { state.edition += 1 }
            guard !changed.isEmpty || wasFaulty else { return }
            tell(.site(edition: edition(state), before: before, home: home(state), changed: changed), state)
        }
    }

    /// Tells every browser what keeps the site from being built; the pages stay those of the build before.
    /// - Parameter change: the last change of the session that the build has seen.
    package func fail(_ faults: [Fault], change: Int = .max) {
        state.withLock { state in
            state.faults = faults
            if let glimpse = state.glimpse, glimpse.change <= change { state.glimpse = nil }
            tell(.faults(faults), state)
        }
    }

    // MARK: For those who serve

    /// Lets every listener hear that the connection still stands.
    func beat() { state.withLock { tell(.heartbeat, $0) } }

    var place: Place { state.withLock { $0.place } }

    /// A file of a page that is shown before it was built.
    func glimpse(at path: String) -> [UInt8]? { state.withLock { $0.glimpse?.pages }?.file(at: path) }

    /// What is written into every page: where the site stands, and which edition of it this is.
    var mark: (edition: String, home: String) { state.withLock { (edition($0), home($0)) } }

    /// What there is to tell, beginning with how things stand. It ends when whoever listens stops.
    func events() -> AsyncStream<LiveEvent> {
        let (events, listener) = AsyncStream<LiveEvent>.makeStream(bufferingPolicy: .bufferingNewest(16))
        state.withLock { state in
            let number = state.nextListener
            state.nextListener += 1
            state.listeners[number] = listener
            listener.onTermination = { [weak self] _ in
                self?.state.withLock { state in _ = state.listeners.removeValue(forKey: number) }
            }
            listener.yield(.site(edition: edition(state), before: nil, home: home(state), changed: []))
            if !state.faults.isEmpty { listener.yield(.faults(state.faults)) }
        }
        return events
    }

    var listenerCount: Int { state.withLock { $0.listeners.count } }

    private func tell(_ event: LiveEvent, _ state: State) {
        for listener in state.listeners.values { listener.yield(event) }
    }

    private func edition(_ state: State) -> String { "\(run)-\(state.edition)" }

    private func home(_ state: State) -> String { RequestPath.folderAddress(state.place.base) }
}
