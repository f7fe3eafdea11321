import Corpus
import Synchronization

/// Holds the ledger of the last build against the corpus of this one, and keeps the next.
final class LedgerKeeper: Sendable {
    private let marks: CorpusMarks
    private let old: BuildLedger?
    /// For each fact of the old ledger, the same one now; nil where it changed or is gone.
    private let still: [CorpusFact?]
    private let program: UInt64
    private let ground: UInt64
    private let made = Mutex<[String: Made]>([:])

    private struct Made {
        let files: [String]
        let told: String
        let facts: Facts
    }

    private enum Facts {
        case new(Set<CorpusFact>)
        /// Indices into the facts of the old ledger.
        case old([Int32])
    }

    /// - Parameters:
    ///   - old: the last build's, by this program; nil where there is none.
    ///   - program: the mark of this program.
    ///   - ground: the mark of what everything is made from. The products of another count for nothing.
    init(_ marks: CorpusMarks, old: BuildLedger?, program: UInt64, ground: UInt64) {
        self.marks = marks
        self.program = program
        self.ground = ground
        self.old = old?.ground == ground ? old : nil
        guard let old = self.old, !old.facts.isEmpty else {
            still = []
            return
        }
        var current = Array(repeating: [String: CorpusFact](), count: CorpusFact.Kind.allCases.count)
        marks.forEach { current[Int($0.kind.rawValue)][$1] = $0 }
        still = old.facts.map { fact in
            current[Int(fact.kind.rawValue)][fact.id].flatMap { marks[$0] == fact.mark ? $0 : nil }
        }
    }

    /// A product of the last build, when it was made from facts that still hold; nil where it must be made.
    func standing(_ key: String) -> BuildLedger.Product? {
        old?.products[key].flatMap { product in product.facts.allSatisfy { still[Int($0)] != nil } ? product : nil }
    }

    /// Carries a product of the last build over.
    func keep(_ product: BuildLedger.Product, _ key: String) {
        made.withLock { $0[key] = Made(files: product.files, told: product.told, facts: .old(product.facts)) }
    }

    /// Writes down what was made, and from what.
    func note(_ key: String, files: [String], told: String, from log: ReadLog) {
        let facts = log.facts
        made.withLock { $0[key] = Made(files: files, told: told, facts: .new(facts)) }
    }

    /// The ledger of this build.
    func ledger(wording: [String: BuildLedger.Wording]) -> BuildLedger {
        var ledger = BuildLedger(program: program, ground: ground)
        ledger.wording = wording
        let made = made.withLock { $0 }
        // Facts that something was made from are numbered in their order: first marked, then counted.
        var numbers = Array(repeating: Int32(-1), count: marks.count)
        for product in made.values { forEachPlace(product.facts) { numbers[$0] = 0 } }
        for place in numbers.indices where numbers[place] == 0 {
            let fact = marks.fact(at: place)
            numbers[place] = Int32(ledger.facts.count)
            ledger.facts.append(.init(kind: fact.kind, id: marks.id(of: fact), mark: marks[fact]))
        }
        ledger.products = made.mapValues { product in
            var facts: [Int32] = []
            forEachPlace(product.facts) { facts.append(numbers[$0]) }
            return .init(files: product.files, facts: facts.sorted(), told: product.told)
        }
        return ledger
    }

    private func forEachPlace(_ facts: Facts, _ body: (Int) -> Void) {
        switch facts {
        case .new(let facts): for fact in facts { body(marks.place(of: fact)) }
        case .old(let indices):
            for index in indices {
                if let fact = still[Int(index)] { body(marks.place(of: fact)) }
            }
        }
    }
}
