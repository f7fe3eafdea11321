import Diagnostics
import DigestParser
import Foundation
import Meetings
import Testing

@testable import Corpus

/// What is shown beside the paragraphs of real resolutions, against judgements made by reading.
struct RelatedWordingLabelTests {
    private static let shared = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared").standardizedFileURL
    private static let files = [
        "seeds/000_4e657cb8625ded00.txt", "seeds/001_28334f478042bf96.txt", "corpus/texts/sc12945.txt",
    ]
    static let areThere = files.allSatisfy { FileManager.default.fileExists(atPath: shared.appending(path: $0).path) }

    /// Resolution, paragraph, file and line of the statement's paragraph.
    private struct Pair: Hashable {
        let resolution: String
        let paragraph: String
        let file: String
        let line: Int
    }

    private func labels() throws -> [Pair: Bool] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "related-wording-labels.tsv")
        var labels: [Pair: Bool] = [:]
        for fields in DataFile.rows(try String(contentsOf: url, encoding: .utf8)) where fields.count == 5 {
            let line = try #require(Int(fields[3]))
            labels[Pair(resolution: fields[0], paragraph: fields[1], file: fields[2], line: line)] =
                fields[4] == "right"
        }
        return labels
    }

    /// For each paragraph that has any, the passages shown, best first.
    private func shown() throws -> [[Pair]] {
        let meetings = try Self.files.map { file in
            let data = try Data(contentsOf: Self.shared.appending(path: file))
            return DigestParser().parse(try SourceText(file: file, bytes: Array(data)), sha256: "")
        }
        let corpus = Corpus(meetings: meetings)
        return corpus.resolutionsWithText.flatMap { resolution in
            corpus.related(for: resolution).map { paragraph, related in
                related.map { found in
                    let statement = corpus.statement(found.turn)
                    return Pair(
                        resolution: corpus[resolution].id, paragraph: paragraph,
                        file: corpus[found.turn.meeting].meeting.source.file,
                        line: statement.paragraphs[found.paragraph].lines.lowerBound)
                }
            }
        }
    }

    @Test(.enabled(if: areThere, "the real digests are not here"))
    func `three of five passages shown are right, paragraph by paragraph and in all`() throws {
        let labels = try labels()
        let shown = try shown()
        // What nobody has judged counts as wrong.
        let unknown = shown.joined().filter { labels[$0] == nil }
        #expect(unknown.isEmpty, "to be judged: \(unknown)")
        let rates = shown.map { pairs in Double(pairs.count { labels[$0] == true }) / Double(pairs.count) }
        let right = shown.joined().count { labels[$0] == true }
        #expect(rates.reduce(0, +) / Double(rates.count) >= 0.75, "\(right) of \(shown.joined().count)")
        #expect(Double(right) / Double(shown.joined().count) >= 0.8, "\(right) of \(shown.joined().count)")
        // And it is not precise by silence.
        #expect(Double(right) >= 0.8 * Double(labels.values.count { $0 }), "\(right)")
    }
}
