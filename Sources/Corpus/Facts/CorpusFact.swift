import Synchronization

/// Something that can be known from a corpus. What is made from the corpus is still good in a later one when
/// every fact it was made from has the same mark there (`CorpusMarks`).
package struct CorpusFact: Sendable, Hashable {
    package let kind: Kind
    private let position: Int32
    private let part: Int32

    package enum Kind: UInt8, Sendable, CaseIterable {
        /// All lists with everything in them.
        case everything
        /// Which ids and symbols there are: all that decides whether something is found.
        case names
        /// How many entries there are.
        case counts
        /// `MeetingRow` of every meeting, in their order; so for the lists after it.
        case meetingList
        case personList
        case delegationList
        case resolutionList
        /// Every document with the places that cite it.
        case documentList
        /// `MeetingRow` of every meeting of a year, and which years are next to it.
        case year
        /// A meeting with all its text and links.
        case meeting
        /// `MeetingRow`: what a list shows of a meeting.
        case meetingRow
        /// What others show of a meeting: `MeetingHeading`, and its anchors.
        case meetingOutline
        /// Who speaks in each of a meeting's statements.
        case voices
        /// The lines that each of a meeting's blocks stands on.
        case lines
        /// What a meeting decided and how it voted, with the words.
        case decisions
        /// A block of a meeting's text, with what the corpus knows of the statement in it.
        case block
        case person
        /// What a link to a person shows, `EntryLabel`, and the other forms of the name.
        case personLabel
        case delegation
        case delegationLabel
        /// A resolution with its text and everything that cites it.
        case resolution
        /// What others show of a resolution: `ResolutionOutline`, and the symbols that mean it.
        case resolutionOutline
        /// Where a cited symbol leads.
        case document

        /// A part of what is known of one meeting, which `meeting` holds as a whole.
        var isPartOfMeeting: Bool {
            switch self {
            case .meetingRow, .meetingOutline, .voices, .lines, .decisions, .block: true
            default: false
            }
        }
    }

    /// - Parameter part: the block, of a fact about one.
    init(_ kind: Kind, _ index: Int = 0, part: Int = 0) {
        self.kind = kind
        position = Int32(index)
        self.part = Int32(part)
    }

    /// Place in the corpus's list; only good in the corpus it came from.
    var index: Int { Int(position) }

    var block: Int { Int(part) }

    /// The meeting whose text was read for it; nil where none was.
    package var textOf: Ref<MeetingEntry>? {
        switch kind {
        case .meeting, .decisions, .block: Ref(index)
        default: nil
        }
    }
}

/// What is read in a corpus while something is made from it.
package final class ReadLog: Sendable {
    private struct State {
        var facts: Set<CorpusFact> = []
        /// Most reads repeat one of the last few.
        var last: [CorpusFact?] = Array(repeating: nil, count: CorpusFact.Kind.allCases.count)
    }

    private let state = Mutex(State())

    package init() {}

    /// Each fact that was read, once, without those that are part of another.
    package var facts: Set<CorpusFact> {
        let facts = state.withLock { $0.facts }
        return facts.filter { !$0.kind.isPartOfMeeting || !facts.contains(CorpusFact(.meeting, $0.index)) }
    }

    func note(_ fact: CorpusFact) {
        state.withLock { state in
            let kind = Int(fact.kind.rawValue)
            if state.last[kind] == fact { return }
            state.last[kind] = fact
            state.facts.insert(fact)
        }
    }
}

extension Corpus {
    /// The same corpus, which writes down what is read in it.
    package func noting(in log: ReadLog) -> Corpus {
        var corpus = self
        corpus.log = log
        return corpus
    }

    /// Notes that all that is known of an entry was read: for what is known besides the corpus.
    package func note(_ meeting: Ref<MeetingEntry>) { note(.meeting, meeting.index) }
    package func note(_ resolution: Ref<ResolutionEntry>) { note(.resolution, resolution.index) }
    /// The same for the list of meetings.
    package func noteMeetingList() { note(.meetingList) }

    func note(_ kind: CorpusFact.Kind, _ index: Int = 0) { log?.note(CorpusFact(kind, index)) }
    func note(_ block: TurnRef) { log?.note(CorpusFact(.block, block.meeting.index, part: block.block)) }
}
