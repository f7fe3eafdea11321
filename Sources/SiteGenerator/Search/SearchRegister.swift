import Diagnostics

/// The first terms and the sizes of neighbouring shards: a file that tells a question which shard to fetch, and whether
/// it can afford to.
///
/// One list over all shards would be most of what a question loads on a large site. So `search/index.json` names only
/// the registers, by their first terms, and each register some dozens of shards.
struct SearchRegister {
    private(set) var shards: [Shard] = []

    struct Shard: Sendable, Equatable {
        let firstKey: [UInt8]
        /// In bytes.
        let size: Int
    }

    /// No more shards than this.
    static let largest = 128
    static let smallest = 32

    /// True where the register should end before the shard that begins with this term. As a shard's, the border depends
    /// on the term itself; on other bits of its hash, because most shards begin with a term whose lowest bits are 0.
    func ends(before term: [UInt8]) -> Bool {
        if shards.count >= Self.largest { return true }
        return shards.count >= Self.smallest && StableHash.of(term) >> 6 % 32 == 0
    }

    mutating func append(_ shard: Shard) { shards.append(shard) }

    var firstKey: [UInt8] { shards[0].firstKey }

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("terms", shards) { json, shard in json.value(String(decoding: shard.firstKey, as: UTF8.self)) }
            json.array("sizes", shards) { json, shard in json.value(shard.size) }
        }
        return json.bytes
    }

    /// The registers of a segment.
    /// - Parameter shards: in order.
    static func all(of shards: [Shard]) -> [SearchRegister] {
        var registers: [SearchRegister] = []
        for shard in shards {
            if registers.last?.ends(before: shard.firstKey) ?? true { registers.append(SearchRegister()) }
            registers[registers.count - 1].append(shard)
        }
        return registers
    }
}
