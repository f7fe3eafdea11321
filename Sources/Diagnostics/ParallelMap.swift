import Dispatch
import Synchronization

/// The same work on every element of a list, by several threads, with the results in the order of the list.
package struct ParallelMap: Sendable {
    /// How many threads work at once, at least one.
    package let threads: Int

    package init(threads: Int) { self.threads = max(1, threads) }

    package func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        guard threads > 1, elements.count > 1 else { return elements.map(transform) }
        let next = Atomic(0)
        let results = Mutex([Result?](repeating: nil, count: elements.count))
        DispatchQueue.concurrentPerform(iterations: min(threads, elements.count)) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < elements.count else { return }
                let result = transform(elements[index])
                results.withLock { $0[index] = result }
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// Two works at the same time.
    package func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        guard threads > 1 else { return (first(), second()) }
        let one = Mutex<First?>(nil)
        let two = Mutex<Second?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 {
                let result = first()
                one.withLock { $0 = result }
            } else {
                let result = second()
                two.withLock { $0 = result }
            }
        }
        return (one.withLock { $0 }!, two.withLock { $0 }!)  // both iterations are over
    }
}
