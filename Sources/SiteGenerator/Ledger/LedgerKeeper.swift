import Corpus
import Synchronization

/// Holds the ledger of the last build against the corpus of this one, and keeps the next.
final class LedgerKeeper: Sendable {
    private let marks: CorpusMarks
    private let old: BuildLedger?
    private let facts: BuildLedger.Facts
    /// For each fact of the old ledger, the place of the same one now; -1 where it changed or is gone.
    private let still: [Int32]
    private let program: UInt64
    private let ground: UInt64
    private let state: Mutex<State>

    private struct State {
        /// By the places of the old products.
        var isKept: [Bool]
        /// By the marks of their keys.
        var made: [UInt64: Made] = [:]
    }

    private struct Made {
        let files: [String]
        let told: String
        let facts: Set<CorpusFact>
    }

    /// A product of the last build that was made from facts that still hold.
    struct Standing {
        fileprivate let place: Int
        let product: LedgerProducts.Product
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
        facts = BuildLedger.Facts(marks)
        still = self.old.map(facts.places) ?? []
        state = Mutex(State(isKept: Array(repeating: false, count: self.old?.products.count ?? 0)))
    }

    /// A product of the last build; nil where it must be made.
    func standing(_ key: String) -> Standing? {
        guard let (place, product) = last(key) else { return nil }
        return product.facts.allSatisfy { still[Int($0)] >= 0 } ? Standing(place: place, product: product) : nil
    }

    /// A product as the last build made it, with its place.
    private func last(_ key: String) -> (place: Int, product: LedgerProducts.Product)? {
        guard let old, let place = old.products.place(of: LedgerProducts.mark(of: key)) else { return nil }
        return (place, old.products[place])
    }

    /// The meetings whose texts a product was made from in the last build, as far as they have not changed.
    func texts(of key: String) -> Set<Ref<MeetingEntry>> {
        let places = (last(key)?.product.facts ?? []).map { Int(still[Int($0)]) }
        return Set(places.filter { $0 >= 0 }.compactMap { marks.fact(at: $0).textOf })
    }

    /// Carries a product of the last build over.
    func keep(_ standing: Standing) { state.withLock { $0.isKept[standing.place] = true } }

    /// Writes down what was made, and from what.
    func note(_ key: String, files: [String], told: String, from log: ReadLog) {
        let made = Made(files: files, told: told, facts: log.facts)
        state.withLock { $0.made[LedgerProducts.mark(of: key)] = made }
    }

    /// The ledger of this build.
    /// - Parameters:
    ///   - files: of the whole site.
    ///   - moved: for the place of each file of the last build its place in `files`.
    func ledger(
        wording: [String: BuildLedger.Wording], files: OutputManifest, moved: [Int32]
    ) -> BuildLedger {
        var ledger = BuildLedger(program: program, ground: ground, files: files.mark)
        ledger.wording = wording
        ledger.facts = facts
        let state = self.state.withLock { $0 }
        var made = state.made.sorted { $0.key < $1.key }[...]
        if let old {
            ledger.products.reserve(like: old.products)
            for place in state.isKept.indices where state.isKept[place] {
                let key = old.products.key(at: place)
                while let next = made.first, next.key < key {
                    ledger.products.append(product(next.value, files), key: next.key)
                    made.removeFirst()
                }
                var product = old.products[place]
                product.files = product.files.map { moved[Int($0)] }[...]
                product.facts = product.facts.map { still[Int($0)] }.sorted()[...]
                ledger.products.append(product, key: key)
            }
        }
        for (key, next) in made { ledger.products.append(product(next, files), key: key) }
        return ledger
    }

    private func product(_ made: Made, _ files: OutputManifest) -> LedgerProducts.Product {
        LedgerProducts.Product(
            files: made.files.compactMap { OutputPath($0).flatMap(files.place).map(Int32.init) }[...],
            facts: made.facts.map { Int32(marks.place(of: $0)) }.sorted()[...], told: made.told)
    }
}

extension BuildLedger.Facts {
    init(_ marks: CorpusMarks) {
        names = marks.names
        self.marks = marks.all
    }

    /// For each fact of a ledger, the place of the same one here; -1 where it changed or is gone.
    fileprivate func places(of ledger: BuildLedger) -> [Int32] {
        let old = ledger.facts
        let alignment = Alignment(of: old.names, with: names)
        return zip(alignment.places, old.marks).map { place, mark in
            place >= 0 && marks[Int(place)] == mark ? place : -1
        }
    }
}
