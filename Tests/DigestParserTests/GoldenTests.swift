import Diagnostics
import DigestParser
import Foundation
import Meetings
import Testing

/// Small digests in `Texts`, named by feature and number, and beside each (`.read`) what is read from it: the dump of
/// `rapporteur parse --verbose` and its diagnostics.
///
/// A change in reading shows here as a difference in words. Once it is judged right:
///
///     RECORD=1 swift test --filter GoldenTests
@Suite struct GoldenTests {
    struct Text: CustomTestStringConvertible, Sendable {
        var file: URL
        var testDescription: String { file.lastPathComponent }
        var dump: URL { file.appendingPathExtension("read") }
    }

    static let texts = FoundTests.files(in: "Texts").filter { $0.pathExtension != "read" }.map(Text.init)
    static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    @Test(arguments: texts)
    func `a text is read as recorded`(text: Text) throws {
        let read = try Self.dump(of: text.file)
        if Self.isRecording { try Data(read.utf8).write(to: text.dump) }
        let recorded = String(decoding: try Data(contentsOf: text.dump), as: UTF8.self)
        let lines = read.split(separator: "\n", omittingEmptySubsequences: false)
        let difference = lines.difference(from: recorded.split(separator: "\n", omittingEmptySubsequences: false))
        for change in difference {
            switch change {
            case .insert(let line, let words, _): Issue.record("\(text.testDescription):\(line + 1): read \(words)")
            case .remove(let line, let words, _):
                Issue.record("\(text.testDescription):\(line + 1): no longer \(words)")
            }
        }
    }

    @Test func `every dump has its text`() {
        let dumps = FoundTests.files(in: "Texts").filter { $0.pathExtension == "read" }
        #expect(Set(dumps) == Set(Self.texts.map(\.dump)))
        #expect(Self.texts.count > 20)
    }

    @Test(arguments: texts)
    func `a text keeps what is promised`(text: Text) throws {
        #expect(ReadingPromises.broken(by: Array(try Data(contentsOf: text.file))) == [])
    }

    private static func dump(of file: URL) throws -> String {
        let source = try SourceText(file: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
        let meeting = DigestParser().parse(source, sha256: "")
        let told = meeting.diagnostics.map { diagnostic in
            let lines = diagnostic.lines.map { "\($0.lowerBound)" } ?? "–"
            return "\(lines) \(diagnostic.severity.rawValue) \(diagnostic.id): \(diagnostic.message)\n"
        }
        return MeetingText(meeting, isDetailed: true).text + told.joined()
    }
}
