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
        var writer = PackedWriter()
        MeasuredMeeting(meeting).writeSkeleton(to: &writer)
        var reader = PackedReader(writer.bytes)
        let again = try MeasuredMeeting(&reader) { source in
            Issue.record("linking asked for the words of \(source.file)")
            return meeting
        }
        #expect(reader.isAtEnd)
        return again
    }

    private func expectSame(_ meetings: [Meeting], officialTexts: [OfficialText] = []) throws {
        let registry = try Registry(
            file: "people.json",
            bytes: Array(#"{"people": [{"name": "Ana Berg", "otherNames": ["Ana Bergh"]}]}"#.utf8))
        let whole = Corpus(meetings: meetings, registry: registry, officialTexts: officialTexts)
        let bare = Corpus(try meetings.map(withoutWords), registry: registry, officialTexts: officialTexts, threads: 2)
        #expect(PackedCorpusTests.packed(bare) == PackedCorpusTests.packed(whole))
        #expect(CorpusMarks(bare).all == CorpusMarks(whole).all)
    }

    @Test func `linking reads no word of a paragraph`() throws {
        try expectSame(PackedCorpusTests.meetings)
        try expectSame(PackedCorpusTests.meetings, officialTexts: [PackedCorpusTests.official])
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
        var writer = PackedWriter()
        MeasuredMeeting(meeting).writeSkeleton(to: &writer)
        #expect(!String(decoding: writer.bytes, as: UTF8.self).contains("The ice is thin."))
        var reader = PackedReader(writer.bytes)
        let fetched = Mutex([Meeting.Source]())
        let again = try MeasuredMeeting(&reader) { source in
            fetched.withLock { $0.append(source) }
            return meeting
        }
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
