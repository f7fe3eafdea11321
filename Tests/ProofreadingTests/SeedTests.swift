import Diagnostics
import DigestParser
import Foundation
import Testing

@testable import Proofreading

/// Texts that lie beside the repository on the maintainers’ machines; tests that need them skip without.
private enum Neighbours {
    static func files(_ folder: String) -> [URL] {
        let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
            .standardizedFileURL
        let found =
            FileManager.default.enumerator(atPath: shared.appending(path: folder).path)?.allObjects as? [String] ?? []
        return found.filter { $0.hasSuffix(".txt") }.sorted().map { shared.appending(path: folder + "/" + $0) }
    }

    static func slips(in file: URL) throws -> [Diagnostic] {
        let source = try SourceText(file: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
        return Proofreader().slips(in: DigestParser().parse(source, sha256: ""), of: source)
    }
}

@Suite(.enabled(if: Neighbours.files("seeds").count == 2, "the seed documents are not beside the repository"))
struct SeedTests {
    /// What a careful reader finds, by rule; each of them was read and is right.
    @Test func `the slips of the seeds are found`() throws {
        let found = try Neighbours.files("seeds").map { file in
            Dictionary(grouping: try Neighbours.slips(in: file), by: \.id).mapValues(\.count)
        }
        #expect(
            found[0] == [
                "abbreviation-case": 2, "as-well": 1, "attribution-comma": 1, "body-case": 1, "compound-hyphen": 3,
                "contraction": 1, "dash": 1, "double-space": 4, "much-for-must": 1, "name-case": 2, "sentence-space": 2,
                "title-order": 1, "title-preposition": 1,
                "group-name": 2, "list-comma": 1, "misplaced-comma": 1, "missing-date": 1, "name-spelling": 1,
                "opener-comma": 1,
                "pronoun-conflict": 2, "repeated-opening": 1, "time-mark": 1, "title-spelling": 1, "word-spelling": 2,
            ])
        #expect(
            found[1] == [
                "double-space": 1, "sentence-space": 1, "split-prefix": 1, "title-order": 1, "missing-date": 1,
                "modal-participle": 1, "name-to-come": 22, "repeated-opening": 1,
                "statement-to-come": 1, "unresolved-pronoun": 7, "word-spelling": 4,
            ])
    }
}

@Suite(.enabled(if: Neighbours.files("corpus/texts").count == 19, "the other releases are not beside the repository"))
struct OtherReleaseTests {
    @Test func `releases that went through an editor's hands have few slips`() throws {
        let found = try Neighbours.files("corpus/texts").flatMap(Neighbours.slips).filter { $0.id != "missing-date" }
        #expect(found.count <= 25, "\(found.map { ($0.file ?? "", $0.id, $0.message) })")
    }
}
