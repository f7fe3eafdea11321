import Testing

@testable import SiteGenerator

@Suite struct AlignmentTests {
    private func places(_ old: [UInt64], _ new: [UInt64]) -> [Int32] { Alignment(of: old, with: new).places }

    @Test(
        arguments: [
            ([1, 2, 3], [1, 2, 3], [0, 1, 2]), ([1, 2, 3], [0, 1, 2, 3], [1, 2, 3]), ([1, 2, 3], [1, 3], [0, -1, 1]),
            ([1, 2, 3], [3, 1, 2], [1, 2, 0]), ([1, 2], [], [-1, -1]), ([], [1], []),
        ] as [([UInt64], [UInt64], [Int32])])
    func `an element is found where it stands now`(old: [UInt64], new: [UInt64], expected: [Int32]) {
        #expect(places(old, new) == expected)
    }

    @Test(arguments: 0..<20) func `what comes, goes and moves is found in any number`(seed: UInt64) {
        var random = SeededEdits(seed)
        let old = Array(UInt64(0)..<3000)
        var new = old.filter { _ in random.below(10) > 0 }
        for round in 1...5 {
            let come = (0..<UInt64(random.below(600))).map { UInt64(round) * 10_000 + $0 }
            new.insert(contentsOf: come, at: random.below(new.count))
            let part = new[..<random.below(400)]
            new.removeFirst(part.count)
            new.insert(contentsOf: part, at: random.below(new.count))
        }
        let now = Dictionary(uniqueKeysWithValues: zip(new, new.indices.map { Int32($0) }))
        #expect(places(old, new) == old.map { now[$0] ?? -1 })
    }
}
