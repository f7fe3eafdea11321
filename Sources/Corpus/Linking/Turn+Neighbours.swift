/// Joins each turn with the ones before and after it by the same voice.
extension Turn {
    /// - Parameters:
    ///   - entries: with delegations and persons assigned, in order of time.
    ///   - delegations: how many there are.
    ///   - persons: how many there are.
    static func joinNeighbours(in entries: inout [MeetingEntry], delegations: Int, persons: Int) {
        var last = LastTurns(delegations: delegations, persons: persons)
        for meeting in entries.indices {
            for index in entries[meeting].turns.indices { last.join(&entries, meeting, index, \.before) }
        }
        last = LastTurns(delegations: delegations, persons: persons)
        for meeting in entries.indices.reversed() {
            for index in entries[meeting].turns.indices.reversed() { last.join(&entries, meeting, index, \.after) }
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

        /// Writes only what is another than before: turns that an earlier linking shares are not copied for it.
        mutating func join(
            _ entries: inout [MeetingEntry], _ meeting: Int, _ index: Int, _ neighbour: WritableKeyPath<Turn, TurnRef?>
        ) {
            let (delegation, person) = (
                entries[meeting].turns[index].delegation, entries[meeting].turns[index].person
            )
            let last = delegation.map { ofDelegation[$0.index] } ?? person.flatMap { ofPerson[$0.index] }
            if entries[meeting].turns[index][keyPath: neighbour] != last {
                entries[meeting].turns[index][keyPath: neighbour] = last
            }
            let ref = entries[meeting].turns[index].ref
            if let delegation { ofDelegation[delegation.index] = ref }
            if let person { ofPerson[person.index] = ref }
        }
    }
}
