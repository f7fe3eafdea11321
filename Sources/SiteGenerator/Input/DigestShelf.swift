import Corpus
import Diagnostics
import Meetings

/// Digests as they were read, those of one pair of files of a `DigestStore`: their texts, one behind the other, and besides
/// what linking reads of each, with the place of its text, and their common lexicon.
struct DigestShelf: Sendable {
    private var readings: [String: Reading] = [:]
    /// The file of skeletons, and the lexicon in it.
    private let bytes: [UInt8]
    private let lexicon: Lexicon?
    private let texts: Texts
    /// Whether it differs from its files.
    private(set) var isChanged = false

    /// Where the texts of meetings come from.
    enum Texts: Sendable {
        /// Out of the file of texts, with the meeting.
        case file([UInt8])
        /// From elsewhere, when somebody asks for them.
        case fetched(Corpus.Fetch)
    }

    private struct Reading {
        let stamp: FileStamp
        /// Of the packed text.
        let mark: UInt64
        let text: Text
        let skeleton: Skeleton

        /// Nil where something else stands there: the two files need not have been written together.
        func textBytes(in file: [UInt8]) -> ArraySlice<UInt8>? {
            switch text {
            case .old(let range):
                guard range.upperBound <= file.count, Fingerprint.of(file[range]) == mark else { return nil }
                return file[range]
            case .new(let bytes): return bytes[...]
            }
        }
    }

    private enum Text {
        /// In the file.
        case old(Range<Int>)
        case new([UInt8])
    }

    private enum Skeleton {
        /// In the file, from there on.
        case old(Int)
        case new(MeasuredMeeting)
    }

    init() {
        bytes = []
        lexicon = nil
        texts = .file([])
    }

    /// - Parameter reader: of the file of skeletons.
    init(_ reader: inout PackedReader, texts: Texts) throws(PackedReader.Damage) {
        bytes = reader.bytes
        self.texts = texts
        lexicon = try Lexicon(&reader)
        while !reader.isAtEnd {
            let name = try reader.text()
            let place = try DigestPlace(&reader)
            let skeleton = try reader.skip(try reader.number())
            readings[name] = Reading(
                stamp: place.stamp, mark: place.mark, text: .old(place.range), skeleton: .old(skeleton.lowerBound))
        }
    }

    /// The meeting as it was read from a file with this stamp; nil where it was not.
    func reading(of file: String, _ stamp: FileStamp) throws(PackedReader.Damage) -> MeasuredMeeting? {
        guard let reading = readings[file], reading.stamp == stamp else { return nil }
        guard case .old(let place) = reading.skeleton, let lexicon else { throw PackedReader.Damage() }
        var skeleton = PackedReader(bytes, from: place)
        switch texts {
        case .fetched(let fetch): return try MeasuredMeeting(&skeleton, in: lexicon, fetch: fetch)
        case .file(let file):
            guard let bytes = reading.textBytes(in: file) else { throw PackedReader.Damage() }
            var text = PackedReader(file, from: bytes.startIndex)
            return try MeasuredMeeting(&skeleton, in: lexicon, whole: Meeting(&text))
        }
    }

    mutating func keep(_ reading: MeasuredMeeting, of file: String, _ stamp: FileStamp) {
        var text = PackedWriter()
        reading.meeting.write(to: &text)
        readings[file] = Reading(stamp: stamp, mark: text.seal, text: .new(text.bytes), skeleton: .new(reading))
        isChanged = true
    }

    /// Forgets all but these files.
    mutating func keep(only files: Set<String>) {
        let count = readings.count
        readings = readings.filter { files.contains($0.key) }
        if readings.count != count { isChanged = true }
    }

    // MARK: Files

    /// Writes both files. The same for the same readings; those that cannot be had are left out.
    /// - Parameters:
    ///   - old: gives the file of texts as it was.
    ///   - number: of the shelf.
    /// - Returns: where the texts stand then.
    func write(
        texts: inout PackedWriter, skeletons: inout PackedWriter, old: () -> [UInt8], number: Int
    ) -> [String: DigestPlace] {
        let old = if case .file(let file) = self.texts { file } else { old() }
        var places: [String: DigestPlace] = [:]
        var (rows, shared) = (PackedWriter(), SharedLexicon())
        for (file, reading) in readings.sorted(by: { String.precedesInBytes($0.key, $1.key) }) {
            guard let text = reading.textBytes(in: old), let skeleton = packed(reading.skeleton, &shared) else {
                continue
            }
            let begin = texts.bytes.count
            texts.append(text)
            let place = DigestPlace(
                stamp: reading.stamp, shelf: number, range: begin..<texts.bytes.count, mark: reading.mark)
            places[file] = place
            rows.write(file)
            place.write(to: &rows)
            rows.write(skeleton.count)
            rows.append(skeleton[...])
        }
        shared.lexicon.write(to: &skeletons)
        skeletons.append(rows.bytes[...])
        return places
    }

    /// - Parameter shared: the lexicon of the file that is written.
    /// - Returns: nil where the file does not have what it should.
    private func packed(_ skeleton: Skeleton, _ shared: inout SharedLexicon) -> [UInt8]? {
        var writer = PackedWriter()
        switch skeleton {
        case .new(let measured): measured.writeSkeleton(to: &writer, &shared)
        case .old(let place):
            guard let lexicon else { return nil }
            var reader = PackedReader(bytes, from: place)
            do throws(PackedReader.Damage) {
                try MeasuredMeeting.copySkeleton(&reader, in: lexicon, to: &writer, &shared)
            } catch {
                return nil
            }
        }
        return writer.bytes
    }

    /// Where the texts stand that its files have.
    func places(onShelf number: Int) -> [String: DigestPlace] {
        readings.compactMapValues { reading in
            guard case .old(let range) = reading.text else { return nil }
            return DigestPlace(stamp: reading.stamp, shelf: number, range: range, mark: reading.mark)
        }
    }
}

/// Where the text of a digest as it was read stands among the files of a `DigestStore`.
struct DigestPlace: Sendable, Equatable {
    /// Of the digest when it was read.
    let stamp: FileStamp
    let shelf: Int
    /// In bytes of the shelf's file of texts.
    let range: Range<Int>
    /// Of these bytes.
    let mark: UInt64
}

extension DigestPlace: Packable {
    init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        stamp = try FileStamp(&reader)
        shelf = try reader.amount()
        let begin = try reader.amount()
        range = begin..<begin + (try reader.amount())
        mark = try reader.mark()
    }

    func write(to writer: inout PackedWriter) {
        stamp.write(to: &writer)
        writer.write(shelf)
        writer.write(range.lowerBound)
        writer.write(range.count)
        writer.write(mark)
    }
}
