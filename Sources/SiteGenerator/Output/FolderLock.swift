import Foundation

/// Keeps two processes from working on one folder. The system lets go of it when the process ends, however it ends, so
/// that no lock outlives its holder.
package struct FolderLock: ~Copyable, Sendable {
    private let file: OpenFile

    /// Takes the lock, and writes the number of this process into it.
    /// - Throws: `EWOULDBLOCK` when another process holds it, and does not let go within a moment.
    package init(at path: String) throws(FileFault) {
        while true {
            let file = try OpenFile("lock", path, flags: O_RDWR | O_CREAT | O_NOFOLLOW)
            guard Self.take(file.descriptor) else { throw FileFault("lock", path, code: errno) }
            // The holder before may have removed the file between the two calls.
            let status = try file.status()
            guard try POSIXFileSystem().status(path)?.identity == status.identity else { continue }
            guard ftruncate(file.descriptor, 0) == 0 else { throw FileFault("lock", path, code: errno) }
            try file.append(Array("\(getpid())\n".utf8))
            self.file = file
            return
        }
    }

    /// A program that this one is just starting shares every open file until it runs: such a lock is gone in a moment.
    private static func take(_ descriptor: Int32) -> Bool {
        for attempt in 0... {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            if errno != EWOULDBLOCK || attempt == 25 { break }
            usleep(10_000)
        }
        return false
    }

    /// For a program started from this one, which then shares the lock and holds it as long as it runs.
    package var descriptor: Int32 { file.descriptor }
}
