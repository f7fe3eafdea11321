import Diagnostics

/// Where a term stands in the corpus, packed: for each meeting the way from the number of the one before it, then the
/// places in it.
///
/// A place is `(way from the place before × 4 + weight) × 2`, plus 1 for the last of the meeting: mostly one byte. The
/// first place of a meeting counts from −1, so that no way is 0. A term that is about meetings as a whole has no places.
struct PostingList: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Places in all meetings; for a term about meetings, the meetings.
    private(set) var count = 0
    private var lastMeeting = 0
    private var hasPlaces = true

    /// A term's place in a meeting: a passage, and how much the passage is about the term.
    struct Place: Sendable, Hashable {
        let passage: Int
        let weight: Weight
    }

    /// How much a passage is about a word: three steps for the text, one for its head.
    enum Weight: UInt8, Sendable, Comparable {
        case slight, fair, strong
        /// In the name of the speaker or the delegation.
        case head

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// - Parameters:
    ///   - meeting: greater than the last one's.
    ///   - places: in order; none for a term about the meeting as a whole.
    mutating func append(meeting: Int, places: some Collection<Place>) {
        VariableLength.append(meeting - lastMeeting, to: &bytes)
        lastMeeting = meeting
        count += max(places.count, 1)
        hasPlaces = !places.isEmpty
        var last = -1
        var left = places.count
        for place in places {
            left -= 1
            VariableLength.append(
                ((place.passage - last) << 2 | Int(place.weight.rawValue)) << 1 | (left == 0 ? 1 : 0), to: &bytes)
            last = place.passage
        }
    }

    /// Appends the places in later meetings.
    mutating func append(_ later: PostingList) {
        append(later.packed, of: later.bytes)
    }

    /// Appends the places in later meetings.
    /// - Parameter other: the bytes that the list lies in.
    mutating func append(_ later: PackedPostingList, of other: [UInt8]) {
        var rest = later.bytes.lowerBound
        guard let first = VariableLength.number(in: other, at: &rest, before: later.bytes.upperBound) else { return }
        // The first way counts from the beginning of all numbers; here it goes on from the last meeting.
        VariableLength.append(first - lastMeeting, to: &bytes)
        bytes += other[rest..<later.bytes.upperBound]
        count += later.count
        lastMeeting = later.lastMeeting
        hasPlaces = later.hasPlaces
    }

    private var packed: PackedPostingList {
        PackedPostingList(count: count, lastMeeting: lastMeeting, hasPlaces: hasPlaces, bytes: bytes.indices)
    }

    /// Calls `body` with each meeting and its places, as appended.
    func forEachMeeting(_ body: (_ meeting: Int, _ places: [Place]) -> Void) {
        var reader = VariableLength.Reader(bytes)
        var places: [Place] = []
        var meeting = 0
        while let way = reader.next() {
            meeting += way
            places.removeAll(keepingCapacity: true)
            var passage = -1
            while hasPlaces, let value = reader.next() {
                passage += value >> 3
                places.append(Place(passage: passage, weight: Weight(rawValue: UInt8(value >> 1 & 3)) ?? .slight))
                if value & 1 == 1 { break }
            }
            body(meeting, places)
        }
    }

    /// The list in parts of about `limit` bytes, each with the meeting it begins with.
    func parts(of limit: Int) -> [(meeting: Int, list: PostingList)] {
        guard bytes.count > limit else { return [(0, self)] }
        var parts: [(meeting: Int, list: PostingList)] = []
        forEachMeeting { meeting, places in
            if parts.last.map({ $0.list.bytes.count >= limit }) ?? true { parts.append((meeting, PostingList())) }
            parts[parts.count - 1].list.append(meeting: meeting, places: places)
        }
        return parts
    }

    /// The list of the weightiest places that takes about `limit` bytes, the newest meetings first among equals; nil
    /// when the whole list does.
    func head(of limit: Int) -> PostingList? {
        guard bytes.count > limit else { return nil }
        // For each meeting, how many places have at least each weight; none has 4.
        var counts: [SIMD8<Int32>] = []
        var rooms = SIMD8<Int32>()
        forEachMeeting { _, places in
            var count = SIMD8<Int32>()
            for place in places { for weight in 0...place.weight.rawValue { count[Int(weight)] += 1 } }
            counts.append(count)
            for weight in 0..<4 { rooms[weight] += Self.room(for: count[weight]) }
        }
        guard rooms[0] > limit else { return nil }
        // Whole steps of weight as far as they fit; of the next one, what the newest meetings have.
        let floor = (1...3).first { rooms[$0] <= limit } ?? 4
        var left = Int32(limit) - rooms[floor]
        let kept = counts.reversed().map { count in
            let cost = Self.room(for: count[floor - 1]) - Self.room(for: count[floor])
            let fits = cost <= left
            left = fits ? left - cost : 0
            return fits ? floor - 1 : floor
        }
        var head = PostingList()
        var some: [Place] = []
        var floors = kept.reversed().makeIterator()
        forEachMeeting { meeting, places in
            let floor = floors.next() ?? 4
            some.removeAll(keepingCapacity: true)
            for place in places where place.weight.rawValue >= floor { some.append(place) }
            if !some.isEmpty { head.append(meeting: meeting, places: some) }
        }
        return head
    }

    /// Roughly the bytes of a meeting with so many places.
    private static func room(for places: Int32) -> Int32 { places == 0 ? 0 : 1 + places }
}

extension PostingList {
    func write(to writer: inout PackedWriter) {
        writer.write(count)
        writer.write(lastMeeting)
        writer.write(hasPlaces)
        writer.write(bytes.count)
        writer.append(bytes[...])
    }
}

/// What a list says of itself, and where its bytes lie.
struct PackedPostingList {
    fileprivate let count: Int
    fileprivate let lastMeeting: Int
    fileprivate let hasPlaces: Bool
    fileprivate let bytes: Range<Int>
}

extension PackedPostingList {
    /// One that `PostingList` wrote.
    init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        count = try reader.amount()
        lastMeeting = try reader.amount()
        hasPlaces = try reader.flag()
        bytes = try reader.skip(try reader.number())
    }
}
