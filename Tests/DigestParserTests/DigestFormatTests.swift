import Diagnostics
import Foundation
import Meetings
import Testing

@testable import DigestParser

/// The examples of `Documentation/DigestFormat.md`: each digest, and what the page says is read from it.
@Suite struct DigestFormatTests {
    struct Example: CustomTestStringConvertible, Sendable {
        var line: Int
        var digest: String
        var json: String
        var testDescription: String { "line \(line)" }
    }

    static let examples: [Example] = {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Documentation/DigestFormat.md")
        let text = FileManager.default.contents(atPath: page.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        var examples: [Example] = []
        var fence: (kind: String, line: Int, lines: [Substring])?
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let open = fence, line == "```" {
                let body = open.lines.joined(separator: "\n")
                if open.kind == "digest" {
                    examples.append(Example(line: open.line, digest: body, json: ""))
                } else if open.kind == "json", let last = examples.indices.last, examples[last].json.isEmpty {
                    examples[last].json = body
                }
                fence = nil
            } else if fence != nil {
                fence?.lines.append(line)
            } else if line.hasPrefix("```") {
                fence = (String(line.dropFirst(3)), number + 1, [])
            }
        }
        return examples
    }()

    @Test func `the page has examples, and each says what is read`() {
        #expect(!Self.examples.isEmpty)
        #expect(Self.examples.allSatisfy { !$0.json.isEmpty })
    }

    @Test(arguments: examples)
    func `what the page says is what is read`(example: Example) throws {
        let source = try SourceText(file: "digest.txt", bytes: Array(example.digest.utf8))
        let meeting = DigestParser().parse(source, sha256: "")
        let document = try JSONSerialization.jsonObject(with: Data(MeetingJSON.document(meeting)))
        var read = try #require(document as? [String: Any])
        read["references"] = Self.references(in: read["blocks"] as Any)
        let said = try JSONSerialization.jsonObject(with: Data(example.json.utf8))
        for difference in Self.differences(said, read, at: "$") { Issue.record("\(difference)") }
    }

    /// All references of the blocks, in order.
    private static func references(in node: Any) -> [Any] {
        if let list = node as? [Any] { return list.flatMap(references) }
        guard let object = node as? [String: Any] else { return [] }
        return (object["references"] as? [Any] ?? []) + (object["paragraphs"].map(references) ?? [])
    }

    /// Where what is said is not what is read. An object says only some members; a list says all its elements.
    private static func differences(_ said: Any, _ read: Any?, at path: String) -> [String] {
        if let said = said as? [String: Any] {
            guard let read = read as? [String: Any] else { return ["\(path) is no object"] }
            return said.keys.sorted().flatMap { differences(said[$0] as Any, read[$0], at: "\(path).\($0)") }
        }
        if let said = said as? [Any] {
            guard let read = read as? [Any], read.count == said.count else {
                return ["\(path) has \((read as? [Any])?.count ?? 0) elements, not \(said.count): \(read ?? "nothing")"]
            }
            return zip(said, read).enumerated().flatMap { differences($1.0, $1.1, at: "\(path)[\($0)]") }
        }
        let isSame = (said as? NSObject) == (read as? NSObject)
        return isSame ? [] : ["\(path) is \(read ?? "missing"), not \(said)"]
    }
}
