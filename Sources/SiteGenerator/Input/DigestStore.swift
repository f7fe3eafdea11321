import Corpus
import Diagnostics
import Meetings
import Synchronization

/// Digests as they were read, kept from one build to the next.
///
/// Reading a text costs some twenty times what taking out its packed reading costs, and linking reads of that only the
/// skeleton, which stands elsewhere. A reading counts only while the file has the same stamp. The digests are parted by their
/// names among a fixed number of pairs of files, so that an edit writes one of them anew.
struct DigestStore: Sendable {
    private let cache: BuildCache
    private let known = Places()

    /// Where texts stand, as far as that is known.
    private final class Places: Sendable {
        /// By shelf, then by file.
        let onShelves = Mutex<[[String: DigestPlace]]>(Array(repeating: [:], count: shelves))
    }

    /// How many pairs of files there are at most.
    static let shelves = 64

    init(in cache: BuildCache) { self.cache = cache }

    /// The shelf of a digest.
    static func number(of file: InputFile) -> Int { number(of: file.name) }

    private static func number(of file: String) -> Int { Int(Fingerprint.of(file) % UInt64(shelves)) }

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

    /// The file of texts, in which each has its own mark.
    private func oldTexts(_ number: Int) -> [UInt8] { cache.read(Self.texts(number), 0..<Int.max) ?? [] }

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
    func put(_ shelf: DigestShelf, _ number: Int) {
        guard shelf.isChanged else { return know(shelf.places(onShelf: number), onShelf: number) }
        var (texts, skeletons) = (cache.writer(), cache.writer())
        let places = shelf.write(texts: &texts, skeletons: &skeletons, old: { oldTexts(number) }, number: number)
        // The texts first: a build that is killed leaves skeletons to which they do not fit, and which are read again.
        let areKept =
            cache.write(texts, Self.texts(number)).isKept && cache.write(skeletons, Self.skeletons(number)).isKept
        know(areKept ? places : [:], onShelf: number)
    }

    // MARK: Single readings

    /// Says where all texts stand.
    func know(_ places: [(file: String, place: DigestPlace)]) {
        known.onShelves.withLock { known in
            for (file, place) in places where known.indices.contains(place.shelf) { known[place.shelf][file] = place }
        }
    }

    private func know(_ places: [String: DigestPlace], onShelf number: Int) {
        known.onShelves.withLock { $0[number] = places }
    }

    /// Where the reading of a file with this stamp stands; nil where that is not known.
    func place(of file: String, _ stamp: FileStamp) -> DigestPlace? {
        place(of: file).flatMap { $0.stamp == stamp ? $0 : nil }
    }

    private func place(of file: String) -> DigestPlace? {
        known.onShelves.withLock { $0[Self.number(of: file)][file] }
    }

    /// The meeting that was read from these bytes of a digest, read by itself; nil where its place is not known, or
    /// something else stands there.
    func meeting(of source: Meeting.Source) -> Meeting? {
        guard let place = place(of: source.file) else { return nil }
        if let meeting = meeting(at: place) { return meeting.source == source ? meeting : nil }
        // A build that was killed may have written the shelf anew.
        if let now = writtenPlaces(onShelf: place.shelf)?[source.file], now != place, let meeting = meeting(at: now) {
            return meeting.source == source ? meeting : nil
        }
        lose(place.shelf)
        return nil
    }

    /// The meeting that was read from a file with this stamp; nil where its place is not known, or something else stands there.
    func meeting(of file: String, _ stamp: FileStamp) -> Meeting? { place(of: file, stamp).flatMap(meeting) }

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
        know([:], onShelf: shelf)
        cache.remove(Self.texts(shelf))
        cache.remove(Self.skeletons(shelf))
    }

    private static func texts(_ number: Int) -> String { "texts-\(number)" }
    private static func skeletons(_ number: Int) -> String { "skeletons-\(number)" }
}
