import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct BuildLedgerTests {
    private let folder: TemporaryFolder
    private let bytes: [UInt8]

    init() throws {
        folder = try EditedSite(seed: 1).copy()
        _ = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
        bytes = Array(try Data(contentsOf: URL(filePath: folder["_site/.rapporteur/ledger"])))
    }

    @Test func `what is written comes out again`() throws {
        let ledger = try #require(BuildLedger(bytes: bytes))
        #expect(ledger.bytes == bytes)
        #expect(ledger.products.count > 10 && !ledger.wording.isEmpty)
    }

    @Test func `no bytes make the reader trap, not even with a good seal`() throws {
        for place in stride(from: 30, to: bytes.count - 8, by: max(1, bytes.count / 3000)) {
            for byte in [0xFF, 0x7F, 0] as [UInt8] {
                var writer = PackedWriter()
                writer.append(bytes[..<place])
                writer.append([byte])
                writer.append(bytes[(place + 1)..<(bytes.count - 8)])
                _ = BuildLedger(bytes: writer.sealed().bytes)
            }
            #expect(BuildLedger(bytes: Array(bytes[..<place])) == nil)
        }
    }
}
