import Corpus
import Diagnostics
import Meetings

/// The files by which a browser searches the site without a server: `search/index.json`, `search/words/`,
/// `search/texts/`. `Documentation/Search.md` states the format; `Public/search-index.js` reads it.
///
/// Each segment is made by itself; the directory is made of what they tell. Files come one at a time; what is held is the
/// packed index of a segment, about a byte and a half for each word of each statement. Time is linear in the texts.
package struct SearchIndex: Sendable {
    private let numbers: [Int]
    private let order: [Ref<MeetingEntry>]
    let segments: [SearchSegment]

    static let folder = "search/"
    static let format = "rapporteur.search/4"

    package init(_ corpus: Corpus) {
        let numbers = MeetingNumbers(corpus).numbers
        self.numbers = numbers
        order = corpus.meetingRefs.sorted { numbers[$0.index] < numbers[$1.index] }
        segments = SearchSegment.all(of: order.count)
    }

    /// What the directory says of a segment.
    struct Summary: Sendable, Equatable {
        let passages: Int
        /// The first term of each of its registers.
        let registers: [String]
    }

    /// A mark of which meetings a segment has, and under which numbers.
    func mark(of segment: SearchSegment, in corpus: Corpus) -> UInt64 {
        var print = Fingerprint()
        print.add(Array(order[segment.meetings])) { print, meeting in
            print.add(corpus.outline(of: meeting).id)
            print.add(numbers[meeting.index])
        }
        return print.mark
    }

    /// Calls `write` with each file of a segment, the texts first, in the order of the corpus.
    /// - Parameter threads: how many read meetings at once; the files do not depend on it.
    func files(
        of segment: SearchSegment, in corpus: Corpus, threads: Int, _ write: (PageMaker.File) -> Void
    ) -> Summary {
        var terms = CorpusTerms()
        let passages = read(order[segment.meetings], of: corpus, threads: threads, into: &terms, write)
        let folder = "\(Self.folder)words/\(segment.name)/"
        var shards: [SearchRegister.Shard] = []
        for shard in terms.shards() {
            let bytes = shard.bytes
            shards.append(.init(firstKey: shard.firstKey, size: bytes.count))
            write(.init(path: folder + SearchShard.name(of: shard.firstKey) + ".bin", bytes: bytes))
        }
        let registers = SearchRegister.all(of: shards)
        for register in registers {
            write(.init(path: folder + SearchShard.name(of: register.firstKey) + ".json", bytes: register.bytes))
        }
        return Summary(
            passages: passages, registers: registers.map { String(decoding: $0.firstKey, as: UTF8.self) })
    }

    /// Calls `body` with the path of each file, from the site's root, and its bytes.
    package func forEachFile(of corpus: Corpus, threads: Int, _ body: (String, [UInt8]) -> Void) {
        let summaries = segments.map { files(of: $0, in: corpus, threads: threads) { body($0.path, $0.bytes) } }
        let directory = directory(summaries, of: corpus)
        body(directory.path, directory.bytes)
    }

    /// Writes the texts of meetings and collects their terms.
    /// - Returns: how many passages they have.
    private func read(
        _ meetings: ArraySlice<Ref<MeetingEntry>>, of corpus: Corpus, threads: Int, into terms: inout CorpusTerms,
        _ write: (PageMaker.File) -> Void
    ) -> Int {
        var passages = 0
        for start in stride(from: meetings.startIndex, to: meetings.endIndex, by: 64) {
            let batch = Array(meetings[start..<min(start + 64, meetings.endIndex)])
            for part in ParallelMap(threads: threads).map(batch, { part(of: $0, in: corpus) }) {
                passages += part.passages
                terms.add(part.terms, of: part.number)
                part.files.forEach(write)
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

    private func part(of meeting: Ref<MeetingEntry>, in corpus: Corpus) -> MeetingPart {
        let number = numbers[meeting.index]
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

    /// - Parameter summaries: of the segments, in their order.
    func directory(_ summaries: [Summary], of corpus: Corpus) -> PageMaker.File {
        var json = JSONWriter()
        json.object { json in
            json.member("format", Self.format)
            json.member("meetings", corpus.meetings.count)
            json.member("passages", summaries.reduce(0) { $0 + $1.passages })
            json.member("bodies", Set(corpus.meetings.compactMap(\.meeting.body)).sorted())
            json.array("years", Set(corpus.meetings.compactMap(\.year)).sorted()) { json, year in json.value(year) }
            json.array("segments", Array(zip(segments, summaries))) { json, part in
                json.object { json in
                    json.member("name", part.0.name)
                    json.member("registers", part.1.registers)
                }
            }
        }
        return .init(path: Self.folder + "index.json", bytes: json.bytes)
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

    /// A facet's list is parted where it takes more than about this, so that a question can leave out the oldest parts.
    private static let longestPart = 10_000

    func shards() -> some Sequence<SearchShard> {
        let order = lists.indices.map { (key: Array(terms[$0]), term: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        var next = 0
        var waiting: ArraySlice<SearchShard.Term> = []
        return AnyIterator<SearchShard> {
            var shard = SearchShard()
            while true {
                if waiting.isEmpty, next < order.count {
                    waiting = Self.entries(of: order[next].key, lists[order[next].term])[...]
                    next += 1
                }
                guard let term = waiting.first, !shard.ends(before: term) else { break }
                shard.append(waiting.removeFirst())
            }
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
