import Dispatch
import Synchronization

/// A look at the files of the last build, taken by other threads while the build reads and links: which of them stand as
/// they were left.
final class OutputLook: Sendable {
    private let count: Int
    private let stands: @Sendable (Int) -> Bool
    private let next = Atomic(0)
    private let seen: Mutex<[Bool]>
    private let others = DispatchGroup()

    /// Files that one thread looks at in one go.
    private static let part = 2048

    /// Begins to look.
    /// - Parameters:
    ///   - count: how many files there are.
    ///   - stands: whether the file at a place does.
    ///   - threads: how many look at once, with the one that will ask.
    init(count: Int, threads: Int, stands: @escaping @Sendable (Int) -> Bool) {
        self.count = count
        self.stands = stands
        seen = Mutex(Array(repeating: false, count: count))
        for _ in 1..<max(1, threads) where count > 0 { DispatchQueue.global().async(group: others) { self.look() } }
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
