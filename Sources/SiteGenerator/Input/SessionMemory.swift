import Corpus
import Synchronization

/// What builds of a site leave to the next ones in the same process: digests as they were read and linked, and what made the pages.
package final class SessionMemory: Sendable {
    private let built = Mutex<(maker: PageMaker, linked: LinkedDigests)?>(nil)
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
        readings.withLock { readings in readings = readings.filter { files.contains($0.key) } }
    }

    /// What the last build that succeeded linked.
    var linked: LinkedDigests? { lastBuild?.linked }

    /// Whether nothing was built in this session: its first build makes ready for the next, even where nothing changed.
    var isFresh: Bool { lastBuild == nil }

    /// What the last build that succeeded was made by, and from.
    var lastBuild: (maker: PageMaker, linked: LinkedDigests)? { built.withLock { $0 } }

    func keep(_ maker: PageMaker, from linked: LinkedDigests) { built.withLock { $0 = (maker, linked) } }
}
