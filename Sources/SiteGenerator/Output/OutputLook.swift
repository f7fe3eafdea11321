import Foundation
import Synchronization

/// A look at the files of the last build, taken by other threads while the build reads and links: which of them stand as
/// they were left. They have time until the pages are made, and give way to whoever works for the build meanwhile.
final class OutputLook: Sendable {
    private let count: Int
    private let stands: @Sendable (Int) -> Bool
    private let next = Atomic(0)
    private let seen: Mutex<[Bool]>
    private let others = DispatchGroup()

    /// Files that one thread looks at in one go: few, because the build may have to wait for a thread that gave way.
    private static let part = 256

    /// Begins to look.
    /// - Parameters:
    ///   - count: how many files there are.
    ///   - stands: whether the file at a place does.
    ///   - threads: how many look at once, with the one that will ask.
    init(count: Int, threads: Int, stands: @escaping @Sendable (Int) -> Bool) {
        self.count = count
        self.stands = stands
        seen = Mutex(Array(repeating: false, count: count))
        for _ in 1..<max(1, threads) where count > 0 { lookAside() }
    }

    /// In a thread of its own: one that gave way once cannot take that back.
    private func lookAside() {
        others.enter()
        Thread {
            #if os(Linux)
                // Of a thread, there.
                setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10)
            #endif
            self.look()
            self.others.leave()
        }
        .start()
    }

    /// Which files stand, by their places: known when all were looked at, for which this thread looks too.
    var standing: [Bool] {
        look()
        others.wait()
        return seen.withLock { $0 }
    }

    private func look() {
        while case let begin = next.wrappingAdd(Self.part, ordering: .relaxed).oldValue, begin < count {
            let places = begin..<min(begin + Self.part, count)
            let part = places.map(stands)
            seen.withLock { $0.replaceSubrange(places, with: part) }
        }
    }
}
