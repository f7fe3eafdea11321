import Diagnostics
import Meetings
import Synchronization

/// Digests as they were read, kept beside the output from one build to the next.
///
/// Reading a text costs some twenty times what taking out its packed reading costs. A reading counts only while the
/// file has the same stamp and the program is the same. The digests are parted by their names among a fixed number of
/// files, so that an edit writes one of them anew. All of it can be deleted at any time.
final class DigestStore: Sendable {
    private let folder: String
    private let files: any FileSystem
    /// A mark of the program: another may read otherwise, and pack otherwise.
    private let program: UInt64
    private let state = Mutex(State())

    private struct State {
        var isDamaged = false
        var fault: FileFault?
    }

    /// How many files there are at most.
    static let shelves = 64

    /// - Parameter folder: its parent exists.
    init(folder: String, files: any FileSystem, program: UInt64) {
        self.folder = folder
        self.files = files
        self.program = program
    }

    /// The shelf of a digest.
    static func number(of file: InputFile) -> Int { Int(Fingerprint.of(file.name) % UInt64(shelves)) }

    /// What stands on a shelf; nothing where it is missing, damaged or another program's.
    func shelf(_ number: Int) -> DigestShelf {
        let path = path(number)
        do throws(FileFault) {
            guard try files.status(path) != nil else { return DigestShelf() }
            let bytes = try files.read(path)
            do throws(PackedReader.Damage) {
                return try DigestShelf(bytes: bytes, program: program)
            } catch {
                state.withLock { $0.isDamaged = true }
            }
        } catch {
            state.withLock { $0.fault = error }
        }
        return DigestShelf()
    }

    /// The meeting as it was read from a file with this stamp; nil where it was not.
    func meeting(of file: InputFile, _ stamp: FileStamp, on shelf: DigestShelf?) -> Meeting? {
        do throws(PackedReader.Damage) {
            return try shelf?.meeting(of: file.name, stamp)
        } catch {
            state.withLock { $0.isDamaged = true }
            return nil
        }
    }

    /// Puts a shelf back. What cannot be written is read from its digests by the next build.
    func put(_ shelf: DigestShelf, _ number: Int) {
        do throws(FileFault) {
            let path = path(number)
            if shelf.isEmpty { return try files.removeFile(path) }
            try files.makeFolder(folder)
            try files.write(shelf.bytes(program: program), to: path + ".new", synced: false)
            try files.move(path + ".new", to: path)
        } catch {
            state.withLock { $0.fault = error }
        }
    }

    private func path(_ number: Int) -> String { folder + "/" + String(number) }

    /// What the user may want to know of it.
    func notes(root: String) -> [Diagnostic] {
        let state = state.withLock { $0 }
        var notes: [Diagnostic] = []
        if state.isDamaged {
            notes.append(
                Diagnostic(
                    id: "readings-damaged", severity: .note, file: folder.relative(to: root),
                    message: "what earlier builds kept of the digests cannot all be read",
                    suggestion: "Nothing needs to be done: these digests are read again."))
        }
        if let fault = state.fault {
            let fault = fault.diagnostic(root: root)
            notes.append(
                Diagnostic(
                    id: "readings-not-kept", severity: .note, file: fault.file,
                    message: "what was read in the digests could not be kept for the next build: \(fault.message)",
                    suggestion: "The next build reads them again; \(fault.suggestion ?? "free some room.")"))
        }
        return notes
    }
}
