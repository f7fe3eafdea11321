import Diagnostics
import DigestParser
import Meetings

/// Gives the texts of meetings that earlier builds read, one at a time.
struct DigestTexts: Sendable {
    let folder: SiteFolder
    let store: DigestStore
    let files: [InputFile]
    /// Ends the command: the text is gone with which a page would have to be made.
    let fail: @Sendable (Diagnostic) -> Never

    /// - Parameter source: as the digest was when it was linked.
    func meeting(_ source: Meeting.Source) -> Meeting {
        if let meeting = store.meeting(of: source) { return meeting }
        do throws(DiagnosticError) {
            if let file = files.first(where: { $0.name == source.file }) {
                let meeting = try DigestFolder.meeting(file: file.name, bytes: try folder.read(file))
                if meeting.source == source { return meeting }
            }
        } catch {
            if let first = error.diagnostics.first { fail(first) }
        }
        fail(
            Diagnostic(
                id: "changed-while-read", severity: .error, file: source.file,
                message: "the file changed while it was read",
                suggestion: "Run the command again."))
    }
}
