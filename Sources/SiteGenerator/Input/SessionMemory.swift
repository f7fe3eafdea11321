import Corpus
import Synchronization

/// What builds of a site leave to the next ones in the same process: digests as they were read and linked, and what made the pages.
package final class SessionMemory: Sendable {
    private let built = Mutex<Built?>(nil)
    private let ahead = Mutex<LinkedDigests?>(nil)
    /// Sorted by the bytes of their files' names.
    private let readings = Mutex<[DigestReader.Digest]>([])

    /// A build that succeeded.
    struct Built {
        /// What its pages were made by.
        let maker: PageMaker
        let linked: LinkedDigests
        /// Through the folder of meetings, before they were read.
        let walk: FolderWalk
    }

    package init() {}

    /// What was read of each file; nil for one that has another stamp now.
    /// - Parameter files: sorted by the bytes of their paths.
    func digests(_ files: [InputFile], _ stamps: [FileStamp?]) -> [DigestReader.Digest?] {
        let known = readings.withLock { $0 }
        var place = 0
        return zip(files, stamps).map { file, stamp in
            while place < known.count, known[place].file != file.name,
                String.precedesInBytes(known[place].file, file.name)
            { place += 1 }
            guard place < known.count, let stamp, known[place].stamp == stamp, known[place].file == file.name else {
                return nil
            }
            defer { place += 1 }
            return known[place]
        }
    }

    /// Keeps what was read, as far as a later change of its file will show.
    /// - Parameters:
    ///   - digests: sorted by the bytes of their files' names.
    ///   - areAll: whether these are all that the site has; all others are forgotten then.
    func keep(_ digests: [DigestReader.Digest], areAll: Bool) {
        readings.withLock { readings in
            guard !areAll else {
                readings = digests.compactMap(\.known)
                return
            }
            for digest in digests {
                let place = readings.partitioningIndex { !String.precedesInBytes($0.file, digest.file) }
                let isThere = place < readings.count && readings[place].file == digest.file
                readings.replaceSubrange(place..<(isThere ? place + 1 : place), with: digest.known.map { [$0] } ?? [])
            }
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

    /// The last build that succeeded.
    var lastBuild: Built? { built.withLock { $0 } }

    func keep(_ build: Built) { built.withLock { $0 = build } }
}
