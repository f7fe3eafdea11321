import Foundation
import Meetings
import Synchronization

/// Digests as they were read, for as long as somebody works on a site: a file that is the same is not read again.
package final class DigestMemory: Sendable {
    private let readings = Mutex<[String: Reading]>([:])

    private struct Reading {
        let stamp: FileStamp
        let meeting: Meeting
    }

    package init() {}

    /// The meeting as read before, where its file is still the same; else what `read` gives, which is kept.
    func meeting<Failure: Error>(
        _ file: InputFile, of site: SiteFolder, read: () throws(Failure) -> Meeting
    ) throws(Failure) -> Meeting {
        // Looked at first: what changes while it is read is younger.
        let now = Date()
        let stamp = Self.stamp(file, of: site)
        if let stamp, let known = readings.withLock({ $0[file.name] }), known.stamp == stamp { return known.meeting }
        let meeting = try read()
        if let stamp, stamp.isSettled(at: now) {
            readings.withLock { $0[file.name] = Reading(stamp: stamp, meeting: meeting) }
        }
        return meeting
    }

    /// Forgets all but these files.
    func keep(_ files: [InputFile]) {
        let names = Set(files.map(\.name))
        readings.withLock { readings in readings = readings.filter { names.contains($0.key) } }
    }

    /// Nil where the file cannot be looked at: reading it says why.
    private static func stamp(_ file: InputFile, of site: SiteFolder) -> FileStamp? {
        do throws(FileFault) {
            return try FileStamp(ofFileAt: file.location, site.files)
        } catch {
            return nil
        }
    }
}
