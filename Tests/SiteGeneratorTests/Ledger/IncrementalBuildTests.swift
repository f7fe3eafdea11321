import Foundation
import Testing

@testable import SiteGenerator

@Suite struct IncrementalBuildTests {
    /// `SEQUENCES=1000` tries more; `SEED=…` repeats one that failed.
    private static var seeds: [UInt64] {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["SEED"].flatMap(UInt64.init) { return [seed] }
        return Array(1...(environment["SEQUENCES"].flatMap(UInt64.init) ?? 24))
    }

    @Test(arguments: seeds)
    func `after any edits a build makes what a first build would make, byte for byte`(seed: UInt64) throws {
        var site = try EditedSite(seed: seed)
        _ = try site.build()
        for _ in 0..<4 {
            try site.edit()
            _ = try site.build(threads: 2)
        }
        let (built, clean) = (try site.folder.tree("_site"), try site.clean())
        let different = Set(built.keys).union(clean.keys).filter { built[$0] != clean[$0] }.sorted()
        #expect(different.isEmpty, "SEED=\(seed): \(different.prefix(5)) after \(site.history)")
    }
}
