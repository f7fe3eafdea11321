import Diagnostics

/// What was made, from which facts: flat rows, because a build after an edit carries almost all of it over.
struct LedgerProducts: Sendable, Equatable {
    /// Marks of the products' keys, in their order.
    private var keys: [UInt64] = []
    private var files = Lists()
    private var facts = Lists()
    /// What few products told besides their files, by their places.
    private var told: [Int: String] = [:]

    /// Something that was made as a whole.
    struct Product {
        /// Places in the manifest.
        var files: ArraySlice<Int32>
        /// Places among the ledger's facts.
        var facts: ArraySlice<Int32>
        /// What it told besides.
        var told: String
    }

    static func mark(of key: String) -> UInt64 { Fingerprint.of(key) }

    var count: Int { keys.count }

    /// Where a product stands.
    /// - Parameter key: its mark.
    func place(of key: UInt64) -> Int? {
        let place = keys.partitioningIndex { $0 >= key }
        return place < keys.count && keys[place] == key ? place : nil
    }

    func key(at place: Int) -> UInt64 { keys[place] }

    subscript(place: Int) -> Product {
        Product(files: files[place], facts: facts[place], told: told[place] ?? "")
    }

    /// Adds a product whose key comes after all others.
    mutating func append(_ product: Product, key: UInt64) {
        if !product.told.isEmpty { told[keys.count] = product.told }
        keys.append(key)
        files.append(product.files)
        facts.append(product.facts)
    }

    mutating func reserve(like other: Self) {
        keys.reserveCapacity(other.count)
        files.reserve(like: other.files)
        facts.reserve(like: other.facts)
    }
}

extension LedgerProducts {
    /// - Parameter factCount: how many facts there are for products to be made from.
    init(_ reader: inout PackedReader, factCount: Int) throws(PackedReader.Damage) {
        keys = try reader.row()
        files = try Lists(&reader)
        facts = try Lists(&reader)
        let isWhole =
            zip(keys, keys.dropFirst()).allSatisfy(<) && files.count == keys.count && facts.count == keys.count
            && facts.areAll(below: factCount)
        guard isWhole else { throw PackedReader.Damage() }
        for _ in 0..<(try reader.length()) { told[try reader.amount()] = try reader.text() }
    }

    func write(to writer: inout PackedWriter) {
        writer.write(row: keys)
        files.write(to: &writer)
        facts.write(to: &writer)
        writer.write(told.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            writer.write(entry.value)
        }
    }
}

/// Many short lists of places, one behind the other.
private struct Lists: Sendable, Equatable {
    private var ends: [Int32] = []
    private var places: [Int32] = []

    init() {}

    var count: Int { ends.count }

    subscript(index: Int) -> ArraySlice<Int32> {
        places[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }

    func areAll(below limit: Int) -> Bool { places.allSatisfy { 0 <= $0 && $0 < limit } }

    mutating func append(_ list: ArraySlice<Int32>) {
        places += list
        ends.append(Int32(places.count))
    }

    mutating func reserve(like other: Self) {
        ends.reserveCapacity(other.ends.count)
        places.reserveCapacity(other.places.count)
    }

    init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        ends = try reader.row()
        places = try reader.row()
        guard ends.first ?? 0 >= 0, ends.last ?? 0 == places.count, zip(ends, ends.dropFirst()).allSatisfy(<=) else {
            throw PackedReader.Damage()
        }
    }

    func write(to writer: inout PackedWriter) {
        writer.write(row: ends)
        writer.write(row: places)
    }
}
