import Diagnostics

/// A run of neighbouring terms with their lists: a file that is fetched whole.
///
/// `Documentation/Search.md` states the format: the number of terms; then for each term how many bytes it shares with
/// the one before it, how many follow, these, its count (× 2, plus 1 where the list is only a head) and its list's
/// length in bytes; then the lists one after another. Numbers are of variable length.
struct SearchShard {
    private(set) var terms: [Term] = []
    private(set) var size = 0

    struct Term {
        let key: [UInt8]
        let list: PostingList
        /// Places in the whole corpus, those too that the list leaves out.
        let count: Int
    }

    /// No bigger than this, if it has more than one term.
    static let largest = 12_000
    static let smallest = 2_000

    /// True where the shard should end before this term. A border depends on the term itself, so that shards stay as
    /// they are when terms are added elsewhere.
    func ends(before term: Term) -> Bool {
        guard !terms.isEmpty else { return false }
        if size + term.list.bytes.count > Self.largest { return true }
        return size >= Self.smallest && StableHash.of(term.key) % 64 == 0
    }

    mutating func append(_ term: Term) {
        terms.append(term)
        size += term.key.count + 4 + term.list.bytes.count
    }

    var firstKey: [UInt8] { terms[0].key }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 16)
        VariableLength.append(terms.count, to: &bytes)
        var last: [UInt8] = []
        for term in terms {
            let shared = zip(last, term.key).prefix { $0 == $1 }.count
            VariableLength.append(shared, to: &bytes)
            VariableLength.append(term.key.count - shared, to: &bytes)
            bytes += term.key[shared...]
            VariableLength.append(term.count * 2 + (term.count == term.list.count ? 0 : 1), to: &bytes)
            VariableLength.append(term.list.bytes.count, to: &bytes)
            last = term.key
        }
        for term in terms { bytes += term.list.bytes }
        return bytes
    }

    /// The key of a part of a facet's list that begins with a meeting: `delegation:republic,00512345`. A comma stands
    /// before all that a facet can go on with, so that parts lie right behind the first of them, the oldest first.
    static func key(of facet: [UInt8], from meeting: Int) -> [UInt8] {
        let number = String(meeting)
        return facet + Array(("," + String(repeating: "0", count: max(0, 8 - number.count)) + number).utf8)
    }

    /// The name of the file, from its first term: letters, digits and hyphens as they are, every other byte as `_` and
    /// two hexadecimal digits.
    static func name(of key: [UInt8]) -> String {
        var name = ""
        for byte in key {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return name
    }
}
