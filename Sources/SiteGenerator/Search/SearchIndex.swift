import Corpus
import Diagnostics
import Meetings

/// The files by which a browser searches the site without a server: `search/index.json`, `search/words/`,
/// `search/texts/`. `Documentation/Search.md` states the format; `Public/search.js` reads it.
///
/// Files come one at a time; what is held is the packed index of a segment, about a byte and a half for each word of
/// each statement. Time is linear in the texts.
package struct SearchIndex: Sendable {
    let corpus: Corpus
    let threads: Int

    static let folder = "search/"
    static let format = "rapporteur.search/3"

    /// - Parameter threads: how many read meetings at once; the files do not depend on it.
    package init(_ corpus: Corpus, threads: Int = 1) {
        self.corpus = corpus
        self.threads = threads
    }

    /// Calls `write` with each file, the texts first, in the order of the corpus.
    /// - Throws: what `write` throws.
    func files<Failure: Error>(_ write: (PageMaker.File) throws(Failure) -> Void) throws(Failure) {
        let numbers = MeetingNumbers(corpus).numbers
        let order = corpus.meetingRefs.sorted { numbers[$0.index] < numbers[$1.index] }
        var passages = 0
        var registers: [(segment: String, registers: [SearchRegister])] = []
        for segment in SearchSegment.all(of: order.count) {
            var terms = CorpusTerms()
            passages += try read(order[segment.meetings], numbers, into: &terms, write)
            let folder = "\(Self.folder)words/\(segment.name)/"
            var borders: [[UInt8]] = []
            for shard in terms.shards() {
                borders.append(shard.firstKey)
                try write(.init(path: folder + SearchShard.name(of: shard.firstKey) + ".bin", bytes: shard.bytes))
            }
            registers.append((segment.name, SearchRegister.all(of: borders)))
            for register in registers[registers.count - 1].registers {
                let name = SearchShard.name(of: register.firstKey)
                try write(.init(path: folder + name + ".json", bytes: register.bytes))
            }
        }
        try write(.init(path: Self.folder + "index.json", bytes: directory(registers, passages: passages)))
    }

    /// Calls `body` with the path of each file, from the site's root, and its bytes.
    package func forEachFile(_ body: (String, [UInt8]) -> Void) { files { body($0.path, $0.bytes) } }

    /// Writes the texts of meetings and collects their terms.
    /// - Returns: how many passages they have.
    private func read<Failure: Error>(
        _ meetings: ArraySlice<Ref<MeetingEntry>>, _ numbers: [Int], into terms: inout CorpusTerms,
        _ write: (PageMaker.File) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        var passages = 0
        for start in stride(from: meetings.startIndex, to: meetings.endIndex, by: 64) {
            let batch = Array(meetings[start..<min(start + 64, meetings.endIndex)])
            let parts = ParallelMap(threads: threads).map(batch) { part(of: $0, number: numbers[$0.index]) }
            for part in parts {
                passages += part.passages
                terms.add(part.terms, of: part.number)
                for file in part.files { try write(file) }
            }
        }
        return passages
    }

    private struct MeetingPart: Sendable {
        let number: Int
        let passages: Int
        let terms: MeetingTerms
        let files: [PageMaker.File]
    }

    private func part(of meeting: Ref<MeetingEntry>, number: Int) -> MeetingPart {
        let passages = SearchPassage.all(of: meeting, in: corpus)
        let texts = SearchTexts(passages)
        let path = Self.folder + "texts/" + MeetingNumbers.path(of: number)
        let files = texts.files.enumerated().map { index, file in
            PageMaker.File(path: "\(path)-\(index).json", bytes: SearchTextFile(file, of: meeting, in: corpus).bytes)
        }
        return MeetingPart(
            number: number, passages: passages.count, terms: MeetingTerms(meeting, texts: texts, corpus: corpus),
            files: files)
    }

    private func directory(
        _ segments: [(segment: String, registers: [SearchRegister])], passages: Int
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("format", Self.format)
            json.member("meetings", corpus.meetings.count)
            json.member("passages", passages)
            json.member("bodies", Set(corpus.meetings.compactMap(\.meeting.body)).sorted())
            json.array("years", Set(corpus.meetings.compactMap(\.year)).sorted()) { json, year in json.value(year) }
            json.array("segments", segments) { json, part in
                json.object { json in
                    json.member("name", part.segment)
                    json.member("registers", part.registers.map { String(decoding: $0.firstKey, as: UTF8.self) })
                }
            }
        }
        return json.bytes
    }
}

/// The terms of a segment's meetings with their lists.
private struct CorpusTerms {
    private var terms = TermTable()
    private var lists: [PostingList] = []

    /// About meetings or facets: their lists are always whole, so that narrowing is exact.
    private static func isFacet(_ key: [UInt8]) -> Bool {
        key.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }
    }

    /// - Parameter meeting: greater than that of the meeting before.
    mutating func add(_ part: MeetingTerms, of meeting: Int) {
        part.forEach { key, places in
            let term = terms.number(of: key)
            if term == lists.count { lists.append(PostingList()) }
            lists[term].append(meeting: meeting, places: places)
        }
    }

    /// A word's list takes no more than about this; what it leaves out is found by reading the texts.
    private static let longestList = 8_000

    func shards() -> some Sequence<SearchShard> {
        let order = lists.indices.map { (key: Array(terms[$0]), term: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        var next = 0
        return AnyIterator<SearchShard> {
            guard next < order.count else { return nil }
            var shard = SearchShard()
            while next < order.count {
                let (key, index) = order[next]
                let whole = lists[index]
                let list = Self.isFacet(key) ? whole : whole.head(of: Self.longestList) ?? whole
                let term = SearchShard.Term(key: key, list: list, count: whole.count)
                if shard.ends(before: term) { break }
                shard.append(term)
                next += 1
            }
            return shard
        }
    }
}
