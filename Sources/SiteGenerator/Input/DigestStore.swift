import Corpus
import Diagnostics
import Meetings
import Synchronization

/// Digests as they were read, kept from one build to the next.
///
/// Reading a text costs some twenty times what taking out its packed reading costs, and linking reads of that only the
/// skeleton, which stands by itself. A reading counts only while the file has the same stamp. The digests are parted by their
/// names among a fixed number of pairs of files, so that an edit writes one of them anew.
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
    func claim(_ number: Int) {
        cache.claim(Self.texts(number))
        cache.claim(Self.skeletons(number))
    }

    /// What stands on a shelf; nothing where no good file is.
    /// - Parameter fetch: gives the text of a meeting, when somebody asks for it; nil to take them out at once.
    func shelf(_ number: Int, fetch: Corpus.Fetch?) -> DigestShelf {
        guard var reader = cache.read(Self.skeletons(number)) else { return DigestShelf() }
        do throws(PackedReader.Damage) {
            return try DigestShelf(&reader, texts: fetch.map { .fetched($0) } ?? .file(oldTexts(number)))
        } catch {
            cache.reportDamage()
            return DigestShelf()
        }
    }

    private func oldTexts(_ number: Int) -> [UInt8] { cache.read(Self.texts(number))?.bytes ?? [] }

    /// The meeting as it was read from a file with this stamp; nil where it was not.
    func reading(of file: InputFile, _ stamp: FileStamp, on shelf: DigestShelf?) -> MeasuredMeeting? {
        do throws(PackedReader.Damage) {
            return try shelf?.reading(of: file.name, stamp)
        } catch {
            cache.reportDamage()
            return nil
        }
    }

    /// Puts a shelf back, where it is another than its files.
    func put(_ shelf: inout DigestShelf, _ number: Int) {
        if shelf.isChanged {
            var texts = cache.writer()
            shelf.writeTexts(to: &texts) { oldTexts(number) }
            guard cache.write(texts, Self.texts(number)).isKept else { return }
            var skeletons = cache.writer()
            shelf.writeSkeletons(to: &skeletons)
            guard cache.write(skeletons, Self.skeletons(number)).isKept else { return }
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
        guard let place = places.ofFiles.withLock({ $0[source.file] }) else { return nil }
        if let meeting = meeting(at: place) { return meeting.source == source ? meeting : nil }
        // A build that was killed may have written the shelf anew.
        if let places = writtenPlaces(onShelf: place.shelf) {
            know(places)
            guard let now = places[source.file] else { return nil }
            if now != place, let meeting = meeting(at: now) { return meeting.source == source ? meeting : nil }
        }
        lose(place.shelf)
        return nil
    }

    private func meeting(at place: DigestPlace) -> Meeting? {
        guard let bytes = cache.read(Self.texts(place.shelf), place.range), Fingerprint.of(bytes[...]) == place.mark
        else { return nil }
        do throws(PackedReader.Damage) {
            var reader = PackedReader(bytes)
            return try Meeting(&reader)
        } catch {
            return nil
        }
    }

    /// The places that a shelf's file says; nil where it says none.
    private func writtenPlaces(onShelf number: Int) -> [String: DigestPlace]? {
        guard var reader = cache.read(Self.skeletons(number)) else { return nil }
        do throws(PackedReader.Damage) {
            return try DigestShelf(&reader, texts: .file([])).places(onShelf: number)
        } catch {
            return nil
        }
    }

    /// Forgets a shelf on which something is not as it was written: the next build reads its digests again.
    private func lose(_ shelf: Int) {
        cache.reportDamage()
        places.ofFiles.withLock { places in places = places.filter { $0.value.shelf != shelf } }
        cache.remove(Self.texts(shelf))
        cache.remove(Self.skeletons(shelf))
    }

    private static func texts(_ number: Int) -> String { "texts-\(number)" }
    private static func skeletons(_ number: Int) -> String { "skeletons-\(number)" }
}
