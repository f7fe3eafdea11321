import Diagnostics
import Meetings

/// A meeting of the corpus, with its address and everything it is linked to.
package struct MeetingEntry: Sendable {
    /// Its part of the address, unique in the corpus: `sc-7847`, `ga-64-62`, `ga-shc-72-47`; without a number
    /// body and headline (`sc-trafficking-of-persons-in-conflict-situations`).
    package let id: String
    private(set) var reading: MeetingReading
    /// What meetings of one body share: `sc`, `ga`, `ga-shc`; for a body the shipped table does not know, the slug
    /// of its name; nil where neither body nor press symbol is printed.
    package let bodyCode: String?
    /// One for each statement, in the order of the text.
    package internal(set) var turns: [Turn] = []
    /// Statements announced and not given yet, in the order of the text.
    package internal(set) var placeholders: [PlaceholderTurn] = []
    /// Where the anchors of turns and then of placeholders stand, in alphabetical order of the anchors.
    var anchorOrder: [Int32] = []
    /// Everyone who spoke, once each, in the order of their first turn.
    package internal(set) var speakers: [Ref<Person>] = []
    /// Every delegation that spoke, once each, in the order of its first turn.
    package internal(set) var delegations: [Ref<Delegation>] = []
    /// The entry of each of `meeting.decisions`; nil for one without symbol and without text.
    package internal(set) var decisions: [Ref<ResolutionEntry>?] = []
    /// The delegations of each of `meeting.votes`.
    package internal(set) var votes: [VoteNames] = []
    /// The meeting of the same body before this one, and after it.
    package internal(set) var previous: Ref<MeetingEntry>?
    package internal(set) var next: Ref<MeetingEntry>?
    /// Provisional copies that this text replaces, the latest first.
    package internal(set) var earlierVersions: [EarlierVersion] = []

    init(id: String, _ reading: MeetingReading, bodyCode: String?) {
        self.id = id
        self.reading = reading
        self.bodyCode = bodyCode
    }

    /// The digest it was read from.
    package var source: Meeting.Source { reading.source }
    package var heading: MeetingHeading { reading.heading }
    var measure: TextMeasure { reading.measure }
    /// Where each block of the text stands in its file: for what reads no word of it.
    var lines: [LineRange] { reading.lines }
    var text: HeldMeeting { reading.text }

    /// The meeting with its text, which may have to be fetched first.
    package var meeting: Meeting { text.meeting }

    /// The meeting, perhaps without its text and without the names in its votes. Where the entry was linked by an earlier build
    /// it is fetched for that.
    var head: Meeting { _read { yield text.head } }

    /// Puts another reading of its digest in the place of this one. It must be linked alike, up to its words.
    mutating func replace(by measured: MeasuredMeeting) { reading = MeetingReading(measured, id: id) }

    /// Takes over who spoke, was announced and voted, from an entry of the same reading.
    /// - Parameter isMoved: whether that stood at another place than this one.
    mutating func takeVoices(of other: MeetingEntry, at ref: Ref<MeetingEntry>, isMoved: Bool) {
        turns = other.turns
        placeholders = other.placeholders
        if isMoved {
            for index in turns.indices { turns[index].ref = TurnRef(meeting: ref, block: turns[index].ref.block) }
            for index in placeholders.indices {
                placeholders[index].ref = TurnRef(meeting: ref, block: placeholders[index].ref.block)
            }
        }
        anchorOrder = other.anchorOrder
        speakers = other.speakers
        delegations = other.delegations
        votes = other.votes
    }

    package var outline: MeetingOutline { reading.heading.outline }

    /// Length of all its turns.
    // By index: a turn has many parts to be copied.
    package var words: Int { turns.indices.reduce(0) { $0 + turns[$1].words } }

    /// The year of its date; nil where no date is known.
    package var year: Int? { reading.heading.outline.year }

    /// Delegations by position in a vote, in the order printed; those the text does not name are in none.
    package struct VoteNames: Sendable, Hashable {
        package let favour: [Ref<Delegation>]
        package let against: [Ref<Delegation>]
        package let abstain: [Ref<Delegation>]
    }
}

// MARK: Anchors

extension MeetingEntry {
    /// To be called when all turns and placeholders are there.
    mutating func orderAnchors() {
        let all = turns.map(\.anchor) + placeholders.map(\.anchor)
        anchorOrder = all.indices.sorted { all[$0] < all[$1] }.map { Int32($0) }
    }
}

/// What stands in one block of the text.
protocol PlacedInBlock {
    var ref: TurnRef { get }
}

extension Turn: PlacedInBlock {}
extension PlaceholderTurn: PlacedInBlock {}

extension Array where Element: PlacedInBlock {
    /// The one that stands in a block, where they are in the order of the text; nil where none does.
    func element(at ref: TurnRef) -> Element? {
        let index = partitioningIndex { $0.ref >= ref }
        return index < count && self[index].ref == ref ? self[index] : nil
    }
}

/// A statement with what the corpus knows of it; its words are `corpus.statement(turn.ref)`.
package struct Turn: Sendable, Hashable {
    package internal(set) var ref: TurnRef
    /// `Statement.id`
    package let anchor: String
    /// Who spoke; nil where the text does not name the speaker.
    package internal(set) var person: Ref<Person>?
    /// For whom: the delegation printed, or the organisation that the speaker's role ends in.
    package let delegation: Ref<Delegation>?
    /// On behalf of whom besides.
    package let onBehalfOf: [Ref<Delegation>]
    /// Whom the speaker associated with.
    package let alignedWith: [Ref<Delegation>]
    /// Who else is heard within it, where one paragraph reports two.
    package let heard: [Ref<Delegation>]
    /// Length, in words.
    package internal(set) var words: Int
    /// The same delegation's, or where none is known the same speaker's, turn before this one and after it, in order of time.
    package internal(set) var before: TurnRef?
    package internal(set) var after: TurnRef?
}

/// A statement that is announced (`Statement by Libya to come.`); `corpus.placeholder(_:)` gives its words.
package struct PlaceholderTurn: Sendable, Hashable {
    package internal(set) var ref: TurnRef
    /// `Placeholder.id`
    package let anchor: String
    package let delegation: Ref<Delegation>?
}

/// A provisional copy of a meeting whose final text the corpus holds too.
///
/// Its turns are not counted anywhere: they are those of the final text.
package struct EarlierVersion: Sendable {
    /// The digest it was read from.
    package let source: Meeting.Source
    /// The id the meeting's page had while this copy was all there was; the same as the final one's, or a
    /// slug that `Corpus.redirects` leads on.
    package let id: String

    let text: HeldMeeting

    init(id: String, text: HeldMeeting, source: Meeting.Source) {
        self.id = id
        self.text = text
        self.source = source
    }

    /// The meeting with its text, which may have to be fetched first.
    package var meeting: Meeting { text.meeting }
    package var symbol: String? { text.head.symbol }
}

/// An address that was good once, or may be expected, and the one that answers now. Both are paths from the
/// site's root (`/meetings/sc-7847/`).
package struct Redirect: Sendable, Hashable {
    package let from: String
    package let to: String

    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}
