import Foundation
import Meetings
import Testing

@testable import DigestParser

/// Every line that is not blank a paragraph, as a copied page has them.
func paragraphs(_ text: String) -> [Paragraph] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
        let words = line.trimmingCharacters(in: .whitespaces)
        return words.isEmpty ? nil : Paragraph(lines: number + 1...number + 1, text: words)
    }
}

/// A decision as an outline: one line for each paragraph, its number, opening and labels.
func outline(_ text: FullText) -> String {
    func labels(_ points: [FullText.Point]) -> String {
        points.map { $0.label + ($0.points.isEmpty ? "" : "[" + labels($0.points) + "]") }.joined(separator: " ")
    }
    func line(_ part: String, _ clause: FullText.Clause) -> String {
        var parts = ["\(part) \(clause.number). \(clause.opening)"]
        if let heading = clause.heading { parts.append("<\(heading)>") }
        if !clause.points.isEmpty { parts.append(labels(clause.points)) }
        if !clause.continuation.isEmpty { parts.append("+\(clause.continuation.count)") }
        return parts.joined(separator: " ")
    }
    let annexes = text.annexes.map { "annex \($0.title) +\($0.paragraphs.count)" }
    return (text.preamble.map { line("pp", $0) } + text.operative.map { line("op", $0) } + annexes)
        .joined(separator: "\n")
}

enum Shared {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared").standardizedFileURL
    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: folder.appending(path: path).path).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

@Test(
    .enabled(if: Shared.isThere, "the shared reference texts are not on this machine"),
    arguments: [
        ("seeds/000_4e657cb8625ded00.txt", 14, 24, 0), ("corpus/texts/sc12945.txt", 10, 31, 2),
        ("corpus/texts/sc13404.txt", 4, 3, 0),
    ])
func `a real resolution has the paragraphs it prints`(path: String, preamble: Int, operative: Int, annexes: Int) throws
{
    let all = paragraphs(try #require(Shared.text(path)))
    let start = try #require(all.firstIndex { $0.text.hasSuffix("reads as follows:") })
    let (text, end) = try #require(FullTextReader.read(all, from: start + 1))
    #expect(text.preamble.map(\.number) == Array(1...preamble))
    #expect(text.operative.map(\.number) == Array(1...operative))
    #expect(text.annexes.count == annexes)
    #expect(all[end].text.hasPrefix("For information media"))
}
