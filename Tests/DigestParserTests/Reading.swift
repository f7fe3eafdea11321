import Diagnostics
import Foundation
import Meetings

@testable import DigestParser

/// A digest read in a test, with the questions the tests ask of it.
struct Reading {
    let meeting: Meeting
    let source: SourceText

    init(_ text: String, file: String = "digest.txt") throws {
        source = try SourceText(file: file, bytes: Array(text.utf8))
        meeting = DigestParser().parse(source, sha256: "")
    }

    init(contentsOf url: URL) throws {
        source = try SourceText(file: url.lastPathComponent, bytes: Array(try Data(contentsOf: url)))
        meeting = DigestParser().parse(source, sha256: "")
    }

    var statements: [Statement] {
        meeting.blocks.compactMap { if case .statement(let statement) = $0.content { statement } else { nil } }
    }

    var headings: [String] {
        meeting.blocks.compactMap { if case .heading(let heading) = $0.content { heading.text } else { nil } }
    }

    var placeholders: [Placeholder] {
        meeting.blocks.compactMap { if case .placeholder(let placeholder) = $0.content { placeholder } else { nil } }
    }

    var attributions: [Summary.Attribution] {
        meeting.blocks.flatMap { block -> [Summary.Attribution] in
            if case .summary(let summary) = block.content { summary.attributions } else { [] }
        }
    }

    /// The kinds of the blocks in order, as the JSON contract names them.
    var kinds: [String] {
        meeting.blocks.map { block in
            switch block.content {
            case .header: "header"
            case .note: "note"
            case .summary: "summary"
            case .times: "times"
            case .heading: "heading"
            case .statement: "statement"
            case .narration: "narration"
            case .placeholder: "placeholder"
            case .fullText: "fulltext"
            case .footer: "footer"
            case .other: "other"
            }
        }
    }

    /// Lines that are not blank and lie in no block or in more than one.
    var strayLines: [Int] {
        var counts = [Int](repeating: 0, count: source.lines.count + 1)
        for block in meeting.blocks {
            for line in block.lines where counts.indices.contains(line) { counts[line] += 1 }
        }
        return (1..<counts.count).filter { line in
            let isBlank = source.text(ofLine: line).unicodeScalars.allSatisfy {
                $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || $0.value < 0x20
                    || $0.value == 0x7F
            }
            return isBlank ? counts[line] > 1 : counts[line] != 1
        }
    }
}

/// Texts that lie beside the repository on the maintainers’ machines; tests that need them skip without.
enum Neighbours {
    static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

    static func files(_ folder: String) -> [URL] {
        let found = FileManager.default.enumerator(
            at: shared.appending(path: folder), includingPropertiesForKeys: nil, options: .skipsSubdirectoryDescendants)
        let files = found?.compactMap { $0 as? URL } ?? []
        return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    }

    static let seeds = files("seeds")
}
