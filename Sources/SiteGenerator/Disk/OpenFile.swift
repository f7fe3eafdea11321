import Foundation

/// An open file, closed when it goes out of scope.
package struct OpenFile: ~Copyable {
    let descriptor: Int32
    private let action: String
    private let path: String

    /// Opens a file that no program started from this one inherits.
    /// - Parameter action: what a fault says was tried.
    package init(_ action: String, _ path: String, flags: Int32) throws(FileFault) {
        var opened: Int32
        repeat { opened = open(path, flags | O_CLOEXEC, 0o666) } while opened < 0 && errno == EINTR
        guard opened >= 0 else { throw FileFault(action, path, code: errno) }
        descriptor = opened
        self.action = action
        self.path = path
    }

    deinit { close(descriptor) }

    func status() throws(FileFault) -> FileStatus {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault }
        return FileStatus(status)
    }

    /// Reads to the end, also when the file grows or shrinks meanwhile.
    func readAll(expecting size: Int) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var capacity = size + 1  // one more, so that the end is met in the first go
        while true {
            var last = 0
            let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                repeat {
                    last = retrying { read(descriptor, buffer.baseAddress! + filled, capacity - filled) }  // not empty
                    filled += max(0, last)
                } while last > 0 && filled < capacity
            }
            guard last >= 0 else { throw fault }
            bytes = bytes.isEmpty ? part : bytes + part
            if last == 0 { return bytes }
            capacity = max(64 * 1024, bytes.count)
        }
    }

    /// Reads what stands in a range of places; less where the file ends before.
    func readPart(_ range: Range<Int>) throws(FileFault) -> [UInt8] {
        guard !range.isEmpty else { return [] }
        var last = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            repeat {
                let place = off_t(range.lowerBound + filled)
                last = retrying {
                    pread(descriptor, buffer.baseAddress! + filled, range.count - filled, place)  // not empty
                }
                filled += max(0, last)
            } while last > 0 && filled < range.count
        }
        guard last >= 0 else { throw fault }
        return bytes
    }

    /// True when what can be read from here on is exactly these bytes.
    func holds(_ bytes: [UInt8]) throws(FileFault) -> Bool {
        var compared = 0
        var failed = false
        let same = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64 * 1024) { buffer in
            while true {
                let count = retrying { read(descriptor, buffer.baseAddress, buffer.count) }
                guard count > 0 else {
                    failed = count < 0
                    return compared == bytes.count
                }
                guard compared + count <= bytes.count else { return false }
                let equal = bytes.withUnsafeBytes {
                    memcmp($0.baseAddress! + compared, buffer.baseAddress!, count) == 0  // count > 0: neither is empty
                }
                guard equal else { return false }
                compared += count
            }
        }
        guard !failed else { throw fault }
        return same
    }

    package func append(_ bytes: [UInt8]) throws(FileFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                retrying { write(descriptor, buffer.baseAddress! + written, buffer.count - written) }  // not empty
            }
            guard count >= 0 else { throw fault }
            written += count
        }
    }

    func sync() throws(FileFault) {
        guard fsync(descriptor) == 0 else { throw fault }
    }

    private var fault: FileFault { FileFault(action, path, code: errno) }
}

/// Repeats a call that a signal broke off.
private func retrying(_ call: () -> Int) -> Int {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
