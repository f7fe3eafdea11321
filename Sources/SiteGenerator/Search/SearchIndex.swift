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

    /// The meetings of a segment in parts.
    func batches(of segment: SearchSegment) -> [SearchBatch] {
        SearchBatch.all(of: segment, order.map { numbers[$0.index] })
    }

    /// A mark of which meetings a batch has, and under which numbers.
    func mark(of batch: SearchBatch, in corpus: Corpus) -> UInt64 {
        var print = Fingerprint()
        print.add(Array(order[batch.meetings])) { print, meeting in
            print.add(corpus.outline(of: meeting).id)
            print.add(numbers[meeting.index])
        }
        return print.mark
    }

    /// Collects the terms of a batch, and calls `write` with each file of its texts.
    func terms(of batch: SearchBatch, in corpus: Corpus, _ write: (PageMaker.File) -> Void = { _ in }) -> SearchTerms {
        var terms = SearchTerms()
        for meeting in order[batch.meetings] {
            let number = numbers[meeting.index]
            let passages = SearchPassage.all(of: meeting, in: corpus)
            let texts = SearchTexts(passages)
            let path = Self.folder + "texts/" + MeetingNumbers.path(of: number)
            for (index, file) in texts.files.enumerated() {
                write(.init(path: "\(path)-\(index).json", bytes: SearchTextFile(file, of: meeting, in: corpus).bytes))
            }
            terms.add(MeetingTerms(meeting, texts: texts, corpus: corpus), of: number, passages: passages.count)
        }
        return terms
    }

    /// Calls `body` with the path of each file, from the site's root, and its bytes.
    package func forEachFile(of corpus: Corpus, threads: Int, _ body: (String, [UInt8]) -> Void) {
        let summaries = segments.map { segment in
            let terms = terms(of: segment, in: corpus, threads: threads, body)
            return files(of: segment, terms, threads: threads) { body($0.path, $0.bytes) }
        }
        let directory = directory(summaries, of: corpus)
        body(directory.path, directory.bytes)
    }

    /// The terms of a segment, put together from those of its batches.
    private func terms(
        of segment: SearchSegment, in corpus: Corpus, threads: Int, _ body: (String, [UInt8]) -> Void
    ) -> SearchTerms {
        var terms = SearchTerms()
        for some in batches(of: segment).parts(of: 16) {
            let parts = ParallelMap(threads: threads).map(Array(some)) { batch in
                var files: [PageMaker.File] = []
                let terms = self.terms(of: batch, in: corpus) { files.append($0) }
                return (terms: terms, files: files)
            }
            for part in parts {
                terms.add(part.terms)
                for file in part.files { body(file.path, file.bytes) }
            }
        }
        return terms
    }

    /// Calls `write` with each file of a segment's terms.
    func files(
        of segment: SearchSegment, _ terms: SearchTerms, threads: Int, _ write: (PageMaker.File) -> Void
    ) -> Summary {
        let folder = "\(Self.folder)words/\(segment.name)/"
        var shards: [SearchRegister.Shard] = []
        for shard in terms.shards(threads: threads) {
            let bytes = shard.bytes
            shards.append(.init(firstKey: shard.firstKey, size: bytes.count))
            write(.init(path: folder + SearchShard.name(of: shard.firstKey) + ".bin", bytes: bytes))
        }
        let registers = SearchRegister.all(of: shards)
        for register in registers {
            write(.init(path: folder + SearchShard.name(of: register.firstKey) + ".json", bytes: register.bytes))
        }
        return Summary(
            passages: terms.passages, registers: registers.map { String(decoding: $0.firstKey, as: UTF8.self) })
    }

    /// - Parameter summaries: of the segments, in their order.
    func directory(_ summaries: [Summary], of corpus: Corpus) -> PageMaker.File {
        let meetings = corpus.meetingRows.map(\.heading.outline)
        var json = JSONWriter()
        json.object { json in
            json.member("format", Self.format)
            json.member("meetings", meetings.count)
            json.member("passages", summaries.reduce(0) { $0 + $1.passages })
            json.member("bodies", Set(meetings.compactMap(\.body)).sorted())
            json.array("years", Set(meetings.compactMap(\.year)).sorted()) { json, year in json.value(year) }
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
