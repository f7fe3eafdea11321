import Meetings

/// Everything that leads back from the meetings to a delegation, gathered in one pass in order of time.
struct DelegationLinks {
    private let entries: [MeetingEntry]

    init(_ entries: [MeetingEntry]) { self.entries = entries }

    func filled(_ found: [Delegation]) -> [Delegation] {
        var delegations = found
        var speakers = Tally<Ref<Person>>(count: delegations.count)
        var spokeFor = Tally<Ref<Delegation>>(count: delegations.count)
        var aligned = Tally<Ref<Delegation>>(count: delegations.count)
        var representedBy = Tally<Ref<Delegation>>(count: delegations.count)
        var alignedBy = Tally<Ref<Delegation>>(count: delegations.count)
        for index in entries.indices {
            for turn in entries[index].turns {
                for group in turn.onBehalfOf { delegations[group.index].turnsOnBehalf.append(turn.ref) }
                for group in turn.alignedWith { delegations[group.index].turnsAligned.append(turn.ref) }
                for other in turn.heard { delegations[other.index].turnsHeardIn.append(turn.ref) }
                guard let own = turn.delegation else { continue }
                delegations[own.index].turns.append(turn.ref)
                delegations[own.index].words += turn.words
                if let person = turn.person { speakers.add(person, to: own.index, turn.ref) }
                for group in turn.onBehalfOf {
                    spokeFor.add(group, to: own.index, turn.ref)
                    representedBy.add(own, to: group.index, turn.ref)
                }
                for group in turn.alignedWith {
                    aligned.add(group, to: own.index, turn.ref)
                    alignedBy.add(own, to: group.index, turn.ref)
                }
            }
            for placeholder in entries[index].placeholders {
                if let own = placeholder.delegation { delegations[own.index].placeholders.append(placeholder.ref) }
            }
            castVotes(entries[index].votes, at: Ref(index), in: &delegations)
        }
        for index in delegations.indices {
            delegations[index].speakers = speakers.rows(of: index).map { person, turns in
                Delegation.Spokesperson(person: person, turns: turns)
            }
            delegations[index].spokeFor = spokeFor.associations(of: index)
            delegations[index].alignedWith = aligned.associations(of: index)
            delegations[index].representedBy = representedBy.associations(of: index)
            delegations[index].alignedBy = alignedBy.associations(of: index)
        }
        return delegations
    }

    private func castVotes(
        _ votes: [MeetingEntry.VoteNames], at meeting: Ref<MeetingEntry>, in delegations: inout [Delegation]
    ) {
        for (vote, names) in votes.enumerated() {
            for (position, side) in [
                (Delegation.CastVote.Position.favour, names.favour), (.against, names.against),
                (.abstain, names.abstain),
            ] {
                for delegation in side {
                    delegations[delegation.index].votes.append(
                        Delegation.CastVote(meeting: meeting, vote: vote, position: position))
                }
            }
        }
    }
}

/// Turns gathered under a key, for each of a list of owners; keys stay in order of first appearance.
struct Tally<Key: Hashable & Sendable> {
    private var places: [[Key: Int]]
    /// Of each owner the row that was added to last: mostly it is added to again.
    private var last: [Int]
    private var rows: [[(key: Key, turns: [TurnRef])]]

    init(count: Int) {
        places = Array(repeating: [:], count: count)
        last = Array(repeating: 0, count: count)
        rows = Array(repeating: [], count: count)
    }

    mutating func add(_ key: Key, to owner: Int, _ turn: TurnRef) {
        if last[owner] >= rows[owner].count || rows[owner][last[owner]].key != key {
            last[owner] = places[owner][key] ?? rows[owner].count
        }
        if last[owner] == rows[owner].count {
            places[owner][key] = last[owner]
            rows[owner].append((key, []))
        }
        rows[owner][last[owner]].turns.append(turn)
    }

    func rows(of owner: Int) -> [(key: Key, turns: [TurnRef])] { rows[owner] }
}

extension Tally where Key == Ref<Delegation> {
    /// Most turns first, then by id.
    func associations(of owner: Int) -> [Association] {
        rows(of: owner).map { Association(delegation: $0, turns: $1) }
            .sorted { ($1.turns.count, $0.delegation) < ($0.turns.count, $1.delegation) }
    }
}
