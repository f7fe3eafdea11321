import Foundation

/// A regular file below a root folder, opened without following any link, so that none leads out of the root.
struct ServedFile: ~Copyable {
    private let descriptor: Int32
    /// In bytes.
    let size: Int
    /// Changes whenever the file does: its size and modification time.
    let tag: String

    enum Found: ~Copyable {
        case file(ServedFile)
        case folder
        case nothing
    }

    /// Looks up a path part by part.
    static func find(_ parts: [String], below root: String) -> Found {
        var descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        for part in parts {
            guard descriptor >= 0 else { return .nothing }
            // A pipe must not hold the server up, so the opening does not wait.
            let next = openat(descriptor, part, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            close(descriptor)
            descriptor = next
        }
        guard descriptor >= 0 else { return .nothing }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            return .nothing
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file(ServedFile(descriptor, status))
        case S_IFDIR:
            close(descriptor)
            return .folder
        default:
            close(descriptor)
            return .nothing
        }
    }

    private init(_ descriptor: Int32, _ status: stat) {
        self.descriptor = descriptor
        size = Int(status.st_size)
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        tag = "\"" + [Int(time.tv_sec), time.tv_nsec, size].map { String($0, radix: 36) }.joined(separator: "-") + "\""
    }

    deinit { close(descriptor) }

    /// The bytes of a range inside the file; fewer when it has become shorter, nil when it cannot be read.
    func read(_ range: Range<Int>) -> Data? {
        var data = Data(count: range.count)
        var filled = 0
        while filled < range.count {
            let count = data.withUnsafeMutableBytes { buffer in
                // The buffer is not empty here, so it has an address.
                pread(
                    descriptor, buffer.baseAddress! + filled, range.count - filled, off_t(range.lowerBound + filled))
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return data.prefix(filled) }
            filled += count
        }
        return data
    }
}
