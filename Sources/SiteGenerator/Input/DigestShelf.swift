import Corpus
import Diagnostics
import Meetings

/// Digests as they were read, those of one file of a `DigestStore`.
struct DigestShelf: Sendable {
    private var readings: [String: Reading] = [:]
    /// The file, with the packed readings one behind the other.
    private var bytes: [UInt8]
    /// Whether it differs from its file.
    private(set) var isChanged = false

    private struct Reading {
        let stamp: FileStamp
        /// Of the packed bytes.
        let mark: UInt64
        var place: Place
    }

    private enum Place {
        case old(Range<Int>)
        case new([UInt8])
    }

    init() { bytes = [] }

    init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        bytes = reader.bytes
        while !reader.isAtEnd {
            let name = try reader.text()
            readings[name] = Reading(
                stamp: try FileStamp(&reader), mark: try reader.mark(),
                place: .old(try reader.skip(try reader.number())))
        }
    }

    /// The meeting as it was read from a file with this stamp; nil where it was not.
    func reading(of file: String, _ stamp: FileStamp) throws(PackedReader.Damage) -> MeasuredMeeting? {
        guard let reading = readings[file], reading.stamp == stamp else { return nil }
        switch reading.place {
        case .new(let bytes):
            var reader = PackedReader(bytes)
            return try MeasuredMeeting(&reader)
        case .old(let range):
            var reader = PackedReader(bytes, from: range.lowerBound)
            return try MeasuredMeeting(&reader)
        }
    }

    mutating func keep(_ meeting: MeasuredMeeting, of file: String, _ stamp: FileStamp) {
        var writer = PackedWriter()
        meeting.write(to: &writer)
        readings[file] = Reading(stamp: stamp, mark: writer.seal, place: .new(writer.bytes))
        isChanged = true
    }

    /// Forgets all but these files.
    mutating func keep(only files: Set<String>) {
        let count = readings.count
        readings = readings.filter { files.contains($0.key) }
        if readings.count != count { isChanged = true }
    }

    /// The same for the same readings.
    /// - Parameter writer: of the file.
    mutating func write(to writer: inout PackedWriter) {
        for (file, reading) in readings.sorted(by: { String.precedesInBytes($0.key, $1.key) }) {
            let packed: ArraySlice<UInt8> =
                switch reading.place {
                case .old(let range): bytes[range]
                case .new(let bytes): bytes[...]
                }
            writer.write(file)
            reading.stamp.write(to: &writer)
            writer.write(reading.mark)
            writer.write(packed.count)
            let begin = writer.bytes.count
            writer.append(packed)
            readings[file]?.place = .old(begin..<begin + packed.count)
        }
        bytes = writer.bytes
        isChanged = false
    }

    /// Where each reading stands in the file.
    func places(onShelf number: Int) -> [String: DigestPlace] {
        readings.compactMapValues { reading in
            guard case .old(let range) = reading.place else { return nil }
            return DigestPlace(stamp: reading.stamp, shelf: number, range: range, mark: reading.mark)
        }
    }
}

/// Where a digest as it was read stands among the files of a `DigestStore`.
struct DigestPlace: Sendable, Equatable {
    /// Of the digest when it was read.
    let stamp: FileStamp
    let shelf: Int
    /// In bytes of the shelf's file.
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
