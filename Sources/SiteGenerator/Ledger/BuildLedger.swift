import Corpus
import Diagnostics

/// What a build made, and from which facts: by it the next one knows what still holds.
///
/// A file of our own in the output's books. It can be deleted: the next build makes everything again. The same
/// site gives the same bytes.
struct BuildLedger: Sendable, Equatable {
    /// A mark of the program that made it. Another one may read and compare otherwise.
    let program: UInt64
    /// A mark of what everything is made from besides: `site.json`, templates, the names of static files.
    let ground: UInt64
    /// By their keys.
    var products: [String: Product] = [:]
    /// Related wording by the id of its resolution: comparing texts costs more than making pages.
    var wording: [String: Wording] = [:]

    /// A thing that was known, and its mark.
    struct Fact: Sendable, Hashable {
        let kind: CorpusFact.Kind
        let id: String
        let mark: UInt64
    }

    /// Something that was made as a whole.
    struct Product: Sendable, Equatable {
        /// By path from the site's root.
        var files: [String]
        /// Indices into `facts`, in order.
        var facts: [Int32]
        /// What it told besides.
        var told: String
    }

    /// What was found close to a resolution's paragraphs.
    struct Wording: Sendable, Equatable {
        /// Of the texts that were compared.
        let mark: UInt64
        /// By the paragraph's id, best first.
        let passages: [String: [Passage]]
    }

    struct Passage: Sendable, Equatable {
        let meeting: String
        let block: Int
        let paragraph: Int
        let terms: [String]
        let score: Double
    }

    /// Every fact that a product was made from, once.
    var facts: [Fact] = []

    init(program: UInt64, ground: UInt64) {
        self.program = program
        self.ground = ground
    }
}

// MARK: Bytes

extension BuildLedger {
    private static let head = "rapporteur.ledger/1"

    /// Nil when the bytes are no ledger of this format, or not all of one.
    init?(bytes: [UInt8]) {
        do throws(PackedReader.Damage) {
            var reader = try PackedReader(sealed: bytes, head: Self.head)
            try self.init(&reader)
            if !reader.isAtEnd { return nil }
        } catch {
            return nil
        }
    }

    private init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(program: try reader.mark(), ground: try reader.mark())
        facts = try reader.list { reader throws(PackedReader.Damage) in
            guard let kind = CorpusFact.Kind(rawValue: UInt8(truncatingIfNeeded: try reader.number())) else {
                throw PackedReader.Damage()
            }
            return Fact(kind: kind, id: try reader.text(), mark: try reader.mark())
        }
        let limit = facts.count
        for _ in 0..<(try reader.number()) {
            let key = try reader.text()
            let files = try reader.list { reader throws(PackedReader.Damage) in try reader.text() }
            var last = -1
            let facts = try reader.list { reader throws(PackedReader.Damage) in
                last += try reader.number()
                guard last >= 0, last < limit else { throw PackedReader.Damage() }
                return Int32(last)
            }
            products[key] = Product(files: files, facts: facts, told: try reader.text())
        }
        for _ in 0..<(try reader.number()) { wording[try reader.text()] = try Wording(&reader) }
    }

    var bytes: [UInt8] {
        var writer = PackedWriter(head: Self.head)
        writer.write(program)
        writer.write(ground)
        writer.write(facts) { writer, fact in
            writer.write(Int(fact.kind.rawValue))
            writer.write(fact.id)
            writer.write(fact.mark)
        }
        // The keys alone are sorted: products are large to move about.
        writer.write(products.keys.sorted(by: String.precedesInBytes)) { writer, key in
            guard let product = products[key] else { return }
            writer.write(key)
            writer.write(product.files)
            var last: Int32 = -1
            writer.write(product.facts) { writer, fact in
                writer.write(Int(fact - last))
                last = fact
            }
            writer.write(product.told)
        }
        writer.write(wording.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            entry.value.write(to: &writer)
        }
        return writer.sealed
    }
}

extension BuildLedger.Wording {
    fileprivate init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        mark = try reader.mark()
        var passages: [String: [BuildLedger.Passage]] = [:]
        for _ in 0..<(try reader.number()) {
            passages[try reader.text()] = try reader.list { reader throws(PackedReader.Damage) in
                BuildLedger.Passage(
                    meeting: try reader.text(), block: try reader.number(), paragraph: try reader.number(),
                    terms: try reader.list { reader throws(PackedReader.Damage) in try reader.text() },
                    score: Double(bitPattern: try reader.mark()))
            }
        }
        self.passages = passages
    }

    fileprivate func write(to writer: inout PackedWriter) {
        writer.write(mark)
        writer.write(passages.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            writer.write(entry.value) { writer, passage in
                writer.write(passage.meeting)
                writer.write(passage.block)
                writer.write(passage.paragraph)
                writer.write(passage.terms) { $0.write($1) }
                writer.write(passage.score.bitPattern)
            }
        }
    }
}
