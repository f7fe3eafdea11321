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
    private let made = Mutex<[String: (product: BuildLedger.Product, facts: Set<CorpusFact>)]>([:])

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
        let facts = Set(product.facts.compactMap { still[Int($0)] })
        made.withLock { $0[key] = (product, facts) }
    }

    /// Writes down what was made, and from what.
    func note(_ key: String, files: [String], told: String, from log: ReadLog) {
        let facts = log.facts
        made.withLock { $0[key] = (.init(files: files, facts: [], told: told), facts) }
    }

    /// The ledger of this build.
    func ledger(wording: [String: BuildLedger.Wording]) -> BuildLedger {
        var ledger = BuildLedger(program: program, ground: ground)
        ledger.wording = wording
        made.withLock { made in
            let facts = made.values.reduce(into: Set<CorpusFact>()) { $0.formUnion($1.facts) }.sorted()
            var places: [CorpusFact: Int32] = [:]
            places.reserveCapacity(facts.count)
            for (index, fact) in facts.enumerated() {
                places[fact] = Int32(index)
                ledger.facts.append(.init(kind: fact.kind, id: marks.id(of: fact), mark: marks[fact]))
            }
            ledger.products = made.mapValues { product, facts in
                .init(files: product.files, facts: facts.compactMap { places[$0] }.sorted(), told: product.told)
            }
        }
        return ledger
    }
}
