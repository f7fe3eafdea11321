import Diagnostics
import Foundation
import Testing

@testable import Meetings

private let schemaFile = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Documentation/meeting.schema.json").standardizedFileURL

private func read(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
}

@Suite struct MeetingJSONTests {
    let sample: [String: Any]

    init() throws { sample = try read(MeetingJSON.document(.sample)) }

    @Test func `a meeting in which everything is said conforms to the published schema`() throws {
        #expect(try Schema(contentsOf: schemaFile).faults(in: sample) == [])
    }

    @Test func `a meeting in which nothing is said has the same keys, with null or nothing in them`() throws {
        let bare = try read(
            MeetingJSON.document(Meeting(source: .init(file: "x.txt", lines: 0, sha256: SHA256.hex(of: [])))))
        #expect(try Schema(contentsOf: schemaFile).faults(in: bare) == [])
        #expect(Set(bare.keys) == Set(sample.keys))
        for key in ["body", "number", "timeMark", "symbol", "headline", "times", "reason"] {
            #expect(bare[key] is NSNull, "\(key)")
        }
        for key in ["numbers", "subheadlines", "blocks", "votes", "decisions", "diagnostics"] {
            #expect((bare[key] as? [Any])?.isEmpty == true, "\(key)")
        }
    }

    @Test func `a text that is no meeting says why`() throws {
        var other = Meeting.sample
        other.kind = .other(reason: "it is a noon briefing")
        let object = try read(MeetingJSON.document(other))
        #expect(object["kind"] as? String == "other")
        #expect(object["reason"] as? String == "it is a noon briefing")
    }

    @Test func `number is the first of the meetings a release covers`() {
        #expect(sample["number"] as? Int == 41)
        #expect(sample["numbers"] as? [Int] == [41, 42])
    }

    @Test func `each block has its kind and its lines`() throws {
        let blocks = try #require(sample["blocks"] as? [[String: Any]])
        #expect(
            blocks.map { $0["kind"] as? String } == [
                "header", "note", "summary", "times", "heading", "statement", "statement", "narration", "placeholder",
                "fulltext", "other", "footer",
            ])
        #expect(blocks.allSatisfy { ($0["lines"] as? [Int])?.count == 2 })
        #expect(blocks[9]["decision"] as? Int == 0)
    }

    @Test func `the offsets of a reference cut its words out of the paragraph`() throws {
        let blocks = try #require(sample["blocks"] as? [[String: Any]])
        let paragraph = try #require((blocks[5]["paragraphs"] as? [[String: Any]])?.first)
        let reference = try #require((paragraph["references"] as? [[String: Any]])?.first)
        let text = Array(try #require(paragraph["text"] as? String).utf8)
        let start = try #require(reference["start"] as? Int)
        let end = try #require(reference["end"] as? Int)
        #expect(String(decoding: text[start..<end], as: UTF8.self) == reference["text"] as? String)
    }

    @Test func `points are nested as deep as the text has them`() throws {
        let fullText = (sample["decisions"] as? [[String: Any]])?.first?["fullText"] as? [String: Any]
        var points = (fullText?["operative"] as? [[String: Any]])?.first?["points"] as? [[String: Any]]
        var labels: [String] = []
        while let point = points?.first {
            labels.append(point["label"] as? String ?? "")
            points = point["points"] as? [[String: Any]]
        }
        #expect(labels == ["(a)", "(i)", "a.", "i."])
    }

    @Test func `a site adds members of its own and leaves the others as they are`() throws {
        var additions = MeetingJSON.Additions()
        additions.meeting = { json in json.member("id", "ars-41") }
        additions.statement = { json, statement in json.member("address", "#" + statement.id) }
        additions.reference = { json, _ in json.member("page", "../resolutions/9-2029/") }
        additions.decision = { json, _ in json.member("page", nil as String?) }
        var object = try read(MeetingJSON.document(.sample, adding: additions))
        #expect(object.removeValue(forKey: "id") as? String == "ars-41")
        #expect(Set(object.keys) == Set(sample.keys))
        let statement = try #require((object["blocks"] as? [[String: Any]])?[5])
        #expect(statement["address"] as? String == "#ostrava")
        let paragraph = try #require((statement["paragraphs"] as? [[String: Any]])?.first)
        let reference = try #require((paragraph["references"] as? [[String: Any]])?.first)
        #expect(reference["page"] as? String == "../resolutions/9-2029/")
        let decisions = try #require(object["decisions"] as? [[String: Any]])
        #expect(decisions.allSatisfy { $0["page"] is NSNull })
    }

    @Test func `both layouts say the same`() throws {
        let indented = try read(MeetingJSON.document(.sample, layout: .indented))
        #expect(NSDictionary(dictionary: indented) == NSDictionary(dictionary: sample))
    }

    @Test func `the schema notices a key that is missing, one that is new and a wrong value`() throws {
        let schema = try Schema(contentsOf: schemaFile)
        var object = sample
        object["votes"] = nil
        object["weather"] = "fair"
        object["status"] = "draft"
        #expect(schema.faults(in: object).count == 3)
    }
}
