import Diagnostics
import Meetings

/// Digests as they were read, kept from one build to the next.
///
/// Reading a text costs some twenty times what taking out its packed reading costs. A reading counts only while the
/// file has the same stamp. The digests are parted by their names among a fixed number of files, so that an edit writes
/// one of them anew.
struct DigestStore: Sendable {
    private let cache: BuildCache

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
    func meeting(of file: InputFile, _ stamp: FileStamp, on shelf: DigestShelf?) -> Meeting? {
        do throws(PackedReader.Damage) {
            return try shelf?.meeting(of: file.name, stamp)
        } catch {
            cache.reportDamage()
            return nil
        }
    }

    func put(_ shelf: DigestShelf, _ number: Int) {
        var writer = cache.writer()
        shelf.write(to: &writer)
        cache.write(writer, Self.name(number))
    }

    private static func name(_ number: Int) -> String { "readings-\(number)" }
}
