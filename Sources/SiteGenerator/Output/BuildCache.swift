import Diagnostics
import Synchronization

/// Files of the program's own beside the output that spare later builds work.
///
/// They are no part of any commit: each says by itself what it is true of. All of them can be deleted at any time; what is
/// missing, damaged or another program's is made again, and what cannot be written keeps no build from being made.
final class BuildCache: Sendable {
    /// Nil where everything is held in memory.
    private let folder: String?
    private let files: any FileSystem
    /// A mark of the program: another may read and pack otherwise.
    private let program: UInt64
    private let state = Mutex(State())

    private struct State {
        var named: Set<String> = []
        var held: [String: [UInt8]] = [:]
        var isDamaged = false
        var fault: FileFault?
    }

    private static let head = "rapporteur.cache/1"

    /// - Parameter folder: its parent exists.
    init(folder: String, files: any FileSystem, program: UInt64) {
        self.folder = folder
        self.files = files
        self.program = program
    }

    /// A cache that ends with the command.
    init() {
        folder = nil
        files = POSIXFileSystem()
        program = 0
    }

    /// Says that a file is still of use.
    func claim(_ name: String) { state.withLock { _ = $0.named.insert(name) } }

    /// What was written under a name, from where it begins; nil where nothing good stands there.
    func read(_ name: String) -> PackedReader? {
        claim(name)
        do throws(FileFault) {
            guard let bytes = try bytes(of: name) else { return nil }
            do throws(PackedReader.Damage) {
                var reader = try PackedReader(sealed: bytes, head: Self.head)
                return try reader.mark() == program ? reader : nil
            } catch {
                reportDamage()
            }
        } catch {
            report(error)
        }
        return nil
    }

    /// What stands in a range of places of what was written under a name, which may be another since; nil where it cannot be read.
    func read(_ name: String, _ range: Range<Int>) -> [UInt8]? {
        guard let folder else {
            return state.withLock { $0.held[name].map { Array($0[range.clamped(to: $0.indices)]) } }
        }
        do throws(FileFault) {
            return try files.read(folder.appending(pathComponent: name), range)
        } catch {
            reportDamage()
            return nil
        }
    }

    private func bytes(of name: String) throws(FileFault) -> [UInt8]? {
        guard let folder else { return state.withLock { $0.held[name] } }
        let path = folder.appending(pathComponent: name)
        return try files.status(path) == nil ? nil : try files.read(path)
    }

    /// Something to be filled and written.
    func writer() -> PackedWriter {
        var writer = PackedWriter(head: Self.head)
        writer.write(program)
        return writer
    }

    /// - Returns: its seal, and whether it stands there now.
    @discardableResult
    func write(_ writer: consuming PackedWriter, _ name: String) -> (seal: UInt64, isKept: Bool) {
        claim(name)
        let (bytes, seal) = writer.sealed()
        guard let folder else {
            state.withLock { $0.held[name] = bytes }
            return (seal, true)
        }
        do throws(FileFault) {
            try files.makeFolder(folder)
            try files.replace(folder.appending(pathComponent: name), with: bytes, synced: false)
            return (seal, true)
        } catch {
            report(error)
            return (seal, false)
        }
    }

    /// Removes a file that is of no use any more.
    func remove(_ name: String) {
        state.withLock { $0.held[name] = nil }
        guard let folder else { return }
        do throws(FileFault) {
            try files.removeFile(folder.appending(pathComponent: name))
        } catch {
            report(error)
        }
    }

    /// Removes what nobody claimed.
    func removeRest() {
        let named = state.withLock { $0.named }
        do throws(FileFault) {
            guard let folder, try files.status(folder) != nil else { return }
            for name in try files.names(in: folder).names where !named.contains(name) {
                try files.removeFile(folder.appending(pathComponent: name))
            }
        } catch {
            report(error)
        }
    }

    /// Says that what was written cannot be read any more.
    func reportDamage() { state.withLock { $0.isDamaged = true } }

    private func report(_ fault: FileFault) { state.withLock { $0.fault = fault } }

    /// What the user may want to know of it.
    func notes(root: String) -> [Diagnostic] {
        let state = state.withLock { $0 }
        var notes: [Diagnostic] = []
        if state.isDamaged {
            notes.append(
                Diagnostic(
                    id: "cache-damaged", severity: .note, file: folder?.relative(to: root),
                    message: "what earlier builds kept for this one cannot all be read",
                    suggestion: "Nothing needs to be done: it is made again."))
        }
        if let fault = state.fault?.diagnostic(root: root) {
            notes.append(
                Diagnostic(
                    id: "cache-not-kept", severity: .note, file: fault.file,
                    message: "what would spare the next build work could not all be kept: \(fault.message)",
                    suggestion: fault.suggestion))
        }
        return notes
    }
}
