import Diagnostics

/// Packs entries of a corpus: what they refer to is written as its number in its list.
struct EntryWriter {
    var bytes = PackedWriter()
    private let turns: TurnNumbers

    /// The number of each statement in `CorpusPlaces.turns`.
    struct TurnNumbers: Sendable {
        /// By meeting, then by block.
        private var numbers: [[Int32]]

        init(_ places: CorpusPlaces) {
            numbers = Array(repeating: [], count: places.meetings.count)
            for (number, turn) in places.turns.enumerated() {
                let missing = turn.block + 1 - numbers[turn.meeting.index].count
                if missing > 0 { numbers[turn.meeting.index] += Array(repeating: 0, count: missing) }
                numbers[turn.meeting.index][turn.block] = Int32(number)
            }
        }

        subscript(turn: TurnRef) -> Int { Int(numbers[turn.meeting.index][turn.block]) }
    }

    init(_ turns: TurnNumbers) { self.turns = turns }

    mutating func list<Element>(_ elements: [Element], _ each: (inout EntryWriter, Element) -> Void) {
        bytes.write(elements.count)
        for element in elements { each(&self, element) }
    }

    // MARK: Refs

    mutating func write<Entry>(_ ref: Ref<Entry>) { bytes.write(ref.index) }

    mutating func write<Entry>(_ ref: Ref<Entry>?) { bytes.write(ref.map { $0.index + 1 } ?? 0) }

    mutating func write<Entry>(_ refs: [Ref<Entry>]) { list(refs) { $0.write($1) } }

    mutating func write(_ turn: TurnRef) { bytes.write(turns[turn]) }

    /// As its distance from another, which is mostly a short one; nil is no distance.
    mutating func write(_ turn: TurnRef?, from other: TurnRef) {
        bytes.write(ZigZag.packed(turn.map { turns[$0] - turns[other] } ?? 0))
    }

    /// Lists of statements are in order of time: the distances between them are short numbers.
    mutating func write(_ list: [TurnRef]) {
        bytes.write(list.count)
        var last = 0
        for turn in list {
            let number = turns[turn]
            bytes.write(ZigZag.packed(number - last))
            last = number
        }
    }

    mutating func write(_ associations: [Association]) {
        list(associations) { writer, association in
            writer.write(association.delegation)
            writer.write(association.turns)
        }
    }
}

/// Numbers near zero on both sides as small ones without a sign: 0, -1, 1, -2 as 0, 1, 2, 3.
enum ZigZag {
    static func packed(_ number: Int) -> Int { number << 1 ^ number >> (Int.bitWidth - 1) }

    static func unpacked(_ packed: Int) -> Int { Int(bitPattern: UInt(bitPattern: packed) >> 1) ^ -(packed & 1) }
}
