import Diagnostics
import Testing

@testable import Meetings

@Suite struct PackedMeetingTests {
    /// The sample, with all that it leaves at its default.
    private static var meeting: Meeting {
        var meeting = Meeting.sample
        for index in meeting.blocks.indices {
            guard case .statement(var statement) = meeting.blocks[index].content else { continue }
            statement.others = [.init(delegation: "Upper Group", name: "Ms. Osei", lines: 32...32)]
            meeting.blocks[index].content = .statement(statement)
        }
        meeting.blocks.append(
            Block(
                lines: 86...89,
                content: .summary(
                    Summary(
                        paragraphs: [],
                        attributions: [.init(delegation: nil, name: "Osei", lines: 86...86, listed: false)])
                )))
        return meeting
    }

    private func packed(_ meeting: Meeting) -> [UInt8] {
        var writer = PackedWriter(head: "test/1")
        meeting.write(to: &writer)
        return writer.sealed().bytes
    }

    private func unpacked(_ bytes: [UInt8]) throws(PackedReader.Damage) -> Meeting {
        var reader = try PackedReader(sealed: bytes, head: "test/1")
        let meeting = try Meeting(&reader)
        guard reader.isAtEnd else { throw PackedReader.Damage() }
        return meeting
    }

    @Test func `a meeting comes back from its bytes as it was`() throws {
        #expect(try unpacked(packed(Self.meeting)) == Self.meeting)
        let other = Meeting(
            source: .init(file: "noon.txt", lines: 1, sha256: ""), kind: .other(reason: "a noon briefing"))
        #expect(try unpacked(packed(other)) == other)
    }

    @Test func `bytes that were cut or changed are damage`() throws {
        let whole = packed(Self.meeting)
        for place in stride(from: 0, to: whole.count, by: 7) {
            var bytes = whole
            bytes[place] ^= 0x55
            #expect(throws: PackedReader.Damage.self) { try unpacked(bytes) }
            #expect(throws: PackedReader.Damage.self) { try unpacked(Array(whole[..<place])) }
        }
    }

    @Test func `no bytes make the reader trap, not even with a good seal`() throws {
        let whole = packed(Self.meeting)
        for place in 7..<whole.count - 8 {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var writer = PackedWriter()
                writer.append(whole[..<place])
                writer.append([value])
                writer.append(whole[(place + 1)..<(whole.count - 8)])
                do throws(PackedReader.Damage) { _ = try unpacked(writer.sealed().bytes) } catch {}
            }
        }
    }

    /// A property that is new must be thought of in the packed form too, else it is lost between two builds.
    @Test func `every property of the model is packed`() throws {
        let meeting = Self.meeting
        #expect(
            names(meeting) == [
                "source", "kind", "body", "session", "numbers", "timeMark", "symbol", "headline", "subheadlines",
                "date",
                "status", "times", "blocks", "votes", "decisions", "url", "replaces", "diagnostics",
            ])
        #expect(names(meeting.source) == ["file", "lines", "sha256"])
        #expect(names(meeting.date) == ["value", "certainty", "from"])
        #expect(names(try #require(meeting.times)) == ["began", "ended", "lines"])
        #expect(
            names(meeting.diagnostics[0]) == [
                "id", "severity", "file", "lines", "column", "length", "message", "suggestion",
            ])
        #expect(names(meeting.blocks[0]) == ["lines", "content"])
        for block in meeting.blocks {
            switch block.content {
            case .statement(let statement):
                #expect(
                    names(statement) == [
                        "id", "form", "speaker", "onBehalfOf", "alignedWith", "occasion", "paragraphs", "others",
                    ])
                #expect(
                    names(statement.speaker) == ["printed", "name", "honorific", "role", "delegation", "unnamed"])
                #expect(names(statement.others[0]) == ["delegation", "name", "lines"])
                for paragraph in statement.paragraphs {
                    #expect(names(paragraph) == ["lines", "text", "references"])
                    #expect(names(paragraph.references[0]) == ["kind", "target", "text", "start", "end"])
                }
            case .summary(let summary):
                #expect(names(summary) == ["paragraphs", "attributions"])
                #expect(names(summary.attributions[0]) == ["delegation", "name", "lines", "listed"])
            case .placeholder(let placeholder): #expect(names(placeholder) == ["id", "delegation", "text"])
            case .heading(let heading): #expect(names(heading) == ["text"])
            default: break
            }
        }
        #expect(
            names(meeting.votes[0]) == [
                "lines", "subject", "outcome", "favour", "against", "abstain", "names",
            ])
        #expect(names(meeting.votes[0].names) == ["favour", "against", "abstain"])
        #expect(names(meeting.decisions[0]) == ["kind", "symbol", "adopted", "lines", "fullText"])
        let text = try #require(meeting.decisions[0].fullText)
        #expect(names(text) == ["lines", "preamble", "operative", "annexes"])
        #expect(
            names(text.operative[0]) == [
                "number", "opening", "lines", "text", "references", "points", "heading", "continuation",
            ])
        #expect(names(text.operative[0].points[0]) == ["label", "lines", "text", "references", "points"])
        #expect(names(text.annexes[0]) == ["title", "lines", "paragraphs"])
    }

    private func names(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
}
