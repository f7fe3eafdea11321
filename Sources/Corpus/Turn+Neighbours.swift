/// Joins each turn with the ones before and after it by the same voice.
extension Turn {
    /// - Parameters:
    ///   - entries: with delegations and persons assigned, in order of time.
    ///   - delegations: how many there are.
    ///   - persons: how many there are.
    static func joinNeighbours(in entries: inout [MeetingEntry], delegations: Int, persons: Int) {
        var last = LastTurns(delegations: delegations, persons: persons)
        for meeting in entries.indices {
            for index in entries[meeting].turns.indices { last.pass(&entries[meeting].turns[index], \.before) }
        }
        last = LastTurns(delegations: delegations, persons: persons)
        for meeting in entries.indices.reversed() {
            for index in entries[meeting].turns.indices.reversed() {
                last.pass(&entries[meeting].turns[index], \.after)
            }
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

        mutating func pass(_ turn: inout Turn, _ neighbour: WritableKeyPath<Turn, TurnRef?>) {
            if let delegation = turn.delegation {
                turn[keyPath: neighbour] = ofDelegation[delegation.index]
                ofDelegation[delegation.index] = turn.ref
            } else if let person = turn.person {
                turn[keyPath: neighbour] = ofPerson[person.index]
            }
            if let person = turn.person { ofPerson[person.index] = turn.ref }
        }
    }
}
