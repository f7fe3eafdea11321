/// Persons as sets of named turns, before they are written out.
struct PersonDrafts: Sendable {
    struct Draft: Sendable {
        /// Indices into `NamedTurns.turns`, in order of time.
        var turns: [Int] = []
        /// Why clusters and surnames were joined to the first.
        var evidence: [(rule: Person.Evidence.Rule, turn: Int)] = []
        /// The registry's record of this person.
        var record: Int?
        /// For a surname without a full name: what keeps it from its namesakes is the delegation.
        var isSurname = false
    }

    private(set) var all: [Draft] = []
    /// The draft of each root cluster.
    private(set) var byRoot: [Int: Int] = [:]

    init(_ named: NamedTurns, people: NameClusters, surnames: SurnameJoins) {
        var partition = people.partition
        var byRecord: [Int: Int] = [:]
        for (index, cluster) in people.clusters.enumerated() {
            let root = partition.root(index)
            let known = cluster.record.map { byRecord[$0] } ?? byRoot[root]
            let draft = known ?? all.count
            if draft == all.count { all.append(Draft()) }
            byRoot[root] = draft
            if let record = cluster.record {
                byRecord[record] = draft
                all[draft].record = record
            }
            all[draft].turns += cluster.turns
            if let rule = people.evidence[index] ?? (cluster.record.map { _ in .registry }), known != nil {
                all[draft].evidence.append((rule, cluster.turns[0]))
            }
        }
        for position in surnames.joined.keys.sorted() {
            guard let join = surnames.joined[position], let draft = byRoot[join.root] else { continue }
            all[draft].turns.append(position)
            all[draft].evidence.append((join.rule, position))
        }
        for index in all.indices { all[index].turns.sort() }
        for own in surnames.own { all.append(Draft(turns: own.turns, isSurname: true)) }
        // The first to speak is the first to choose an address.
        let order = all.indices.sorted { all[$0].turns[0] < all[$1].turns[0] }
        var moved = Array(repeating: 0, count: all.count)
        for (new, old) in order.enumerated() { moved[old] = new }
        all = order.map { all[$0] }
        byRoot = byRoot.mapValues { moved[$0] }
    }
}
