import Corpus
import Diagnostics
import Meetings

/// What was linked, kept from one build to the next. The texts of meetings are not taken out with it: they stand in the
/// `DigestStore`, and those that could change without looking otherwise stand here.
extension LinkedDigests {
    fileprivate static let name = "linked"
    /// More texts than that are not put in: who links most digests anew gains nothing.
    private static let mostTexts = 16

    /// Says that what was kept is still of use.
    static func claim(in cache: BuildCache) { cache.claim(name) }

    /// - Parameters:
    ///   - store: that the digests were read with.
    ///   - threads: how many work at once.
    func keep(in cache: BuildCache, _ store: DigestStore, threads: Int) {
        let places = digests.map { digest in digest.stamp.flatMap { store.place(of: digest.file, $0) } }
        let missing = Set(zip(digests, places).filter { $1 == nil }.map(\.0.file))
        guard missing.count <= Self.mostTexts, let readings = corpus.readings(of: missing) else {
            return cache.remove(Self.name)
        }
        var writer = cache.writer()
        writer.write(ground)
        writer.write(zip(digests, places).map { KeptDigest(digest: $0, place: $1) })
        writer.write(readings)
        writer.write(others) { writer, other in
            writer.write(other.file)
            writer.write(other.reason)
        }
        writer.write(promise)
        corpus.write(to: &writer, threads: threads)
        marks.write(to: &writer)
        writer.write(corrected.sorted().map { corpus[$0].id })
        cache.write(writer, Self.name)
    }
}

/// The file of what an earlier build of the same program linked, read as far as its list of digests: whether these can be
/// corrected is known before the rest is taken out, which takes as long as there are statements.
struct LinkedFile {
    let digests: [LinkedDigests.Digest]
    /// Of the digests that could change without looking otherwise.
    private let readings: [Meeting]
    private let texts: DigestTexts
    private let cache: BuildCache
    private let ground: UInt64
    /// At what comes next.
    private let rest: PackedReader

    /// - Parameters:
    ///   - ground: the mark of what links depend on besides the digests.
    ///   - texts: gives a meeting's text when somebody asks for it, and knows which digests there are now; its store learns where
    ///     the texts stand.
    /// - Returns: nil where nothing good was kept, or of other files or another ground.
    init?(in cache: BuildCache, ground: UInt64, texts: DigestTexts) {
        guard var reader = cache.read(LinkedDigests.name) else { return nil }
        do throws(PackedReader.Damage) {
            guard try reader.mark() == ground else { return nil }
            let kept: [KeptDigest] = try reader.list()
            guard kept.elementsEqual(texts.files, by: { $0.digest.file == $1.name }) else { return nil }
            readings = try reader.list()
            digests = kept.map(\.digest)
            texts.store.know(kept.compactMap { kept in kept.place.map { (kept.digest.file, $0) } })
        } catch {
            cache.reportDamage()
            return nil
        }
        (self.cache, self.ground, self.texts, rest) = (cache, ground, texts, reader)
    }

    /// The digests at these places as they were linked, before they are read again; nil where one cannot be had.
    func meetings(at places: [Int]) -> [Meeting]? {
        let meetings = places.compactMap { place in
            let digest = digests[place]
            return digest.stamp.flatMap { texts.store.meeting(of: digest.file, $0) }
                ?? readings.first { $0.source.file == digest.file }
        }
        return meetings.count == places.count ? meetings : nil
    }

    /// Takes out what was linked; nil where it is damaged.
    /// - Parameters:
    ///   - old: what `meetings(at:)` gave: read again, these digests cannot be fetched.
    ///   - officialTexts: of the same ground.
    ///   - threads: how many work at once.
    func linked(with old: [Meeting] = [], officialTexts: [OfficialText], threads: Int) -> LinkedDigests? {
        var reader = rest
        do throws(PackedReader.Damage) {
            let others = try reader.list { reader throws(PackedReader.Damage) in
                OtherText(file: try reader.text(), reason: try reader.text())
            }
            let promise: KeptPromise? = try reader.optional()
            let corpus = try Corpus(&reader, officialTexts: officialTexts, threads: threads, fetch: texts.meeting)
            let held = readings + old
            let isHeld = corpus.hold(Set(held.map(\.source.file))) { source in held.first { $0.source == source } }
            let marks = try CorpusMarks(&reader, of: corpus)
            let corrected = try reader.texts().compactMap { corpus.meeting(id: $0) as Ref<MeetingEntry>? }
            guard reader.isAtEnd, isHeld else { throw PackedReader.Damage() }
            return LinkedDigests(
                digests, ground: ground, corpus: corpus, marks: marks, others: others, corrected: Set(corrected),
                promise: promise)
        } catch {
            cache.reportDamage()
            return nil
        }
    }
}

/// A digest that was linked, and where its reading stands; nil for one that stands with the links.
private struct KeptDigest: Packable {
    let digest: LinkedDigests.Digest
    let place: DigestPlace?

    init(digest: LinkedDigests.Digest, place: DigestPlace?) {
        self.digest = digest
        self.place = place
    }

    init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        let file = try reader.text()
        place = try reader.optional()
        // A place has the stamp already.
        let stamp: FileStamp? = if let place { place.stamp } else { try reader.optional() }
        digest = LinkedDigests.Digest(file: file, stamp: stamp, notes: try reader.list())
    }

    func write(to writer: inout PackedWriter) {
        writer.write(digest.file)
        writer.write(place)
        if place == nil { writer.write(digest.stamp) }
        writer.write(digest.notes)
    }
}

extension KeptPromise: Packable {
    init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        var promise = AddressPromise()
        promise.redirects = try reader.list()
        promise.diagnostics = try reader.list()
        promise.compared = Set(try reader.texts())
        for _ in 0..<(try reader.amount()) {
            let meeting = try reader.text()
            for _ in 0..<(try reader.amount()) {
                promise.oldAnchors[meeting, default: [:]][try reader.text()] = try reader.texts()
            }
        }
        self.init(promise: promise, published: Set(try reader.texts()), complete: try reader.optionalText())
    }

    func write(to writer: inout PackedWriter) {
        writer.write(promise.redirects)
        writer.write(promise.diagnostics)
        writer.write(promise.compared.sorted())
        writer.write(promise.oldAnchors.sorted { $0.key < $1.key }) { writer, meeting in
            writer.write(meeting.key)
            writer.write(meeting.value.sorted { $0.key < $1.key }) { writer, anchor in
                writer.write(anchor.key)
                writer.write(anchor.value)
            }
        }
        writer.write(published.sorted())
        writer.write(complete)
    }
}
