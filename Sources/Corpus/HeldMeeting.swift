import Meetings
import Synchronization

/// A meeting with its text: at hand, or fetched once, when somebody asks for it first.
final class HeldMeeting: Sendable {
    private let held = AtomicLazyReference<Reading>()
    private let fetching = Mutex(())
    private let fetch: @Sendable () -> Meeting
    /// `MeetingSkeleton.head`, where that is at hand without the text.
    private let known: Reading?

    private final class Reading: Sendable {
        let meeting: Meeting

        init(_ meeting: Meeting) { self.meeting = meeting }
    }

    init(_ meeting: Meeting) {
        let reading = Reading(meeting)
        fetch = { reading.meeting }
        known = nil
        _ = held.storeIfNil(reading)
    }

    /// - Parameters:
    ///   - head: the meeting without its text.
    ///   - fetch: called once at most, by any thread.
    init(head: Meeting? = nil, fetch: @escaping @Sendable () -> Meeting) {
        known = head.map(Reading.init)
        self.fetch = fetch
    }

    var meeting: Meeting { reading.meeting }
    /// The meeting, perhaps without its text and without the names in its votes: for what asks for neither.
    // Lent: a copy of a meeting retains each of its many parts.
    var head: Meeting {
        _read {
            let reading = known ?? reading
            yield reading.meeting
        }
    }
    /// The meeting with its text, where that need not be fetched.
    var meetingAtHand: Meeting? { held.load()?.meeting }
    var blocks: [Block] { reading.meeting.blocks }
    var decisions: [Decision] { head.decisions }

    private var reading: Reading { held.load() ?? fetched() }

    private func fetched() -> Reading {
        fetching.withLock { _ in held.load() ?? held.storeIfNil(Reading(fetch())) }
    }

    /// Takes it to hand.
    /// - Parameter reading: asked where it is not there yet.
    /// - Returns: whether it is at hand.
    func hold(_ reading: () -> Meeting?) -> Bool {
        fetching.withLock { _ in
            if held.load() != nil { return true }
            guard let meeting = reading() else { return false }
            _ = held.storeIfNil(Reading(meeting))
            return true
        }
    }
}
