import Diagnostics

/// Takes entries of a corpus out of packed bytes. A number that leads beyond its list is damage.
struct EntryReader {
    var bytes: PackedReader
    let places: CorpusPlaces

    typealias Damage = PackedReader.Damage

    init(_ bytes: PackedReader, _ places: CorpusPlaces) {
        self.bytes = bytes
        self.places = places
    }

    mutating func list<Element>(
        _ each: (inout EntryReader) throws(Damage) -> Element
    ) throws(Damage) -> [Element] {
        try list(of: bytes.length(), each)
    }

    mutating func list<Element>(
        of count: Int, _ each: (inout EntryReader) throws(Damage) -> Element
    ) throws(Damage) -> [Element] {
        guard count > 0 else { return [] }
        // Each takes a byte at least: a damaged number asks for no room.
        guard count <= bytes.rest else { throw Damage() }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try each(&self)) }
        return elements
    }

    // MARK: Refs

    /// A number that leads into a list of this length.
    mutating func index(below count: Int) throws(Damage) -> Int {
        let index = try bytes.number()
        guard index >= 0, index < count else { throw Damage() }
        return index
    }

    mutating func ref<Entry: ListedEntry>() throws(Damage) -> Ref<Entry> {
        Ref(try index(below: Entry.count(in: places)))
    }

    mutating func optionalRef<Entry: ListedEntry>() throws(Damage) -> Ref<Entry>? {
        let index = try index(below: Entry.count(in: places) + 1)
        return index == 0 ? nil : Ref(index - 1)
    }

    mutating func refs<Entry: ListedEntry>() throws(Damage) -> [Ref<Entry>] {
        try list { reader throws(Damage) in try reader.ref() }
    }

    mutating func turn() throws(Damage) -> TurnRef { places.turns[try index(below: places.turns.count)] }

    /// - Parameter number: of the turn from which the distance was taken.
    mutating func turn(from number: Int) throws(Damage) -> TurnRef? {
        let distance = ZigZag.unpacked(try bytes.number())
        return distance == 0 ? nil : try turn(number &+ distance)
    }

    private func turn(_ number: Int) throws(Damage) -> TurnRef {
        guard number >= 0, number < places.turns.count else { throw Damage() }
        return places.turns[number]
    }

    mutating func turns() throws(Damage) -> [TurnRef] {
        var last = 0
        return try list { reader throws(Damage) in
            last &+= ZigZag.unpacked(try reader.bytes.number())
            return try reader.turn(last)
        }
    }

    mutating func associations() throws(Damage) -> [Association] {
        try list { reader throws(Damage) in
            Association(delegation: try reader.ref(), turns: try reader.turns())
        }
    }
}
