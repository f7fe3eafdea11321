import Diagnostics
import Meetings

/// Who speaks, and for whom: everything that openers of statements, announcements and votes tell.
struct VoiceIndex: Sendable {
    /// With turns, placeholders and the names in votes.
    let entries: [MeetingEntry]
    /// In order of their ids.
    let delegations: [Delegation]
    let people: PersonIndex
    let refs: DelegationRefs

    /// What an earlier linking found.
    struct Earlier: Sendable {
        private let places: [ObjectIdentifier: Int]
        private let entries: [MeetingEntry]
        fileprivate let refs: DelegationRefs

        init(_ digests: [Digest], _ entries: [MeetingEntry], _ refs: DelegationRefs) {
            places = Dictionary(
                zip(digests.lazy.map { ObjectIdentifier($0) }, digests.indices), uniquingKeysWith: { $1 })
            self.entries = entries
            self.refs = refs
        }

        /// Takes over the voices of a digest that was linked.
        fileprivate func fill(_ entry: inout MeetingEntry, at index: Int, of digest: Digest) -> Bool {
            guard let place = places[ObjectIdentifier(digest)] else { return false }
            entry.takeVoices(of: entries[place], at: Ref(index), isMoved: place != index)
            return true
        }
    }

    /// - Parameters:
    ///   - threads: how many work at once.
    ///   - earlier: where places in the concordance meant what they mean now.
    init(
        _ arrangement: Arrangement, _ concordance: Concordance, registry: Registry, states: StateTable, threads: Int,
        after earlier: Earlier? = nil
    ) {
        let printed = PrintedDelegations(concordance)
        var names = DelegationNames(
            uses: printed.uses, states: states, organisations: .shipped, registry: registry)
        let (found, meanings) = names.resolved()
        refs = DelegationRefs(printed, meanings)
        let kept = earlier.flatMap { [refs] in refs.begins(like: $0.refs) ? $0 : nil }
        let many = ParallelMap(threads: threads)
        var entries = many.map(arrangement.entries.indices.parts(of: 256)) { [refs] part in
            part.map { index in
                var entry = arrangement.entries[index]
                if kept?.fill(&entry, at: index, of: arrangement.digests[index]) != true {
                    Self.fill(&entry, at: Ref(index), concordance.meetings[index], texts: concordance.texts, refs: refs)
                }
                return entry
            }
        }
        .flatMap(\.self)
        people = PersonIndex(entries, concordance, refs, delegations: found, registry: registry, threads: threads)
        people.assign(to: &entries)
        let neighbours: Turn.Neighbours
        (delegations, neighbours) = many.both { [entries, found] in
            DelegationLinks(entries).filled(found)
        } _: { [entries, people] in
            Turn.Neighbours(in: entries, delegations: found.count, persons: people.persons.count)
        }
        neighbours.join(&entries)
        self.entries = entries
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
