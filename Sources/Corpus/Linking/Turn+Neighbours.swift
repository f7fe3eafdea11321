extension Turn {
    /// The turns before and after each by the same voice, where they are others than the turn says: of those that an earlier
    /// linking shares most need not be copied.
    struct Neighbours: Sendable {
        private var before: [Neighbour] = []
        private var after: [Neighbour] = []

        private struct Neighbour {
            let meeting: Int
            /// Among the meeting's turns.
            let index: Int
            let turn: TurnRef?
        }

        /// - Parameters:
        ///   - entries: with delegations and persons assigned, in order of time.
        ///   - delegations: how many there are.
        ///   - persons: how many there are.
        init(in entries: [MeetingEntry], delegations: Int, persons: Int) {
            var last = LastTurns(delegations: delegations, persons: persons)
            for meeting in entries.indices {
                let turns = entries[meeting].turns
                for index in turns.indices {
                    let turn = last.replaced(by: turns[index])
                    if turn != turns[index].before {
                        before.append(Neighbour(meeting: meeting, index: index, turn: turn))
                    }
                }
            }
            last = LastTurns(delegations: delegations, persons: persons)
            for meeting in entries.indices.reversed() {
                let turns = entries[meeting].turns
                for index in turns.indices.reversed() {
                    let turn = last.replaced(by: turns[index])
                    if turn != turns[index].after {
                        after.append(Neighbour(meeting: meeting, index: index, turn: turn))
                    }
                }
            }
        }

        func join(_ entries: inout [MeetingEntry]) {
            for neighbour in before { entries[neighbour.meeting].turns[neighbour.index].before = neighbour.turn }
            for neighbour in after { entries[neighbour.meeting].turns[neighbour.index].after = neighbour.turn }
        }
    }

    /// The turn that was passed last, for each voice.
    private struct LastTurns {
        private var ofDelegation: [TurnRef?]
        private var ofPerson: [TurnRef?]

        init(delegations: Int, persons: Int) {
            ofDelegation = Array(repeating: nil, count: delegations)
            ofPerson = Array(repeating: nil, count: persons)
        }

        /// - Returns: the one that was last for the voice of this turn.
        mutating func replaced(by turn: borrowing Turn) -> TurnRef? {
            let last = turn.delegation.map { ofDelegation[$0.index] } ?? turn.person.flatMap { ofPerson[$0.index] }
            if let delegation = turn.delegation { ofDelegation[delegation.index] = turn.ref }
            if let person = turn.person { ofPerson[person.index] = turn.ref }
            return last
        }
    }
}
