import Corpus
import Diagnostics
import Meetings
import Synchronization

/// Digests as they were read, kept from one build to the next.
///
/// Reading a text costs some twenty times what taking out its packed reading costs. A reading counts only while the
/// file has the same stamp. The digests are parted by their names among a fixed number of files, so that an edit writes
/// one of them anew.
struct DigestStore: Sendable {
    private let cache: BuildCache
    private let places = Places()

    /// Where readings stand, as far as that is known.
    private final class Places: Sendable {
        let ofFiles = Mutex<[String: DigestPlace]>([:])
    }

    /// How many files there are at most.
    static let shelves = 64

    init(in cache: BuildCache) { self.cache = cache }

    /// The shelf of a digest.
    static func number(of file: InputFile) -> Int { Int(Fingerprint.of(file.name) % UInt64(shelves)) }

    /// Says that a shelf is still of use.
    func claim(_ number: Int) { cache.claim(Self.name(number)) }

    /// What stands on a shelf; nothing where no good file is.
    func shelf(_ number: Int) -> DigestShelf {
        guard var reader = cache.read(Self.name(number)) else { return DigestShelf() }
        do throws(PackedReader.Damage) {
            return try DigestShelf(&reader)
        } catch {
            cache.reportDamage()
            return DigestShelf()
        }
    }

    /// The meeting as it was read from a file with this stamp; nil where it was not.
    func reading(of file: InputFile, _ stamp: FileStamp, on shelf: DigestShelf?) -> MeasuredMeeting? {
        do throws(PackedReader.Damage) {
            return try shelf?.reading(of: file.name, stamp)
        } catch {
            cache.reportDamage()
            return nil
        }
    }

    /// Puts a shelf back, where it is another than its file.
    func put(_ shelf: inout DigestShelf, _ number: Int) {
        if shelf.isChanged {
            var writer = cache.writer()
            shelf.write(to: &writer)
            guard cache.write(writer, Self.name(number)).isKept else { return }
        }
        know(shelf.places(onShelf: number))
    }

    // MARK: Single readings

    /// Says where readings stand.
    func know(_ places: [String: DigestPlace]) {
        self.places.ofFiles.withLock { $0.merge(places) { $1 } }
    }

    /// Where the reading of a file with this stamp stands; nil where that is not known.
    func place(of file: String, _ stamp: FileStamp) -> DigestPlace? {
        places.ofFiles.withLock { $0[file] }.flatMap { $0.stamp == stamp ? $0 : nil }
    }

    /// The meeting that was read from these bytes of a digest, read by itself; nil where its place is not known, or
    /// something else stands there.
    func meeting(of source: Meeting.Source) -> Meeting? {
        guard let place = places.ofFiles.withLock({ $0[source.file] }),
            let bytes = cache.read(Self.name(place.shelf), place.range), Fingerprint.of(bytes[...]) == place.mark
        else { return nil }
        do throws(PackedReader.Damage) {
            var reader = PackedReader(bytes)
            let meeting = try MeasuredMeeting(&reader).meeting
            return meeting.source == source ? meeting : nil
        } catch {
            cache.reportDamage()
            return nil
        }
    }

    private static func name(_ number: Int) -> String { "readings-\(number)" }
}
