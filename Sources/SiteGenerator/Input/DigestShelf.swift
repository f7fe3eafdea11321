import Diagnostics
import Meetings

/// Digests as they were read, those of one file of a `DigestStore`.
struct DigestShelf: Sendable {
    private var readings: [String: Reading] = [:]
    /// The packed readings, those of the file one behind the other.
    private let bytes: [UInt8]
    /// Whether it differs from its file.
    private(set) var isChanged = false

    private struct Reading {
        let stamp: FileStamp
        let place: Place
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
            let stamp = try FileStamp(&reader)
            readings[name] = Reading(stamp: stamp, place: .old(try reader.skip(try reader.number())))
        }
    }

    /// The meeting as it was read from a file with this stamp; nil where it was not.
    func meeting(of file: String, _ stamp: FileStamp) throws(PackedReader.Damage) -> Meeting? {
        guard let reading = readings[file], reading.stamp == stamp else { return nil }
        switch reading.place {
        case .new(let bytes):
            var reader = PackedReader(bytes)
            return try Meeting(&reader)
        case .old(let range):
            var reader = PackedReader(bytes, from: range.lowerBound)
            return try Meeting(&reader)
        }
    }

    mutating func keep(_ meeting: Meeting, of file: String, _ stamp: FileStamp) {
        var writer = PackedWriter()
        meeting.write(to: &writer)
        readings[file] = Reading(stamp: stamp, place: .new(writer.bytes))
        isChanged = true
    }

    /// Forgets all but these files.
    mutating func keep(only files: Set<String>) {
        let count = readings.count
        readings = readings.filter { files.contains($0.key) }
        if readings.count != count { isChanged = true }
    }

    /// The same for the same readings.
    func write(to writer: inout PackedWriter) {
        for (file, reading) in readings.sorted(by: { String.precedesInBytes($0.key, $1.key) }) {
            let packed: ArraySlice<UInt8> =
                switch reading.place {
                case .old(let range): bytes[range]
                case .new(let bytes): bytes[...]
                }
            writer.write(file)
            reading.stamp.write(to: &writer)
            writer.write(packed.count)
            writer.append(packed)
        }
    }
}
