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

    /// Two works at the same time, the second on this thread. Each may share its own work among several: two halves of one
    /// `concurrentPerform` would not be given any threads besides.
    package func both<First: Sendable, Second: Sendable>(
        _ first: @escaping @Sendable () -> First, _ second: () -> Second
    ) -> (First, Second) {
        guard threads > 1 else { return (first(), second()) }
        let one = Mutex<First?>(nil)
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) {
            let result = first()
            one.withLock { $0 = result }
        }
        let two = second()
        group.wait()
        return (one.withLock { $0 }!, two)  // the group is done
    }
}
