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

    /// - Parameters:
    ///   - refs: whom names of delegations mean.
    ///   - threads: how many work at once.
    init(
        _ entries: [MeetingEntry], _ concordance: Concordance, _ refs: DelegationRefs, delegations: [Delegation],
        registry: Registry, threads: Int
    ) {
        let named = NamedTurns(entries, concordance, refs, threads: threads)
        self.named = named
        owners = Array(repeating: nil, count: named.turns.count)
        let matcher = RegistryMatcher(registry, delegations: delegations, meetings: entries)
        let people = NameClusters(named, delegations: delegations, registry: matcher)
        let surnames = SurnameJoins(named, people: people)
        let drafts = PersonDrafts(named, people: people, surnames: surnames)
        let writer = PersonWriter(entries, named: named, delegations: delegations, registry: registry)
        let many = ParallelMap(threads: threads)
        let (open, unsorted) = many.both {
            SamePersonFinder.proposals(named, drafts: drafts, people: people, registry: matcher)
        } _: {
            many.map(drafts.all.parts(of: 128)) { $0.map(writer.person) }.flatMap(\.self)
        }
        var book = AddressBook(expecting: unsorted.count)
        var written = zip(unsorted, drafts.all.indices).map { (person: $0.addressed(&book), draft: $1) }
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

    /// Writes only what is another than before: turns that an earlier linking shares are not copied for it.
    func assign(to entries: inout [MeetingEntry]) {
        var isChanged = Array(repeating: false, count: entries.count)
        for (turn, owner) in zip(named.turns, owners) {
            let (meeting, slot) = (turn.ref.meeting.index, Int(turn.slot))
            guard entries[meeting].turns[slot].person != owner else { continue }
            entries[meeting].turns[slot].person = owner
            isChanged[meeting] = true
        }
        var lastMeeting = Array(repeating: -1, count: persons.count)
        for index in entries.indices where isChanged[index] {
            var speakers: [Ref<Person>] = []
            for turn in entries[index].turns.indices {
                guard let person = entries[index].turns[turn].person, lastMeeting[person.index] != index else {
                    continue
                }
                lastMeeting[person.index] = index
                speakers.append(person)
            }
            entries[index].speakers = speakers
        }
    }
}
