import Synchronization

/// Something that can be known from a corpus. What is made from the corpus is still good in a later one when
/// every fact it was made from has the same mark there (`CorpusMarks`).
package struct CorpusFact: Sendable, Hashable {
    package let kind: Kind
    private let position: Int32

    package enum Kind: UInt8, Sendable, CaseIterable {
        /// All lists with everything in them.
        case everything
        /// A meeting with all its text and links.
        case meeting
        /// What others show of a meeting: `MeetingOutline`, and its anchors.
        case meetingOutline
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
    }

    init(_ kind: Kind, _ index: Int = 0) {
        self.kind = kind
        position = Int32(index)
    }

    /// Place in the corpus's list; only good in the corpus it came from.
    var index: Int { Int(position) }
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

    /// Each fact that was read, once.
    package var facts: Set<CorpusFact> { state.withLock { $0.facts } }

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

    func note(_ kind: CorpusFact.Kind, _ index: Int = 0) { log?.note(CorpusFact(kind, index)) }
}
