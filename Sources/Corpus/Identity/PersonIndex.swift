import Diagnostics
import Meetings

/// Who is who: named turns become persons.
struct PersonIndex: Sendable {
    /// In order of their ids.
    private(set) var persons: [Person] = []
    private(set) var proposals: [SamePersonProposal] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let named: NamedTurns
    /// For each named turn, its person.
    private var owners: [Ref<Person>?]

    /// - Parameter threads: how many work at once.
    init(
        _ entries: [MeetingEntry], _ concordance: Concordance, delegations: [Delegation], registry: Registry,
        threads: Int
    ) {
        let named = NamedTurns(entries, concordance, threads: threads)
        self.named = named
        owners = Array(repeating: nil, count: named.turns.count)
        let matcher = RegistryMatcher(registry, delegations: delegations, meetings: entries)
        let people = NameClusters(named, delegations: delegations, registry: matcher)
        let surnames = SurnameJoins(named, people: people)
        let drafts = PersonDrafts(named, people: people, surnames: surnames)
        let writer = PersonWriter(entries, named: named, delegations: delegations, registry: registry)
        let (open, unsorted) = ParallelMap(threads: threads).both {
            SamePersonFinder.proposals(named, drafts: drafts, people: people, registry: matcher)
        } _: {
            var book = AddressBook()
            return drafts.all.map { writer.person($0, book: &book) }
        }
        var written = zip(unsorted, drafts.all.indices).map { (person: $0, draft: $1) }
        written.sort { $0.person.id < $1.person.id }
        persons = written.map(\.person)
        var position = Array(repeating: 0, count: drafts.all.count)
        for (index, entry) in written.enumerated() { position[entry.draft] = index }
        for (index, draft) in drafts.all.enumerated() {
            for turn in draft.turns { owners[turn] = Ref(position[index]) }
        }
        proposals = open.map {
            SamePersonProposal(first: Ref(position[$0.first]), second: Ref(position[$0.second]), reason: $0.reason)
        }
        var recorded: [Int: Person] = [:]
        for (index, draft) in drafts.all.enumerated() {
            if let record = draft.record { recorded[record] = persons[position[index]] }
        }
        diagnostics =
            RegistryReview(registry: registry, entries: entries, delegations: delegations).diagnostics(recorded)
            + proposals.map { question($0, entries: entries) }
    }

    /// Stands where the second of the two speaks first.
    private func question(_ proposal: SamePersonProposal, entries: [MeetingEntry]) -> Diagnostic {
        let (first, second) = (persons[proposal.first.index], persons[proposal.second.index])
        let place = second.turns.first.map { entries[$0.meeting.index] }
        return Diagnostic(
            id: "same-person", severity: .note, file: place?.source.file,
            lines: second.turns.first.flatMap { place?.lines[$0.block] },
            message: "“\(second.name)” (\(second.id)) and “\(first.name)” (\(first.id)) may be one person: "
                + proposal.reason.explanation,
            suggestion:
                "Say whether they are the same person: `rapporteur people --propose` writes the question into the registry."
        )
    }

    func assign(to entries: inout [MeetingEntry]) {
        for (turn, owner) in zip(named.turns, owners) {
            entries[turn.ref.meeting.index].turns[turn.slot].person = owner
        }
        for index in entries.indices {
            var seen: Set<Ref<Person>> = []
            entries[index].speakers = entries[index].turns.compactMap(\.person).filter { seen.insert($0).inserted }
        }
    }
}
