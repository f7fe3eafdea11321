import Diagnostics
import Meetings

/// Marks of the parts of a meeting's text, made of the text alone.
///
/// A part goes in as it is packed: what a mark left out would be lost in a packed meeting too.
struct TextMarks: Sendable, Hashable {
    /// Of each block, with its lines.
    let blocks: [UInt64]
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
}
