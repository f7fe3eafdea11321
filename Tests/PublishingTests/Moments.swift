import Foundation

/// The moments at which a test breaks a publish off: a few of them drawn by chance in the daily run, every one in
/// `make publish-test`.
enum Moments {
    private static let environment = ProcessInfo.processInfo.environment

    /// `PUBLISH_TEST=thorough` tries every moment, and kills more often.
    static let isThorough = environment["PUBLISH_TEST"] == "thorough"

    /// Printed once; `PUBLISH_SEED` brings the same moments back.
    static let seed: UInt64 = {
        let seed = environment["PUBLISH_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64(UInt32.max))
        print("Publishing is broken off at moments drawn by PUBLISH_SEED=\(seed)")
        return seed
    }()

    /// Some of the calls 0, 1, … below a number, in order.
    static func calls(_ count: Int, below total: Int, using random: inout SeededGenerator) -> [Int] {
        if isThorough || total <= count { return Array(0..<total) }
        // One of each stretch, so that no part of a publish is left out.
        return (0..<count).map { part in
            Int.random(in: (part * total / count)..<((part + 1) * total / count), using: &random)
        }
    }

    static func calls(_ count: Int, below total: Int) -> [Int] {
        var random = generator()
        return calls(count, below: total, using: &random)
    }

    static func generator() -> SeededGenerator { SeededGenerator(seed: seed) }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
