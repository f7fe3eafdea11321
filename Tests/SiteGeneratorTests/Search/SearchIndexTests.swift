import Corpus
import Foundation
import Meetings
import Testing

@testable import SiteGenerator

@Suite struct SearchIndexTests {
    private func files(_ corpus: Corpus, threads: Int = 1) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        SearchIndex(corpus).forEachFile(of: corpus, threads: threads) { path, bytes in
            #expect(files[path] == nil, "\(path) twice")
            files[path] = bytes
        }
        return files
    }

    @Test func `an index without meetings has a directory and no shards`() throws {
        let files = files(Corpus(meetings: []))
        #expect(Array(files.keys) == ["search/index.json"])
        let text = String(decoding: try #require(files["search/index.json"]), as: UTF8.self)
        #expect(
            text == #"{"format":"rapporteur.search/4","meetings":0,"passages":0,"bodies":[],"years":[],"segments":[]}"#)
    }

    @Test func `the files are the same for any number of threads`() {
        let corpus = LakeCouncil.corpus(days: Array(1...28) + Array(1...28) + Array(1...28))
        let one = files(corpus)
        #expect(one == files(corpus, threads: 4))
        #expect(one.count > 85)
    }

    @Test func `a word leads to its passage with a weight`() throws {
        let corpus = Corpus(meetings: [
            LakeCouncil.meeting(
                number: 7, date: "2031-05-02",
                blocks: [
                    LakeCouncil.statement("ilmar", "Gunnar Ellisiv", of: "Ilmar", says: ["Ice on the lake."]),
                    LakeCouncil.statement(
                        "corvane", nil, of: "Corvane", says: ["Ilmar had seen the ice, ice, ice, ice."]),
                ])
        ])
        let index = ReadIndex(files(corpus))
        let meeting = try #require(MeetingNumbers(corpus).numbers.first)
        #expect(index.places("ice") == [[meeting, 0, 2], [meeting, 1, 2]])
        #expect(index.places("ilmar") == [[meeting, 0, 3], [meeting, 1, 2]])
        #expect(index.places("speaker=gunnar-ellisiv") == [[meeting, 0, 0]])
        #expect(index.places("delegation:corvane") == [[meeting, 1, 0]])
        #expect(index.meetings("body:lake") == [meeting])
        #expect(index.meetings("body=lake-council") == [meeting])
        #expect(index.places("snow") == nil)
    }

    @Test(arguments: [(1, 600, 0), (1, 150, 1), (1, 10, 2), (3, 150, 2), (40, 3_000, 2)])
    func `a word weighs more the oftener it stands in a shorter text`(count: Int, length: Int, weight: UInt8) {
        #expect(MeetingTerms.weight(count: count, length: length).rawValue == weight)
    }

    @Test func `the texts of an answer lie where its number says`() throws {
        let corpus = LakeCouncil.corpus(days: [3])
        let number = try #require(MeetingNumbers(corpus).numbers.first)
        let path = "search/texts/\(MeetingNumbers.path(of: number))-0.json"
        let json = String(decoding: try #require(files(corpus)[path]), as: UTF8.self)
        #expect(json.contains(#""page":"meetings/\#(corpus.meetings[0].id)/""#))
        #expect(json.contains(#"{"anchor":"corvane","delegation":"Corvane","speaker":null,"role":null,"#))
    }

    @Test func `a statement of any length is parted into passages of a page or two`() throws {
        let long = (0..<50_000).map { "word\($0 % 300)" }.joined(separator: " ")
        let endless = String(repeating: "é", count: 20_000)
        let corpus = Corpus(meetings: [
            LakeCouncil.meeting(
                number: 1, date: nil,
                blocks: [LakeCouncil.statement("ilmar", "Gunnar Ellisiv", of: "Ilmar", says: [long, endless])])
        ])
        let passages = SearchPassage.all(of: corpus.meetingRefs[0], in: corpus)
        #expect(passages.count > 50)
        #expect(passages.allSatisfy { $0.size <= SearchPassage.longest })
        #expect(passages.allSatisfy { $0.anchor == "ilmar" })
        #expect(passages.flatMap(\.paragraphs).joined(separator: " ").contains("word299 word0"))
        #expect(passages.flatMap(\.paragraphs).joined().unicodeScalars.count { $0 == "é" } == 20_000)
    }

    @Test func `a meeting that is added leaves the texts of the others alone`() {
        let before = files(LakeCouncil.corpus(days: [1, 2, 4]))
        let after = files(LakeCouncil.corpus(days: [1, 2, 4, 9]))
        for (path, bytes) in before where path.hasPrefix("search/texts/") { #expect(after[path] == bytes, "\(path)") }
    }

    @Test func `meetings fill segments from the oldest on, and never more than three`() {
        #expect(SearchSegment.all(of: 0).isEmpty)
        #expect(SearchSegment.all(of: 31) == [SearchSegment(name: "latest", meetings: 0..<31)])
        #expect(
            SearchSegment.all(of: 10_000) == [
                SearchSegment(name: "settled", meetings: 0..<9_216),
                SearchSegment(name: "recent", meetings: 9_216..<9_984),
                SearchSegment(name: "latest", meetings: 9_984..<10_000),
            ])
        #expect(SearchSegment.all(of: 2_048) == [SearchSegment(name: "settled", meetings: 0..<2_048)])
    }

    @Test func `a new meeting changes the shards of the latest segment alone`() {
        let before = files(manyWords(days: Array(1...40)))
        let after = files(manyWords(days: Array(1...41)))
        let changed = after.filter { before[$0.key] != $0.value }.keys
        #expect(before.keys.contains { $0.hasPrefix("search/words/recent/") })
        #expect(changed.contains { $0.hasPrefix("search/words/latest/") })
        #expect(!changed.contains { $0.hasPrefix("search/words/recent/") })
        #expect(Set(before.keys).subtracting(after.keys).allSatisfy { $0.hasPrefix("search/words/latest/") })
    }

    @Test func `a word is found in every segment`() throws {
        let corpus = manyWords(days: Array(1...40))
        let index = ReadIndex(files(corpus))
        #expect(Set(index.segments.keys) == ["recent", "latest"])
        let places = try #require(index.places("speaker=gunnar-ellisiv"))
        #expect(places.map { $0[0] } == MeetingNumbers(corpus).numbers.sorted())
    }

    @Test func `shards end at terms that stay borders when terms are added`() throws {
        let few = ReadIndex(files(manyWords(days: Array(1...20))))
        let more = ReadIndex(files(manyWords(days: Array(1...21))))
        let borders = try #require(few.segments["latest"])
        #expect(borders.count > 3)
        let kept = Set(borders).intersection(try #require(more.segments["latest"]))
        #expect(kept.count * 10 >= borders.count * 6, "\(kept.count) of \(borders.count)")
    }

    @Test func `a register names some dozens of shards, and the directory only registers`() {
        let shards = (0..<9_973).map { "w\($0)" }.sorted().map(shard)
        let registers = SearchRegister.all(of: shards)
        #expect(registers.flatMap(\.shards) == shards)
        #expect(
            registers.dropLast().allSatisfy { (SearchRegister.smallest...SearchRegister.largest) ~= $0.shards.count })
        #expect(registers.count > 80)
        #expect(SearchRegister.all(of: []).isEmpty)
    }

    @Test func `registers end at shards that stay their borders when shards are added`() {
        let shards = (1..<10_000).map { shard("w\($0)") }
        let before = Set(SearchRegister.all(of: shards).map(\.bytes))
        let after = Set(SearchRegister.all(of: [shard("added")] + shards).map(\.bytes))
        #expect(
            after.subtracting(before).count * 10 <= after.count, "\(after.subtracting(before).count) of \(after.count)")
    }

    private func shard(_ term: String) -> SearchRegister.Shard { .init(firstKey: Array(term.utf8), size: 1) }

    @Test func `a facet of very many statements is parted by meetings, and whole again when read together`() throws {
        let meetings = (0..<6_000).map { 200_000 + $0 * 3 }
        var (statements, aboutMeetings) = (PostingList(), PostingList())
        for meeting in meetings {
            statements.append(meeting: meeting, places: (0..<3).map { .init(passage: $0, weight: .slight) })
            aboutMeetings.append(meeting: meeting, places: [])
        }
        for list in [statements, aboutMeetings] {
            let parts = list.parts(of: 1_000)
            #expect(parts.count >= 6 && parts.allSatisfy { $0.list.bytes.count < 1_010 })
            #expect(parts.flatMap { $0.list.unpacked().map(\.meeting) } == meetings)
            #expect(parts.allSatisfy { $0.meeting == $0.list.unpacked().first?.meeting })
            #expect(parts.reduce(0) { $0 + $1.list.count } == list.count)
        }
        let keys = ["delegation:aa", "delegation:aa-b", "delegation:aab"].map { Array($0.utf8) }
        let part = SearchShard.key(of: keys[0], from: 512_345)
        #expect(String(decoding: part, as: UTF8.self) == "delegation:aa,00512345")
        #expect(keys[0].lexicographicallyPrecedes(part) && part.lexicographicallyPrecedes(keys[1]))
    }

    @Test func `no shard is larger than its limit unless a single term is`() {
        for (path, bytes) in files(manyWords(days: Array(1...20))) where path.hasPrefix("search/words/") {
            #expect(bytes.count <= SearchShard.largest + 64, "\(path)")
        }
    }

    @Test func `a shard is named by its first term in letters every file system has`() {
        #expect(SearchShard.name(of: Array("speaker:méi".utf8)) == "speaker_3am_c3_a9i")
        #expect(SearchShard.name(of: Array("delegation=cote-d-ivoire".utf8)) == "delegation_3dcote-d-ivoire")
    }

    private func manyWords(days: [Int]) -> Corpus {
        Corpus(
            meetings: days.map { day in
                let text = (0..<800).map { "w\(($0 * 7919 + day * 104_729) % 9973)" }.joined(separator: " ")
                return LakeCouncil.meeting(
                    number: day, date: "2031-0\(5 + day / 28)-" + (day % 28 < 9 ? "0" : "") + String(day % 28 + 1),
                    blocks: [LakeCouncil.statement("ilmar", "Gunnar Ellisiv", of: "Ilmar", says: [text])])
            })
    }
}
