import Diagnostics
import Meetings

/// Reads a digest like a careful reader: text in, one `Meeting` out, with everything doubtful said in its diagnostics.
///
/// Total: any text gives a meeting (or `kind: .other` with a reason); every line that is not blank lies in
/// exactly one block. The forms it reads are documented in `Documentation/DigestFormat.md`.
package struct DigestParser: Sendable {
    let states: StateTable

    package init(states: StateTable = .shipped) { self.states = states }

    /// - Parameter sha256: of the bytes as given, for `Meeting.source`.
    package func parse(_ source: SourceText, sha256: String) -> Meeting {
        Meeting(source: .init(file: source.file, lines: source.lines.count, sha256: sha256))
    }
}
