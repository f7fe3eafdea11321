import Diagnostics
import Meetings

/// Meetings that were linked, with what was found on the way: in the same process the next linking takes from it what no edit has
/// touched.
///
/// Its corpus is the one that linking everything anew would give (`RandomLinkageTests`). Readings are known by their skeletons,
/// which are objects: a digest that was read again has another one. Who speaks and what is decided are two matters, and few edits
/// touch both.
package struct Linkage: Sendable {
    package let corpus: Corpus
    let registry: Registry
    let arrangement: Arrangement
    let concordance: Concordance
    /// What there was to say of persons.
    let told: [Diagnostic]
    /// Everything that was taken in, for this linking and those before it.
    private let lexicon: SharedLexicon
    private let refs: DelegationRefs?
    /// Of resolutions.
    private let redirects: [Redirect]

    /// Of so many lexicons most are of digests that have changed since.
    private static let mostLexicons = 1_000

    /// - Parameters:
    ///   - meetings: in any order; those of kind `other` are left out.
    ///   - registry: what the owner says, before any rule.
    ///   - officialTexts: in any order; of two of one symbol the later is left out and told.
    ///   - threads: how many work at once; the corpus does not depend on it.
    ///   - last: an earlier linking by the same table of States.
    package init(
        _ meetings: [MeasuredMeeting], registry: Registry = .empty, officialTexts: [OfficialText] = [],
        states: StateTable = .shipped, threads: Int = 1, after last: Linkage? = nil
    ) {
        let last = last.flatMap { $0.lexicon.count < Self.mostLexicons ? $0 : nil }
        let shelf = OfficialShelf(officialTexts)
        let (arrangement, taken) = ParallelMap(threads: threads).both {
            Arrangement(meetings, bodies: .shipped, threads: threads, after: last?.arrangement)
        } _: {
            var lexicon = last?.lexicon ?? SharedLexicon()
            for meeting in meetings where last?.arrangement.digest(of: meeting) == nil {
                lexicon.take(meeting.skeleton)
            }
            let cited = shelf.texts.flatMap { lexicon.take($0.text) }
            return (all: lexicon, cited: cited)
        }
        let concordance = Concordance(
            arrangement.digests.map(\.reading.skeleton), in: taken.all, citedInDocuments: taken.cited,
            threads: threads, after: last?.concordance)
        let edit = last.flatMap { LinkedEdit(of: $0, arrangement, concordance) }
        let (voices, (decisions, symbols)) = ParallelMap(threads: threads).both { () -> VoiceIndex? in
            if let edit, edit.keepsVoices(registry) { return nil }
            return VoiceIndex(
                arrangement, concordance, registry: registry, states: states, threads: threads, after: last?.voices)
        } _: { () -> (DecisionIndex?, SymbolTable) in
            if let symbols = edit?.symbols(shelf.texts) { return (nil, symbols) }
            let decisions = DecisionIndex(
                arrangement.entries, concordance, officialTexts: shelf.texts, threads: threads)
            return (decisions, decisions.symbols)
        }

        self.registry = registry
        self.arrangement = arrangement
        self.concordance = concordance
        lexicon = taken.all
        told = voices?.people.diagnostics ?? last?.told ?? []
        refs = voices?.refs ?? last?.refs
        redirects = decisions?.redirects ?? last?.redirects ?? []

        var lists = Self.lists(edit, voices, decisions, symbols)
        lists.officialTexts = shelf.texts
        lists.redirects = (arrangement.redirects + redirects).sorted { $0.from < $1.from }
        lists.diagnostics = arrangement.diagnostics + told + shelf.diagnostics
        corpus = Corpus(lists, symbols: symbols, threads: threads)
    }

    /// - Parameters:
    ///   - edit: holds what is not found anew.
    ///   - voices: nil where they are kept.
    ///   - decisions: nil where they are kept.
    private static func lists(
        _ edit: LinkedEdit?, _ voices: VoiceIndex?, _ decisions: DecisionIndex?, _ symbols: SymbolTable
    ) -> Corpus.Lists {
        var lists = edit?.lists() ?? Corpus.Lists()
        let byMeeting = decisions?.byMeeting ?? lists.meetings.map(\.decisions)
        if let voices { lists.take(voices) } else { edit?.correctLengths(&lists) }
        if let decisions { lists.take(decisions) } else { edit?.correctCitations(&lists, symbols) }
        guard voices != nil || decisions != nil else { return lists }
        for index in lists.meetings.indices { lists.meetings[index].decisions = byMeeting[index] }
        lists.figures = Figures(
            lists.meetings, persons: lists.persons.count, delegations: lists.delegations.count,
            resolutions: lists.resolutions)
        return lists
    }

    private var voices: VoiceIndex.Earlier? {
        refs.map { VoiceIndex.Earlier(arrangement.digests, corpus.lists.meetings, $0) }
    }
}

extension Corpus.Lists {
    fileprivate mutating func take(_ voices: VoiceIndex) {
        meetings = voices.entries
        persons = voices.people.persons
        proposals = voices.people.proposals
        delegations = voices.delegations
    }

    fileprivate mutating func take(_ decisions: DecisionIndex) {
        resolutions = decisions.resolutions
        documents = decisions.documents
    }
}
