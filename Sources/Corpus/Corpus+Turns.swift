import Diagnostics
import Meetings

/// Reads from each statement for whom it was given; who spoke is the matter of `PersonIndex`.
extension Corpus {
    /// Fills turns, placeholders and votes of the entries.
    /// - Parameter threads: how many work at once.
    /// - Returns: the delegations that occur, in order of their ids.
    static func readTurns(
        of entries: inout [MeetingEntry], _ concordance: Concordance, registry: Registry, states: StateTable,
        threads: Int
    ) -> [Delegation] {
        let printed = PrintedDelegations(concordance)
        var names = DelegationNames(
            uses: printed.uses, states: states, organisations: .shipped, registry: registry)
        let (delegations, meanings) = names.resolved()
        let refs = DelegationRefs(printed, meanings)
        entries = ParallelMap(threads: threads).map(entries.indices.parts(of: 256)) { [entries] part in
            part.map { index in
                var entry = entries[index]
                fill(&entry, at: Ref(index), concordance.meetings[index], texts: concordance.texts, refs: refs)
                return entry
            }
        }
        .flatMap(\.self)
        return delegations
    }

    private static func fill(
        _ entry: inout MeetingEntry, at ref: Ref<MeetingEntry>, _ parts: SkeletonParts, texts: [String],
        refs: DelegationRefs
    ) {
        let lengths = entry.measure.lengths
        entry.turns = parts.openers.map { opener in
            let delegation = refs.ofSpeaker(opener.speaker)
            return Turn(
                ref: TurnRef(meeting: ref, block: Int(opener.block)), anchor: texts[Int(opener.anchor)],
                delegation: delegation,
                onBehalfOf: distinct(opener.ties(.onBehalfOf).flatMap(refs.group), without: delegation),
                alignedWith: distinct(opener.ties(.alignedWith).flatMap(refs.group), without: delegation),
                heard: distinct(opener.ties(.heard).compactMap(refs.single), without: delegation),
                words: Int(lengths[Int(opener.block)]))
        }
        entry.delegations = distinct(entry.turns.compactMap(\.delegation), without: nil)
        entry.placeholders = parts.announcements.map { announcement in
            PlaceholderTurn(
                ref: TurnRef(meeting: ref, block: Int(announcement.block)), anchor: texts[Int(announcement.anchor)],
                delegation: announcement.delegation.flatMap(refs.single))
        }
        entry.orderAnchors()
        entry.votes = parts.ballots.map { ballot in
            MeetingEntry.VoteNames(
                favour: distinct(ballot.favour.compactMap(refs.single), without: nil),
                against: distinct(ballot.against.compactMap(refs.single), without: nil),
                abstain: distinct(ballot.abstain.compactMap(refs.single), without: nil))
        }
    }

    private static func distinct(_ refs: [Ref<Delegation>], without own: Ref<Delegation>?) -> [Ref<Delegation>] {
        guard !refs.isEmpty else { return [] }
        var seen: Set<Ref<Delegation>> = []
        return refs.filter { $0 != own && seen.insert($0).inserted }
    }
}

extension SkeletonParts.StatementOpener {
    /// The names of one relation, in the order of the text.
    fileprivate func ties(_ relation: SkeletonParts.Tie.Relation) -> [Int32] {
        ties.isEmpty ? [] : ties.filter { $0.relation == relation }.map(\.name)
    }
}
