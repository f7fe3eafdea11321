import Diagnostics
import DigestParser
import Foundation
import Meetings
import Synchronization
import Testing

@testable import Corpus

/// Linking without words: what a build does that has the words elsewhere.
@Suite struct MeasuredMeetingTests {
    /// A meeting as it comes back from a store, whose text nobody may ask for.
    private func withoutWords(_ meeting: Meeting) throws -> MeasuredMeeting {
        try #require(
            kept([meeting]) { source in
                Issue.record("linking asked for the words of \(source.file)")
                return meeting
            }.first)
    }

    /// Meetings as they come back from one file of a store.
    private func kept(_ meetings: [Meeting], fetch: @escaping Corpus.Fetch) throws -> [MeasuredMeeting] {
        var (writer, shared) = (PackedWriter(), SharedLexicon())
        for meeting in meetings { MeasuredMeeting(meeting).writeSkeleton(to: &writer, &shared) }
        var (file, words) = (PackedWriter(), PackedReader(writer.bytes))
        shared.lexicon.write(to: &file)
        var reader = PackedReader(file.bytes)
        let lexicon = try Lexicon(&reader)
        #expect(reader.isAtEnd)
        let again = try meetings.map { _ in try MeasuredMeeting(&words, in: lexicon, fetch: fetch) }
        #expect(words.isAtEnd)
        return again
    }

    private func expectSame(_ meetings: [Meeting], officialTexts: [OfficialText] = []) throws {
        let registry = try Registry(
            file: "people.json",
            bytes: Array(#"{"people": [{"name": "Ana Berg", "otherNames": ["Ana Bergh"]}]}"#.utf8))
        let whole = Corpus(meetings: meetings, registry: registry, officialTexts: officialTexts)
        let together = try kept(meetings.reversed()) { source in
            Issue.record("linking asked for the words of \(source.file)")
            return meetings[0]
        }
        // Each with a lexicon of its own, or all with one.
        for bare in [try meetings.map(withoutWords), together] {
            let linked = Corpus(bare, registry: registry, officialTexts: officialTexts, threads: 2)
            #expect(PackedCorpusTests.packed(linked) == PackedCorpusTests.packed(whole))
            #expect(CorpusMarks(linked).all == CorpusMarks(whole).all)
        }
    }

    @Test func `linking reads no word of a paragraph`() throws {
        try expectSame(PackedCorpusTests.meetings)
        try expectSame(PackedCorpusTests.meetings, officialTexts: [PackedCorpusTests.official])
    }

    @Test func `a lexicon has nothing of meetings that are gone`() throws {
        func file(_ meetings: [MeasuredMeeting]) -> [UInt8] {
            var (writer, shared) = (PackedWriter(), SharedLexicon())
            for meeting in meetings { meeting.writeSkeleton(to: &writer, &shared) }
            shared.lexicon.write(to: &writer)
            return writer.bytes
        }
        let all = MeasuredMeeting.sharing(PackedCorpusTests.meetings.map(MeasuredMeeting.init))
        #expect(all.count > 1)
        for (kept, meeting) in zip(all, PackedCorpusTests.meetings) {
            #expect(file([kept]) == file([MeasuredMeeting(meeting)]))
        }
    }

    @Test func `a meeting that only its summary names keeps that name`() throws {
        var meeting = MeetingBuilder("c.txt", body: nil).meeting
        meeting.blocks.insert(
            Block(
                lines: 1...1,
                content: .summary(Summary(paragraphs: [Paragraph(lines: 1...1, text: "Ice melts.")], attributions: []))),
            at: 0)
        try expectSame([meeting])
        #expect(try Corpus([withoutWords(meeting)]).meetings[0].outline.opening == "Ice melts.")
    }

    @Test func `the words are fetched once, when somebody asks`() throws {
        let meeting = PackedCorpusTests.meetings[0]
        var (writer, shared) = (PackedWriter(), SharedLexicon())
        MeasuredMeeting(meeting).writeSkeleton(to: &writer, &shared)
        shared.lexicon.write(to: &writer)
        #expect(!String(decoding: writer.bytes, as: UTF8.self).contains("The ice is thin."))
        let fetched = Mutex([Meeting.Source]())
        let again = try #require(
            kept([meeting]) { source in
                fetched.withLock { $0.append(source) }
                return meeting
            }.first)
        #expect(fetched.withLock { $0.isEmpty })
        for _ in 0..<2 { #expect(again.meeting == meeting) }
        #expect(fetched.withLock { $0 } == [meeting.source])
    }

    /// The releases that the genre was studied on, where they are.
    private static let texts = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/corpus/texts").standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: texts.path), "the studied releases are not here"))
    func `real releases are linked the same without their words`() throws {
        let files = (FileManager.default.enumerator(atPath: Self.texts.path)?.compactMap { $0 as? String } ?? [])
            .sorted()
        let parser = DigestParser()
        let meetings = try files.filter { $0.hasSuffix(".txt") }.prefix(150).map { file in
            let data = try Data(contentsOf: Self.texts.appending(path: file))
            return parser.parse(try SourceText(file: file, bytes: Array(data)), sha256: "")
        }
        #expect(!meetings.isEmpty)
        try expectSame(meetings)
    }
}
