import Corpus
import Synchronization

/// What builds of a site leave to the next ones in the same process: digests as they were read and linked, and what made the pages.
package final class SessionMemory: Sendable {
    private let built = Mutex<(maker: PageMaker, linked: LinkedDigests)?>(nil)
    private let ahead = Mutex<LinkedDigests?>(nil)
    private let readings = Mutex<[String: Reading]>([:])

    private struct Reading {
        let stamp: FileStamp
        let meeting: MeasuredMeeting
    }

    package init() {}

    /// The meeting as read from a file with this stamp; nil where it was not.
    func reading(of file: InputFile, _ stamp: FileStamp) -> MeasuredMeeting? {
        readings.withLock { $0[file.name] }.flatMap { $0.stamp == stamp ? $0.meeting : nil }
    }

    func keep(_ meeting: MeasuredMeeting, of file: InputFile, _ stamp: FileStamp) {
        readings.withLock { $0[file.name] = Reading(stamp: stamp, meeting: meeting) }
    }

    /// Forgets all but these files.
    func keep(only files: Set<String>) {
        readings.withLock { readings in
            if readings.count > files.count { readings = readings.filter { files.contains($0.key) } }
        }
    }

    /// What was linked last: for a look before the build that follows, and then only once, or by the last build that succeeded.
    func takeLinked() -> LinkedDigests? {
        ahead.withLock { ahead in
            defer { ahead = nil }
            return ahead
        } ?? lastBuild?.linked
    }

    /// Keeps what was linked before the build that follows.
    func keepAhead(_ linked: LinkedDigests) { ahead.withLock { $0 = linked } }

    /// Forgets that, where no build will take it.
    func forgetAhead() { ahead.withLock { $0 = nil } }

    /// Whether nothing was built in this session: its first build makes ready for the next, even where nothing changed.
    var isFresh: Bool { lastBuild == nil }

    /// What the last build that succeeded was made by, and from.
    var lastBuild: (maker: PageMaker, linked: LinkedDigests)? { built.withLock { $0 } }

    func keep(_ maker: PageMaker, from linked: LinkedDigests) { built.withLock { $0 = (maker, linked) } }
}
