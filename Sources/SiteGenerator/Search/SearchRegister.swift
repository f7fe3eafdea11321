import Diagnostics

/// The first terms of neighbouring shards: a file that tells a question which shard to fetch.
///
/// One list over all shards would be most of what a question loads on a large site. So `search/index.json` names only
/// the registers, by their first terms, and each register some dozens of shards.
struct SearchRegister {
    private(set) var shards: [[UInt8]] = []

    /// No more shards than this.
    static let largest = 128
    static let smallest = 32

    /// True where the register should end before the shard that begins with this term. As a shard's, the border depends
    /// on the term itself; on other bits of its hash, because most shards begin with a term whose lowest bits are 0.
    func ends(before term: [UInt8]) -> Bool {
        if shards.count >= Self.largest { return true }
        return shards.count >= Self.smallest && StableHash.of(term) >> 6 % 32 == 0
    }

    mutating func append(_ term: [UInt8]) { shards.append(term) }

    var firstKey: [UInt8] { shards[0] }

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.array(shards) { json, term in json.value(String(decoding: term, as: UTF8.self)) }
        return json.bytes
    }

    /// The registers of a segment.
    /// - Parameter shards: the first term of each, in order.
    static func all(of shards: [[UInt8]]) -> [SearchRegister] {
        var registers: [SearchRegister] = []
        for term in shards {
            if registers.last?.ends(before: term) ?? true { registers.append(SearchRegister()) }
            registers[registers.count - 1].append(term)
        }
        return registers
    }
}
