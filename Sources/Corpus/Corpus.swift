import Diagnostics
import Meetings

/// Many meetings as one linked index: who is who, who spoke for whom, what was decided, and what points where.
///
/// An immutable value. It depends on the meetings, the registry and the tables alone, not on the order in which the
/// meetings come. Entries refer to one another by `Ref` and to passages of text by position; nothing is copied.
/// Building it takes time linear in the number of statements.
package struct Corpus: Sendable {
    /// Everything in it. Outside this module it is read by what notes the reading (`CorpusFact`).
    var lists: Lists
    private let meetingByID: [String: Int]
    private let personByID: [String: Int]
    private let delegationByID: [String: Int]
    private let resolutionByID: [String: Int]
    private let documentByID: [String: Int]
    private let yearByID: [String: Int]
    let years: [MeetingYear]
    var symbols: SymbolTable
    /// Where readings are noted; nil as long as nobody wants to know.
    var log: ReadLog?

    /// - Parameters:
    ///   - meetings: in any order; those of kind `other` are left out.
    ///   - registry: what the owner says, before any rule.
    ///   - officialTexts: in any order; of two of one symbol the later is left out and told.
    ///   - threads: how many work at once; the corpus does not depend on it.
    package init(
        _ meetings: [MeasuredMeeting], registry: Registry = .empty, officialTexts: [OfficialText] = [],
        states: StateTable = .shipped, threads: Int = 1
    ) {
        let shelf = OfficialShelf(officialTexts)
        let (arrangement, lexicon) = ParallelMap(threads: threads).both {
            Arrangement(meetings, bodies: .shipped, threads: threads)
        } _: {
            var lexicon = SharedLexicon()
            for meeting in meetings { lexicon.take(meeting.skeleton) }
            let cited = shelf.texts.flatMap { lexicon.take($0.text) }
            return (all: lexicon, cited: cited)
        }
        let concordance = Concordance(
            arrangement.skeletons, in: lexicon.all, citedInDocuments: lexicon.cited, threads: threads)
        // Who speaks and what is decided are two matters.
        let (heard, decisions) = ParallelMap(threads: threads).both {
            Self.heard(in: arrangement.entries, concordance, registry: registry, states: states, threads: threads)
        } _: {
            DecisionIndex(arrangement.entries, concordance, officialTexts: shelf.texts)
        }
        let (delegations, people) = (heard.delegations, heard.people)
        var entries = heard.entries
        for index in entries.indices { entries[index].decisions = decisions.entries(ofMeeting: index) }
        let figures = Figures(
            entries, persons: people.persons.count, delegations: delegations.count, resolutions: decisions.resolutions)

        self.init(
            Lists(
                meetings: entries, persons: people.persons, delegations: delegations,
                resolutions: decisions.resolutions,
                documents: decisions.documents, officialTexts: shelf.texts, proposals: people.proposals,
                redirects: (arrangement.redirects + decisions.redirects).sorted { $0.from < $1.from },
                figures: figures, diagnostics: arrangement.diagnostics + people.diagnostics + shelf.diagnostics),
            symbols: decisions.symbols)
    }

    /// Who speaks, and for whom.
    private static func heard(
        in entries: [MeetingEntry], _ concordance: Concordance, registry: Registry, states: StateTable, threads: Int
    ) -> (entries: [MeetingEntry], delegations: [Delegation], people: PersonIndex) {
        var entries = entries
        let delegations = readTurns(of: &entries, concordance, registry: registry, states: states, threads: threads)
        let people = PersonIndex(
            entries, concordance, delegations: delegations, registry: registry, threads: threads)
        people.assign(to: &entries)
        Turn.joinNeighbours(in: &entries, delegations: delegations.count, persons: people.persons.count)
        return (entries, DelegationLinks(entries).filled(delegations), people)
    }

    /// Of meetings that are measured for it.
    package init(
        meetings: [Meeting], registry: Registry = .empty, officialTexts: [OfficialText] = [],
        states: StateTable = .shipped, threads: Int = 1
    ) {
        self.init(
            ParallelMap(threads: threads).map(meetings, MeasuredMeeting.init), registry: registry,
            officialTexts: officialTexts, states: states, threads: threads)
    }

    init(_ lists: Lists, symbols: SymbolTable) {
        self.lists = lists
        self.symbols = symbols
        meetingByID = Self.index(lists.meetings.map(\.id))
        personByID = Self.index(lists.persons.map(\.id))
        delegationByID = Self.index(lists.delegations.map(\.id))
        resolutionByID = Self.index(lists.resolutions.map(\.id))
        documentByID = Self.index(lists.documents.map(\.id))
        years = MeetingYear.all(of: lists.meetings)
        yearByID = Self.index(years.map(\.id))
    }

    private static func index(_ ids: [String]) -> [String: Int] {
        Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }

    // MARK: Lists

    struct Lists: Sendable {
        var meetings: [MeetingEntry]
        var persons: [Person]
        var delegations: [Delegation]
        var resolutions: [ResolutionEntry]
        var documents: [DocumentEntry]
        var officialTexts: [OfficialText]
        var proposals: [SamePersonProposal]
        var redirects: [Redirect]
        var figures: Figures
        var diagnostics: [Diagnostic]
    }

    /// By date, then number, then file; those without a date first.
    package var meetings: [MeetingEntry] { everything.meetings }
    /// In order of their ids.
    package var persons: [Person] { everything.persons }
    /// In order of their ids.
    package var delegations: [Delegation] { everything.delegations }
    /// Resolutions and presidential statements, in natural order of their symbols.
    package var resolutions: [ResolutionEntry] { everything.resolutions }
    /// Official documents, by symbol.
    package var officialTexts: [OfficialText] { everything.officialTexts }
    /// Persons who may be one, for the owner to decide.
    package var proposals: [SamePersonProposal] { everything.proposals }
    /// Addresses that lead on to others.
    package var redirects: [Redirect] { everything.redirects }
    package var figures: Figures { everything.figures }
    /// What the corpus finds wrong or open; those of the single digests stay with their `Meeting`.
    package var diagnostics: [Diagnostic] { everything.diagnostics }

    private var everything: Lists {
        note(.everything)
        return lists
    }

    // MARK: Entries

    // Lent, not copied: an entry has many parts.
    package subscript(ref: Ref<MeetingEntry>) -> MeetingEntry {
        _read {
            note(.meeting, ref.index)
            yield lists.meetings[ref.index]
        }
    }

    package subscript(ref: Ref<Person>) -> Person {
        _read {
            note(.person, ref.index)
            yield lists.persons[ref.index]
        }
    }

    package subscript(ref: Ref<Delegation>) -> Delegation {
        _read {
            note(.delegation, ref.index)
            yield lists.delegations[ref.index]
        }
    }

    package subscript(ref: Ref<ResolutionEntry>) -> ResolutionEntry {
        _read {
            note(.resolution, ref.index)
            yield lists.resolutions[ref.index]
        }
    }

    package subscript(ref: Ref<MeetingYear>) -> MeetingYear {
        note(.year, ref.index)
        return years[ref.index]
    }

    // An id that is found is good as long as its entry is there; one that is not, until it comes.
    package func meeting(id: String) -> Ref<MeetingEntry>? { found(meetingByID[id], .meetingOutline) }
    package func person(id: String) -> Ref<Person>? { found(personByID[id], .personLabel) }
    package func delegation(id: String) -> Ref<Delegation>? { found(delegationByID[id], .delegationLabel) }
    package func resolution(id: String) -> Ref<ResolutionEntry>? { found(resolutionByID[id], .resolutionOutline) }

    package func year(id: String) -> Ref<MeetingYear>? { found(yearByID[id], .year) }

    /// Whether the list of documents has this anchor.
    package func hasDocument(id: String) -> Bool {
        let document: Ref<DocumentEntry>? = found(documentByID[id], .document)
        return document != nil
    }

    private func found<Entry>(_ index: Int?, _ kind: CorpusFact.Kind) -> Ref<Entry>? {
        note(index == nil ? .names : kind, index ?? 0)
        return index.map { Ref($0) }
    }
}
