/// Wakes whoever waits when something in some folders has changed. It may ring for nothing, but never fails to ring:
/// what has changed is seen by looking (`InputSnapshot`).
protocol FolderAlarm: Sendable {
    /// Listens in exactly these folders from now on, and not in those below them.
    /// - Returns: whether one of them is new to it, so that changes in it may have been missed until now.
    func listen(in folders: Set<String>) -> Bool

    /// One element for everything that rang since the last was taken. For one listener.
    var rings: AsyncStream<Void> { get }

    /// How often it has rung.
    var count: Int { get }

    /// Whether what it rang for last is a file that stands under its name, written to its end: one that was taken away may be about
    /// to be put back.
    var isFileWhole: Bool { get }

    /// The files it rang for since this was asked last; nil where it cannot name all that it rang for.
    func places() -> Set<String>?
}

extension FolderAlarm {
    var isFileWhole: Bool { false }

    func places() -> Set<String>? { nil }
}

/// The alarm this system offers.
enum SystemAlarm {
    /// - Returns: inotify's on Linux; where that is not to be had, one that rings every now and then.
    static func make() -> any FolderAlarm {
        #if os(Linux)
            if let alarm = INotifyAlarm() { return alarm }
        #endif
        return ClockAlarm(every: .milliseconds(250))
    }
}
