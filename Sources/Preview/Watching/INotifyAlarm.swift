#if os(Linux)
    import Dispatch
    import Glibc
    import Synchronization

    /// Rings when Linux tells of a change in a folder (inotify).
    final class INotifyAlarm: FolderAlarm {
        let rings: AsyncStream<Void>

        private let ring: AsyncStream<Void>.Continuation
        private let descriptor: Int32
        /// Dispatch's objects may be used from any thread, but do not say so.
        nonisolated(unsafe) private let source: any DispatchSourceRead
        private let state = Mutex(State())

        private struct State {
            /// By folder, the system's number for it.
            var watches: [String: Int32] = [:]
            var count = 0
            var isFileWhole = false
            /// Nil where it rang for more than files that can be named.
            var places: Set<String>? = []

            /// Of two names of one folder the system tells one.
            var areFoldersNamed: Bool { substitute == nil && Set(watches.values).count == watches.count }
            /// The limit of the system is reached: some folders are looked at by the clock instead.
            var substitute: Task<Void, Never>?
        }

        /// A file counts as changed when it was closed after writing, or came to its name in another way.
        private static let events =
            UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF)
            | UInt32(IN_MOVE_SELF | IN_ONLYDIR)

        /// Nil when the system has no more of them to give.
        init?() {
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            (rings, ring) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
            source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global(qos: .userInitiated))
            source.setEventHandler { [weak self] in self?.read() }
            source.setCancelHandler { [descriptor] in close(descriptor) }
            source.resume()
        }

        deinit {
            source.cancel()
            ring.finish()
            state.withLock { $0.substitute?.cancel() }
        }

        var count: Int { state.withLock { $0.count } }

        var isFileWhole: Bool { state.withLock { $0.isFileWhole } }

        func places() -> Set<String>? {
            state.withLock { state in
                defer { state.places = [] }
                return state.areFoldersNamed ? state.places : nil
            }
        }

        func listen(in folders: Set<String>) -> Bool {
            state.withLock { state in
                var watches: [String: Int32] = [:]
                var isFull = false
                for folder in folders {
                    let watch = inotify_add_watch(descriptor, folder, Self.events)
                    if watch >= 0 { watches[folder] = watch } else { isFull = isFull || errno == ENOSPC }
                }
                let (old, new) = (Set(state.watches.values), Set(watches.values))
                for watch in old.subtracting(new) { inotify_rm_watch(descriptor, watch) }
                state.watches = watches
                keepTime(isFull, &state)
                return !new.subtracting(old).isEmpty
            }
        }

        private func keepTime(_ isNeeded: Bool, _ state: inout State) {
            guard isNeeded != (state.substitute != nil) else { return }
            state.substitute?.cancel()
            state.substitute =
                isNeeded
                ? Task { [ring] in
                    let clock = ClockAlarm(every: .milliseconds(500))
                    for await _ in clock.rings { ring.yield() }
                } : nil
        }

        /// Takes what the system has to tell: a head of fixed size for each event, and the name of the file.
        private func read() {
            var buffer = [UInt8](repeating: 0, count: 64 * 1024)
            let folders = state.withLock { Dictionary($0.watches.map { ($1, $0) }, uniquingKeysWith: { a, _ in a }) }
            var heard: [Event] = []
            while true {
                let length = Glibc.read(descriptor, &buffer, buffer.count)
                guard length > 0 else { break }
                buffer.withUnsafeBytes { bytes in
                    heard += Self.worthHearing(UnsafeRawBufferPointer(rebasing: bytes[..<length]), folders)
                }
            }
            guard !heard.isEmpty else { return }
            state.withLock { state in
                state.count += heard.count
                for event in heard {
                    if let place = event.place { state.places?.insert(place) } else { state.places = nil }
                }
                state.isFileWhole = heard.last?.isFileWhole ?? false
            }
            ring.yield()
        }

        private struct Event {
            /// The file it is about; nil for another matter.
            let place: String?
            let isFileWhole: Bool
        }

        private static func worthHearing(_ bytes: UnsafeRawBufferPointer, _ folders: [Int32: String]) -> [Event] {
            let head = MemoryLayout<inotify_event>.size
            var offset = 0
            var heard: [Event] = []
            while offset + head <= bytes.count {
                let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let bytesOfName = bytes[(offset + head)...].prefix(Int(event.len)).prefix { $0 != 0 }
                let name = String(decoding: bytesOfName, as: UTF8.self)
                if isWorthHearing(event, name, folders) {
                    let isFolder = event.mask & UInt32(IN_ISDIR) != 0
                    let place = isFolder || name.isEmpty ? nil : folders[event.wd].map { $0 + "/" + name }
                    let isWhole = event.mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0
                    heard.append(Event(place: place, isFileWhole: place != nil && isWhole))
                }
                offset += head + Int(event.len)
            }
            return heard
        }

        private static func isWorthHearing(
            _ event: inotify_event, _ name: String, _ folders: [Int32: String]
        ) -> Bool {
            let isAbout = { (kind: Int) in event.mask & UInt32(kind) != 0 }
            if isAbout(Int(IN_Q_OVERFLOW)) { return true }
            if isAbout(Int(IN_IGNORED)) || InputSnapshot.isPassedOver(name) { return false }
            guard isAbout(Int(IN_CREATE)), !isAbout(Int(IN_ISDIR)), let folder = folders[event.wd] else { return true }
            // A file just made is about to be written, and rings again when it is closed; a link is not.
            var status = stat()
            guard lstat(folder + "/" + name, &status) == 0 else { return true }
            return status.st_mode & S_IFMT != S_IFREG || status.st_nlink > 1
        }
    }
#endif
