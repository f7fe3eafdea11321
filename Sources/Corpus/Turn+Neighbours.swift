/// Joins each turn with the ones before and after it by the same voice.
extension Turn {
    /// - Parameter entries: with delegations and persons assigned, in order of time.
    static func joinNeighbours(in entries: inout [MeetingEntry]) {
        var last = LastTurns()
        for meeting in entries.indices {
            for index in entries[meeting].turns.indices { last.pass(&entries[meeting].turns[index], \.before) }
        }
        last = LastTurns()
        for meeting in entries.indices.reversed() {
            for index in entries[meeting].turns.indices.reversed() {
                last.pass(&entries[meeting].turns[index], \.after)
            }
        }
    }

    /// The turn that was passed last, for each voice.
    private struct LastTurns {
        private var ofDelegation: [Ref<Delegation>: TurnRef] = [:]
        private var ofPerson: [Ref<Person>: TurnRef] = [:]

        mutating func pass(_ turn: inout Turn, _ neighbour: WritableKeyPath<Turn, TurnRef?>) {
            if let delegation = turn.delegation {
                turn[keyPath: neighbour] = ofDelegation[delegation]
                ofDelegation[delegation] = turn.ref
            } else if let person = turn.person {
                turn[keyPath: neighbour] = ofPerson[person]
            }
            if let person = turn.person { ofPerson[person] = turn.ref }
        }
    }
}
