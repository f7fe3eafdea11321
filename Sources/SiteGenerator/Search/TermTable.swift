import Diagnostics

/// Terms as numbers, in the order in which they were met first: their bytes in one piece of memory, found by hash.
struct TermTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Open addressing: a term's number plus one, 0 for a free place.
    private var places: [UInt32]

    init() { places = [UInt32](repeating: 0, count: 1024) }

    var count: Int { ends.count }

    subscript(term: Int) -> ArraySlice<UInt8> { bytes[(term == 0 ? 0 : ends[term - 1])..<ends[term]] }

    /// The number of a term, new or known.
    mutating func number(of term: some Collection<UInt8>) -> Int {
        if ends.count * 2 >= places.count { grow() }
        var place = Int(StableHash.of(term)) & (places.count - 1)
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if self[number].elementsEqual(term) { return number }
            place = (place + 1) & (places.count - 1)
        }
        bytes.append(contentsOf: term)
        ends.append(bytes.count)
        places[place] = UInt32(ends.count)
        return ends.count - 1
    }

    private mutating func grow() {
        places = [UInt32](repeating: 0, count: places.count * 2)
        for number in ends.indices {
            var place = Int(StableHash.of(self[number])) & (places.count - 1)
            while places[place] != 0 { place = (place + 1) & (places.count - 1) }
            places[place] = UInt32(number + 1)
        }
    }
}
