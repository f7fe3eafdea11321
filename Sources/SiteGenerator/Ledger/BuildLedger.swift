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
    /// A mark of the manifest of all files, in which each has its place.
    let files: UInt64
    /// Everything that was known, whether a product was made from it or not.
    var facts = Facts()
    var products = LedgerProducts()
    /// Related wording by the id of its resolution: comparing texts costs more than making pages.
    var wording: [String: Wording] = [:]

    /// Things that were known: marks of what each is about, and of what was known of it.
    struct Facts: Sendable, Equatable {
        var names: [UInt64] = []
        var marks: [UInt64] = []
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

    init(program: UInt64, ground: UInt64, files: UInt64) {
        self.program = program
        self.ground = ground
        self.files = files
    }
}

// MARK: Bytes

extension BuildLedger {
    private static let head = "rapporteur.ledger/2"

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
        self.init(program: try reader.mark(), ground: try reader.mark(), files: try reader.mark())
        facts.names = try reader.row()
        facts.marks = try reader.row()
        guard facts.names.count == facts.marks.count else { throw PackedReader.Damage() }
        products = try LedgerProducts(&reader, factCount: facts.names.count)
        for _ in 0..<(try reader.length()) { wording[try reader.text()] = try Wording(&reader) }
    }

    var bytes: [UInt8] {
        var writer = PackedWriter(head: Self.head)
        writer.write(program)
        writer.write(ground)
        writer.write(files)
        writer.write(row: facts.names)
        writer.write(row: facts.marks)
        products.write(to: &writer)
        writer.write(wording.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            entry.value.write(to: &writer)
        }
        return writer.sealed().bytes
    }
}

extension BuildLedger.Wording {
    fileprivate init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        mark = try reader.mark()
        var passages: [String: [BuildLedger.Passage]] = [:]
        for _ in 0..<(try reader.length()) {
            passages[try reader.text()] = try reader.list { reader throws(PackedReader.Damage) in
                BuildLedger.Passage(
                    meeting: try reader.text(), block: try reader.amount(), paragraph: try reader.amount(),
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
