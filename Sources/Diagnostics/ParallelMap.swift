import Dispatch
import Synchronization

/// The same work on every element of a list, by several threads, with the results in the order of the list.
package struct ParallelMap: Sendable {
    /// How many threads one map uses at most, at least one.
    package let threads: Int

    package init(threads: Int) { self.threads = max(1, threads) }

    /// This thread works too, and others as far as any are free: within the work of one map another one may begin.
    package func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        guard threads > 1, elements.count > 1 else { return elements.map(transform) }
        let work = SharedWork(count: elements.count) { transform(elements[$0]) }
        for _ in 1..<min(threads, elements.count) { work.lend(DispatchQueue.global()) }
        work.take()
        return work.wait()
    }

    /// Two works at the same time, the second on this thread; the first too, where no other is free before that is done.
    package func both<First: Sendable, Second: Sendable>(
        _ first: @escaping @Sendable () -> First, _ second: () -> Second
    ) -> (First, Second) {
        let one = begin(first)
        let two = second()
        return (one.result, two)
    }

    /// Work for another thread, where one is free before somebody asks what came of it.
    package func begin<Result: Sendable>(_ make: @escaping @Sendable () -> Result) -> PendingWork<Result> {
        PendingWork(make, isLent: threads > 1)
    }
}

/// Work that another thread does meanwhile; or where none was free, the one that asks first what came of it.
package struct PendingWork<Result: Sendable>: Sendable {
    private let work: SharedWork<Result>

    fileprivate init(_ make: @escaping @Sendable () -> Result, isLent: Bool) {
        work = SharedWork(count: 1) { _ in make() }
        if isLent { work.lend(DispatchQueue.global()) }
    }

    /// To be asked once.
    package var result: Result {
        work.take()
        return work.wait()[0]
    }
}

/// Numbered pieces of work that several threads take one after the other. A thread that comes late finds nothing left, and
/// nobody waits for it.
private final class SharedWork<Result: Sendable>: Sendable {
    private let count: Int
    private let make: @Sendable (Int) -> Result
    private let next = Atomic(0)
    private let made: Mutex<(results: [Result?], left: Int)>
    private let isDone = DispatchSemaphore(value: 0)

    init(count: Int, make: @escaping @Sendable (Int) -> Result) {
        self.count = count
        self.make = make
        made = Mutex((Array(repeating: nil, count: count), count))
    }

    /// Lets a thread of a queue take a share. One that comes when all is done finds the work gone, with all that it holds.
    func lend(_ queue: DispatchQueue) { queue.async { [weak self] in self?.take() } }

    /// Makes what nobody has taken yet, piece by piece.
    func take() {
        while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < count {
            let result = make(index)
            let left = made.withLock { made in
                made.results[index] = result
                made.left -= 1
                return made.left
            }
            if left == 0 { isDone.signal() }
        }
    }

    /// Returns when all is made, once.
    /// - Returns: what was made, in the order of the numbers.
    func wait() -> [Result] {
        isDone.wait()
        return made.withLock { $0.results.compactMap(\.self) }
    }
}
