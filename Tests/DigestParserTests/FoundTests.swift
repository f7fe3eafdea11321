import Foundation
import Testing

/// Inputs that once broke a promise of the parser, cut down and kept: what the fuzzer (`Tests/Fuzz`) found, and the fixtures
/// it sets out from.
@Suite struct FoundTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static func files(in name: String) -> [URL] {
        let found = FileManager.default.enumerator(at: folder.appending(path: name), includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
    }

    @Test(arguments: files(in: "Found"))
    func `what once broke a promise keeps all of them`(file: URL) throws {
        #expect(ReadingPromises.broken(by: Array(try Data(contentsOf: file))) == [])
    }

}
