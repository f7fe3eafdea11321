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

    /// - Parameters: as those of `Linkage`.
    package init(
        _ meetings: [MeasuredMeeting], registry: Registry = .empty, officialTexts: [OfficialText] = [],
        states: StateTable = .shipped, threads: Int = 1
    ) {
        self =
            Linkage(meetings, registry: registry, officialTexts: officialTexts, states: states, threads: threads)
            .corpus
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

    /// - Parameter threads: how many work at once.
    init(_ lists: Lists, symbols: SymbolTable, threads: Int = 1) {
        self.lists = lists
        self.symbols = symbols
        ((meetingByID, personByID, delegationByID), (resolutionByID, documentByID, years)) =
            ParallelMap(threads: threads).both {
                (
                    Self.index(lists.meetings, \.id), Self.index(lists.persons, \.id),
                    Self.index(lists.delegations, \.id)
                )
            } _: {
                (
                    Self.index(lists.resolutions, \.id), Self.index(lists.documents, \.id),
                    MeetingYear.all(of: lists.meetings)
                )
            }
        yearByID = Self.index(years, \.id)
    }

    private static func index<Entry>(_ entries: [Entry], _ id: (Entry) -> String) -> [String: Int] {
        var index: [String: Int] = [:]
        index.reserveCapacity(entries.count)
        for place in entries.indices.reversed() { index[id(entries[place])] = place }
        return index
    }

    // MARK: Lists

    struct Lists: Sendable {
        var meetings: [MeetingEntry] = []
        var persons: [Person] = []
        var delegations: [Delegation] = []
        var resolutions: [ResolutionEntry] = []
        var documents: [DocumentEntry] = []
        var officialTexts: [OfficialText] = []
        var proposals: [SamePersonProposal] = []
        var redirects: [Redirect] = []
        var figures = Figures()
        var diagnostics: [Diagnostic] = []
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
