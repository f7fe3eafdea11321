import Diagnostics
import Meetings

/// Reads from each statement for whom it was given; who spoke is the matter of `PersonIndex`.
extension Corpus {
    /// Fills turns, placeholders and votes of the entries.
    /// - Returns: the delegations that occur, in order of their ids.
    static func readTurns(
        of entries: inout [MeetingEntry], registry: Registry, states: StateTable
    ) -> [Delegation] {
        var names = DelegationNames(states: states, organisations: .shipped, registry: registry)
        var roles = RoleReader(organisations: .shipped)
        for entry in entries { note(entry.linkable, in: &names, roles: &roles) }
        let (delegations, refs) = names.resolved()
        for index in entries.indices {
            fill(&entries[index], at: Ref(index), refs: refs, roles: &roles)
        }
        return delegations
    }

    private static func note(_ meeting: Meeting, in names: inout DelegationNames, roles: inout RoleReader) {
        for block in meeting.blocks {
            switch block.content {
            case .statement(let statement):
                if let name = delegation(of: statement.speaker, roles: &roles) {
                    names.note(name, \.turns)
                    if statement.speaker.role == nil { names.note(name, \.bare) }
                }
                for group in statement.onBehalfOf + statement.alignedWith { names.note(group, \.groups) }
                for name in statement.others.compactMap(\.delegation) { names.note(name, \.turns) }
            case .placeholder(let placeholder):
                if let name = placeholder.delegation { names.note(name, \.turns) }
            default: break
            }
        }
        for vote in meeting.votes {
            for name in vote.names.favour + vote.names.against + vote.names.abstain { names.note(name, \.votes) }
        }
    }

    private static func delegation(of speaker: Speaker, roles: inout RoleReader) -> String? {
        speaker.delegation ?? speaker.role.flatMap { roles.organisation(in: $0) }
    }

    private static func fill(
        _ entry: inout MeetingEntry, at ref: Ref<MeetingEntry>, refs: DelegationRefs, roles: inout RoleReader
    ) {
        var seen: Set<Ref<Delegation>> = []
        for (index, block) in entry.linkable.blocks.enumerated() {
            let place = TurnRef(meeting: ref, block: index)
            switch block.content {
            case .statement(let statement):
                let delegation = delegation(of: statement.speaker, roles: &roles).flatMap { refs[$0] }
                entry.turns.append(
                    Turn(
                        ref: place, anchor: statement.id, delegation: delegation,
                        onBehalfOf: distinct(statement.onBehalfOf.flatMap(refs.group), without: delegation),
                        alignedWith: distinct(statement.alignedWith.flatMap(refs.group), without: delegation),
                        heard: distinct(
                            statement.others.compactMap { $0.delegation.flatMap { refs[$0] } }, without: delegation),
                        words: Int(entry.measure.lengths[index])))
                if let delegation, seen.insert(delegation).inserted { entry.delegations.append(delegation) }
            case .placeholder(let placeholder):
                let delegation = placeholder.delegation.flatMap { refs[$0] }
                entry.placeholders.append(PlaceholderTurn(ref: place, anchor: placeholder.id, delegation: delegation))
            default: break
            }
        }
        entry.orderAnchors()
        entry.votes = entry.linkable.votes.map { vote in
            MeetingEntry.VoteNames(
                favour: distinct(vote.names.favour.compactMap { refs[$0] }, without: nil),
                against: distinct(vote.names.against.compactMap { refs[$0] }, without: nil),
                abstain: distinct(vote.names.abstain.compactMap { refs[$0] }, without: nil))
        }
    }

    private static func distinct(_ refs: [Ref<Delegation>], without own: Ref<Delegation>?) -> [Ref<Delegation>] {
        guard !refs.isEmpty else { return [] }
        var seen: Set<Ref<Delegation>> = []
        return refs.filter { $0 != own && seen.insert($0).inserted }
    }
}
