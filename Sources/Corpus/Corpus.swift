import Diagnostics
import Meetings

/// Many meetings as one linked index: who is who, who spoke for whom, what was decided, and what points where.
///
/// An immutable value. It depends on the meetings, the registry and the tables alone, not on the order in which the
/// meetings come. Entries refer to one another by `Ref` and to passages of text by position; nothing is copied.
/// Building it takes time linear in the number of statements.
package struct Corpus: Sendable {
    /// By date, then number, then file; those without a date first.
    package let meetings: [MeetingEntry]
    /// In order of their ids.
    package let persons: [Person]
    /// In order of their ids.
    package let delegations: [Delegation]
    /// Resolutions and presidential statements, in natural order of their symbols.
    package let resolutions: [ResolutionEntry]
    /// In natural order of their symbols.
    package let documents: [DocumentEntry]
    /// Persons who may be one, for the owner to decide.
    package let proposals: [SamePersonProposal]
    /// Addresses that lead on to others.
    package let redirects: [Redirect]
    package let figures: Figures
    /// What the corpus finds wrong or open; those of the single digests stay with their `Meeting`.
    package let diagnostics: [Diagnostic]

    private let meetingByID: [String: Int]
    private let personByID: [String: Int]
    private let delegationByID: [String: Int]
    private let resolutionByID: [String: Int]
    let decisions: DecisionIndex
    /// Official documents, by symbol.
    package let officialTexts: [OfficialText]

    /// - Parameters:
    ///   - meetings: in any order; those of kind `other` are left out.
    ///   - registry: what the owner says, before any rule.
    ///   - officialTexts: in any order; of two of one symbol the later is left out and told.
    package init(
        meetings: [Meeting], registry: Registry = .empty, officialTexts: [OfficialText] = [],
        states: StateTable = .shipped
    ) {
        let shelf = OfficialShelf(officialTexts)
        self.officialTexts = shelf.texts
        let arrangement = Arrangement(meetings, bodies: .shipped)
        var entries = arrangement.entries
        var delegations = Self.readTurns(of: &entries, registry: registry, states: states)
        let people = PersonIndex(entries, delegations: delegations, registry: registry)
        people.assign(to: &entries)
        let decisions = DecisionIndex(entries, officialTexts: shelf.texts)
        for index in entries.indices { entries[index].decisions = decisions.entries(ofMeeting: index) }
        DelegationLinks(entries).fill(&delegations)

        self.meetings = entries
        persons = people.persons
        proposals = people.proposals
        self.delegations = delegations
        resolutions = decisions.resolutions
        documents = decisions.documents
        redirects = (arrangement.redirects + decisions.redirects).sorted { $0.from < $1.from }
        figures = Figures(entries, persons: persons.count, delegations: delegations.count, resolutions: resolutions)
        diagnostics = arrangement.diagnostics + people.diagnostics + shelf.diagnostics
        self.decisions = decisions
        meetingByID = Self.index(entries.map(\.id))
        personByID = Self.index(persons.map(\.id))
        delegationByID = Self.index(delegations.map(\.id))
        resolutionByID = Self.index(resolutions.map(\.id))
    }

    private static func index(_ ids: [String]) -> [String: Int] {
        Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }

    // MARK: Entries

    package subscript(ref: Ref<MeetingEntry>) -> MeetingEntry { meetings[ref.index] }
    package subscript(ref: Ref<Person>) -> Person { persons[ref.index] }
    package subscript(ref: Ref<Delegation>) -> Delegation { delegations[ref.index] }
    package subscript(ref: Ref<ResolutionEntry>) -> ResolutionEntry { resolutions[ref.index] }

    package func meeting(id: String) -> Ref<MeetingEntry>? { meetingByID[id].map { Ref($0) } }
    package func person(id: String) -> Ref<Person>? { personByID[id].map { Ref($0) } }
    package func delegation(id: String) -> Ref<Delegation>? { delegationByID[id].map { Ref($0) } }
    package func resolution(id: String) -> Ref<ResolutionEntry>? { resolutionByID[id].map { Ref($0) } }
}
