import SiteGenerator

/// Waits for changes in what a build reads.
struct SiteWatch {
    private let root: String
    private let alarm: any FolderAlarm
    private let rest: Rest
    private var rings: AsyncStream<Void>.Iterator
    private var last: InputSnapshot?
    /// What the last change was about; nothing where only folders came or went.
    private(set) var changed: Set<String> = []
    /// How often the alarm had rung when all was quiet.
    private var heard = 0

    /// How long the folders must be quiet before a change counts as done: a save is a few events, and more than that
    /// are a burst, as of a checkout, which has longer pauses in it.
    struct Rest: Sendable {
        var afterWholeFile: Duration = .milliseconds(5)
        var afterFew: Duration = .milliseconds(25)
        var afterMany: Duration = .milliseconds(200)
        /// For a folder that never comes to rest.
        var most: Duration = .seconds(5)

        static let few = 12
    }

    /// - Parameter root: the folder of the site, as a real path.
    init(root: String, alarm: any FolderAlarm = SystemAlarm.make(), rest: Rest = Rest()) {
        self.root = root
        self.alarm = alarm
        self.rest = rest
        rings = alarm.rings.makeAsyncIterator()
    }

    /// Notes how everything stands, before it is read.
    /// - Parameter paths: what a build reads from now on.
    mutating func look(at paths: [String]) { last = snapshot(of: paths) }

    /// Returns when something differs from what was noted last, and notes it; once for any number of changes that
    /// come together or came meanwhile.
    /// - Returns: false when the task was cancelled.
    mutating func change(in paths: [String]) async -> Bool {
        while await rings.next() != nil, await settled() {
            if isChanged(in: paths) { return true }
        }
        return false
    }

    /// Looks at what the alarm rang for, or at everything where it cannot say.
    private mutating func isChanged(in paths: [String]) -> Bool {
        // Asked first: what changes meanwhile rings again.
        if let places = alarm.places(), let found = last?.look(at: places) {
            changed = found
            return !changed.isEmpty
        }
        let now = snapshot(of: paths)
        defer { last = now }
        changed = last.map(now.changes) ?? []
        return !changed.isEmpty || now.folders != last?.folders
    }

    private func snapshot(of paths: [String]) -> InputSnapshot {
        var snapshot = InputSnapshot(of: paths, root: root)
        // What happened in a folder before the alarm knew it did not ring.
        while alarm.listen(in: snapshot.folders) {
            snapshot = InputSnapshot(of: paths, root: root)
        }
        return snapshot
    }

    private mutating func settled() async -> Bool {
        var waited = Duration.zero
        while waited < rest.most {
            let count = alarm.count
            let pause =
                count - heard > Rest.few ? rest.afterMany : alarm.isFileWhole ? rest.afterWholeFile : rest.afterFew
            do {
                try await Task.sleep(for: pause)
            } catch {
                return false
            }
            waited += pause
            if alarm.count == count { break }
        }
        heard = alarm.count
        return true
    }
}
