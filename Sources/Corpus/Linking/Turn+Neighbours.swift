extension Turn {
    /// The turns before and after each by the same voice, where they are others than the turn says: of those that an earlier
    /// linking shares most need not be copied.
    struct Neighbours: Sendable {
        private let before: [Neighbour]
        private let after: [Neighbour]

        private struct Neighbour {
            let meeting: Int
            /// Among the meeting's turns.
            let index: Int
            let turn: TurnRef?
        }

        private enum Side {
            case before
            case after

            /// In which turns are passed to find the neighbours on that side.
            func order(of count: Int) -> StrideThrough<Int> {
                self == .before
                    ? stride(from: 0, through: count - 1, by: 1) : stride(from: count - 1, through: 0, by: -1)
            }
        }

        /// - Parameters:
        ///   - entries: with delegations and persons assigned, in order of time.
        ///   - delegations: how many there are.
        ///   - persons: how many there are.
        init(in entries: [MeetingEntry], delegations: Int, persons: Int) {
            let none = LastTurns(delegations: delegations, persons: persons)
            before = Self.all(.before, in: entries, none)
            after = Self.all(.after, in: entries, none)
        }

        private static func all(_ side: Side, in entries: [MeetingEntry], _ none: LastTurns) -> [Neighbour] {
            var last = none
            var all: [Neighbour] = []
            for meeting in side.order(of: entries.count) {
                let turns = entries[meeting].turns
                for index in side.order(of: turns.count) {
                    let turn = last.replaced(by: turns[index])
                    guard turn != (side == .before ? turns[index].before : turns[index].after) else { continue }
                    all.append(Neighbour(meeting: meeting, index: index, turn: turn))
                }
            }
            return all
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
