import Diagnostics
import Meetings

/// What linking and comparing ask of a meeting's words, worked out once, when it is read: marks of its parts, and lengths.
///
/// A part goes into its mark as it is packed: what a mark left out would be lost in a packed meeting too.
package struct TextMeasure: Sendable, Hashable {
    /// A mark of each block, with its lines.
    let blocks: [UInt64]
    /// For each block a mark of the words that its statement, or what is announced there, begins with; 0 for other blocks.
    let openings: [UInt32]
    /// For each block the length of its statement, in words; 0 for what is none.
    let lengths: [UInt32]
    /// Of where the blocks stand in the file.
    let lines: UInt64
    /// Of the speakers' roles as printed, with their blocks.
    let roles: UInt64
    /// Of what was decided and voted.
    let decisions: UInt64
    let abstract: UInt64

    init(_ meeting: Meeting) {
        var writer = PackedWriter()
        var blocks: [UInt64] = []
        blocks.reserveCapacity(meeting.blocks.count)
        var lines = Fingerprint()
        var roles = Fingerprint()
        for (index, block) in meeting.blocks.enumerated() {
            let start = writer.bytes.count
            block.write(to: &writer)
            blocks.append(Fingerprint.of(writer.bytes[start...]))
            lines.add(block.lines.lowerBound)
            lines.add(block.lines.upperBound)
            if case .statement(let statement) = block.content, let role = statement.speaker.role {
                roles.add(index)
                roles.add(role)
            }
        }
        self.blocks = blocks
        openings = meeting.blocks.map(\.opening)
        lengths = meeting.blocks.map { UInt32(clamping: $0.statementLength) }
        self.lines = lines.mark
        self.roles = roles.mark
        var abstract = Fingerprint()
        abstract.add(meeting.abstract)
        self.abstract = abstract.mark
        var decided = PackedWriter()
        decided.write(meeting.decisions)
        decided.write(meeting.votes)
        decisions = decided.seal
    }

    /// A short mark of a text (FNV-1a over its letters and digits): the same as long as its words are. It stands in the
    /// owner's file of published addresses, and must stay what it is.
    package static func opening(of text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { bytes in
            var hash = StableHash()
            for byte in bytes where byte > 0x2F { hash.add(byte) }
            return hash.value
        }
    }
}

extension Block {
    fileprivate var opening: UInt32 {
        switch content {
        case .statement(let statement): TextMeasure.opening(of: statement.paragraphs.first?.text ?? "")
        case .placeholder(let placeholder): TextMeasure.opening(of: placeholder.text)
        default: 0
        }
    }

    fileprivate var statementLength: Int {
        guard case .statement(let statement) = content else { return 0 }
        return statement.paragraphs.reduce(0) { $0 + WordCount.of($1.text) }
    }
}

extension TextMeasure: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        blocks = try reader.row()
        openings = try reader.row()
        lengths = try reader.row()
        lines = try reader.mark()
        roles = try reader.mark()
        decisions = try reader.mark()
        abstract = try reader.mark()
        guard openings.count == blocks.count, lengths.count == blocks.count else { throw PackedReader.Damage() }
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(row: blocks)
        writer.write(row: openings)
        writer.write(row: lengths)
        for mark in [lines, roles, decisions, abstract] { writer.write(mark) }
    }
}
