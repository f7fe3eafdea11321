import Diagnostics

/// The terms of some meetings with their lists.
struct SearchTerms: Sendable {
    private var terms = TermTable()
    private var lists: [PostingList] = []
    /// Passages of all meetings.
    private(set) var passages = 0

    /// About meetings or facets: their lists are always whole, so that narrowing is exact.
    private static func isFacet(_ key: [UInt8]) -> Bool {
        key.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }
    }

    init() {}

    /// - Parameters:
    ///   - meeting: greater than that of the meeting before.
    ///   - passages: how many it has.
    mutating func add(_ part: MeetingTerms, of meeting: Int, passages: Int) {
        part.forEach { key, places in
            lists[place(of: key)].append(meeting: meeting, places: places)
        }
        self.passages += passages
    }

    private mutating func place(of key: some Collection<UInt8>) -> Int {
        let term = terms.number(of: key)
        if term == lists.count { lists.append(PostingList()) }
        return term
    }

    /// Adds the terms of later meetings.
    mutating func add(_ later: SearchTerms) {
        for term in later.lists.indices { lists[place(of: later.terms[term])].append(later.lists[term]) }
        passages += later.passages
    }

    /// Adds the terms of later meetings, as they were written.
    mutating func add(_ later: PackedTerms) {
        for (key, list) in later.lists { lists[place(of: later.bytes[key])].append(list, of: later.bytes) }
        passages += later.passages
    }

    // MARK: Packing

    func write(to writer: inout PackedWriter) {
        writer.write(passages)
        writer.write(lists.indices) { writer, term in
            let key = terms[term]
            writer.write(key.count)
            writer.append(key)
            lists[term].write(to: &writer)
        }
    }

    // MARK: Shards

    /// A word's list takes no more than about this; what it leaves out is found by reading the texts.
    private static let longestList = 8_000

    /// A facet's list is parted where it takes more than about this, so that a question can leave out the oldest parts.
    private static let longestPart = 10_000

    /// - Parameter threads: how many cut the lists.
    func shards(threads: Int = 1) -> some Sequence<SearchShard> {
        let order = lists.indices.map { (key: Array(terms[$0]), term: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        let cut = ParallelMap(threads: threads).map(order.parts(of: 512)) { part in
            part.flatMap { Self.entries(of: $0.key, lists[$0.term]) }
        }
        var rest = Array(cut.joined())[...]
        return AnyIterator<SearchShard> {
            var shard = SearchShard()
            while let term = rest.first, !shard.ends(before: term) { shard.append(rest.removeFirst()) }
            return shard.terms.isEmpty ? nil : shard
        }
    }

    /// A term as shards have it: the head of a word's list, all parts of a facet's.
    private static func entries(of key: [UInt8], _ whole: PostingList) -> [SearchShard.Term] {
        guard isFacet(key) else {
            return [.init(key: key, list: whole.head(of: longestList) ?? whole, count: whole.count)]
        }
        return whole.parts(of: longestPart).enumerated().map { index, part in
            index == 0
                ? .init(key: key, list: part.list, count: whole.count)
                : .init(key: SearchShard.key(of: key, from: part.meeting), list: part.list, count: part.list.count)
        }
    }
}

/// The terms of some meetings as `SearchTerms` wrote them: to be added to those of others without taking each list out.
struct PackedTerms {
    let bytes: [UInt8]
    fileprivate let passages: Int
    fileprivate var lists: [(key: Range<Int>, list: PackedPostingList)] = []

    init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        bytes = reader.bytes
        passages = try reader.amount()
        let count = try reader.length()
        lists.reserveCapacity(count)
        for _ in 0..<count {
            lists.append((key: try reader.skip(try reader.number()), list: try PackedPostingList(&reader)))
        }
        if !reader.isAtEnd { throw PackedReader.Damage() }
    }
}
