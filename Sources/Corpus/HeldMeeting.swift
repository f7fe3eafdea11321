import Meetings
import Synchronization

/// A meeting with its text: at hand, or fetched once, when somebody asks for it first.
final class HeldMeeting: Sendable {
    private let held = AtomicLazyReference<Reading>()
    private let fetching = Mutex(())
    private let fetch: @Sendable () -> Meeting
    /// `Meeting.skeleton`, where that is at hand without the text.
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
    ///   - skeleton: what linking reads of it.
    ///   - fetch: called once at most, by any thread.
    init(skeleton: Meeting? = nil, fetch: @escaping @Sendable () -> Meeting) {
        known = skeleton.map(Reading.init)
        self.fetch = fetch
    }

    var meeting: Meeting { reading.meeting }
    /// What linking reads of the meeting: its skeleton, or where that is not at hand the whole.
    // Lent: a copy of a meeting retains each of its many parts.
    var linkable: Meeting { _read { yield linked.meeting } }
    /// The meeting with its text, where that need not be fetched.
    var meetingAtHand: Meeting? { held.load()?.meeting }
    var blocks: [Block] { reading.meeting.blocks }
    var decisions: [Decision] { linkable.decisions }

    private var reading: Reading { held.load() ?? fetched() }
    private var linked: Reading { known ?? reading }

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
