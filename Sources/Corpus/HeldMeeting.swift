import Meetings
import Synchronization

/// A meeting with its text: at hand, or fetched once, when somebody asks for it first.
final class HeldMeeting: Sendable {
    private let held = AtomicLazyReference<Reading>()
    private let fetching = Mutex(())
    private let fetch: @Sendable () -> Meeting

    private final class Reading: Sendable {
        let meeting: Meeting

        init(_ meeting: Meeting) { self.meeting = meeting }
    }

    init(_ meeting: Meeting) {
        let reading = Reading(meeting)
        fetch = { reading.meeting }
        _ = held.storeIfNil(reading)
    }

    /// - Parameter fetch: called once at most, by any thread.
    init(fetch: @escaping @Sendable () -> Meeting) { self.fetch = fetch }

    var meeting: Meeting {
        if let held = held.load() { return held.meeting }
        return fetching.withLock { _ in (held.load() ?? held.storeIfNil(Reading(fetch()))).meeting }
    }
}
