import Diagnostics
import Foundation
import Synchronization
import Testing

@Suite struct ParallelMapTests {
    @Test(arguments: [1, 2, 8])
    func `each element is worked on once, and results stand in the order of the list`(threads: Int) {
        let count = Atomic(0)
        let results = ParallelMap(threads: threads).map(Array(0..<1000)) { number -> Int? in
            count.add(1, ordering: .relaxed)
            return number % 3 == 0 ? nil : number
        }
        #expect(results == (0..<1000).map { $0 % 3 == 0 ? nil : $0 })
        #expect(count.load(ordering: .relaxed) == 1000)
    }

    @Test func `maps within maps, and halves within them, come to an end`() {
        let many = ParallelMap(threads: 8)
        let sums = many.map(Array(0..<40)) { row in
            let (left, right) = many.both {
                many.map(Array(0..<20)) { $0 * row }.reduce(0, +)
            } _: {
                many.map(Array(20..<40)) { $0 * row }.reduce(0, +)
            }
            return left + right
        }
        #expect(sums == (0..<40).map { $0 * 780 })
    }

    private final class Witness: Sendable {}

    @Test func `what the work holds is let go when it is over, though no other thread ever came`() async {
        // All threads of the pool are busy while the map is at work.
        let gate = DispatchSemaphore(value: 0)
        let busy = ProcessInfo.processInfo.activeProcessorCount * 4
        for _ in 0..<busy { DispatchQueue.global().async { gate.wait() } }
        weak var seen: Witness?
        do {
            let witness = Witness()
            seen = witness
            let numbers = ParallelMap(threads: 4).map([1, 2, 3]) { number in withExtendedLifetime(witness) { number } }
            #expect(numbers == [1, 2, 3])
            let (one, two) = ParallelMap(threads: 2).both {
                withExtendedLifetime(witness) { 1 }
            } _: {
                2
            }
            #expect(one == 1 && two == 2)
        }
        #expect(seen == nil)
        for _ in 0..<busy { gate.signal() }
    }
}
