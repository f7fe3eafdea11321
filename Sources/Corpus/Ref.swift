/// A place in one of the corpus's lists: `corpus[ref]` gives the entry.
///
/// Four bytes instead of a copy; only good in the corpus it came from. Order is the list's order.
package struct Ref<Entry>: Sendable, Hashable, Comparable {
    private let position: Int32

    init(_ index: Int) { position = Int32(index) }

    package var index: Int { Int(position) }

    package static func < (a: Ref, b: Ref) -> Bool { a.position < b.position }
}

/// A statement of the corpus: its meeting, and the block it is in that meeting's `blocks`.
///
/// Order is that of time: by meeting, then down the text.
package struct TurnRef: Sendable, Hashable, Comparable {
    package let meeting: Ref<MeetingEntry>
    private let position: Int32

    package init(meeting: Ref<MeetingEntry>, block: Int) {
        self.meeting = meeting
        position = Int32(block)
    }

    /// Index into `Meeting.blocks`.
    package var block: Int { Int(position) }

    package static func < (a: TurnRef, b: TurnRef) -> Bool {
        a.meeting == b.meeting ? a.position < b.position : a.meeting < b.meeting
    }
}
