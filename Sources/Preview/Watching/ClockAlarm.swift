import Synchronization

/// Rings every now and then, so that whoever waits looks for himself: works on every system and every file system.
final class ClockAlarm: FolderAlarm {
    let rings: AsyncStream<Void>
    private let ticking: Task<Void, Never>

    /// Always the same: there is no coming to rest to be waited for.
    let count = 0

    init(every pause: Duration) {
        let (rings, ring) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.rings = rings
        ticking = Task {
            do {
                while true {
                    try await Task.sleep(for: pause)
                    ring.yield()
                }
            } catch {
                ring.finish()
            }
        }
    }

    deinit { ticking.cancel() }

    func listen(in folders: Set<String>) -> Bool { false }
}
