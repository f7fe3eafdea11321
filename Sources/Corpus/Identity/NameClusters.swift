import Meetings

/// Full names under which turns were given, gathered by name and delegation (or role, without one), and joined into
/// persons where the evidence of `Person.Evidence.Rule` allows.
struct NameClusters: Sendable {
    /// Turns of one folded name for one delegation, or in one role without delegation.
    struct Cluster: Sendable {
        let name: FoldedName
        let delegation: Ref<Delegation>?
        /// True for a State: nobody speaks for two.
        let isState: Bool
        /// The registry's person, when it claims these turns.
        let record: Int?
        var roles: Set<Int> = []
        /// Indices into `NamedTurns.turns`, in order of time.
        var turns: [Int] = []
    }

    private(set) var clusters: [Cluster] = []
    /// By root: persons.
    private(set) var partition = Partition(count: 0)
    /// Why a cluster was joined to another.
    private(set) var evidence: [Int: Person.Evidence.Rule] = [:]
    /// Persons of one name whom no evidence joins and none keeps apart, as clusters.
    private(set) var open: [(Int, Int)] = []

    private var claimed: Set<Int> = []
    private let named: NamedTurns
    private let delegations: [Delegation]
    private let offices: OfficeWords
    /// By root: what the registry keeps apart from others.
    private var marks: [Int: Set<RegistryMatcher.Mark>] = [:]

    private struct Key: Hashable {
        /// `NamedTurns.Name.number`; nil where the registry tells who it is.
        let name: Int?
        let delegation: Ref<Delegation>?
        let role: Int?
        let record: Int?
    }

    init(_ named: NamedTurns, delegations: [Delegation], registry: RegistryMatcher, offices: OfficeWords = .shipped) {
        self.named = named
        self.delegations = delegations
        self.offices = offices
        gather(registry)
        partition = Partition(count: clusters.count)
        for (index, cluster) in clusters.enumerated() {
            let marks = registry.marks(name: cluster.name, delegation: cluster.delegation)
            if !marks.isEmpty { self.marks[index] = marks }
        }
        var byName: [String: [Int]] = [:]
        for (index, cluster) in clusters.enumerated() where cluster.record == nil {
            byName[cluster.name.key, default: []].append(index)
        }
        for key in byName.keys.sorted() { joinNamesakes(byName[key] ?? []) }
    }

    private mutating func gather(_ registry: RegistryMatcher) {
        var index: [Key: Int] = [:]
        // Where the registry says nothing, one way of printing a speaker is of one cluster.
        var ofSpeaker: [Int32: Int] = [:]
        for (position, turn) in named.turns.enumerated() {
            if let cluster = ofSpeaker[turn.speaker] {
                clusters[cluster].turns.append(position)
                continue
            }
            let voice = named.voice(turn)
            let record = registry.record(of: turn, in: named)
            guard voice.courtesy == nil || record != nil else { continue }
            if voice.courtesy != nil { claimed.insert(position) }
            let key =
                record.map { Key(name: nil, delegation: voice.delegation, role: nil, record: $0) }
                ?? Key(
                    name: named.names[voice.name].number, delegation: voice.delegation,
                    role: voice.delegation == nil ? voice.role : nil, record: nil)
            let cluster = index[key] ?? clusters.count
            if cluster == clusters.count {
                index[key] = cluster
                let isState = voice.delegation.map { delegations[$0.index].isState } ?? false
                clusters.append(
                    Cluster(
                        name: named.folded(turn), delegation: voice.delegation, isState: isState, record: record))
            }
            clusters[cluster].turns.append(position)
            if let role = voice.role { clusters[cluster].roles.insert(role) }
            if !registry.hasPeople { ofSpeaker[turn.speaker] = cluster }
        }
    }

    /// Whether a turn under title and surname is the registry's already.
    func claims(_ turn: Int) -> Bool { claimed.contains(turn) }

    private mutating func join(_ cluster: Int, to other: Int, _ rule: Person.Evidence.Rule) {
        let (root, otherRoot) = (partition.root(cluster), partition.root(other))
        guard root != otherRoot else { return }
        let (own, others) = (marks[root] ?? [], marks[otherRoot] ?? [])
        guard !RegistryMatcher.areApart(own, others) else { return }
        evidence[max(root, otherRoot)] = rule
        partition.join(root, otherRoot)
        if !own.isEmpty || !others.isEmpty { marks[min(root, otherRoot)] = own.union(others) }
    }

    // MARK: One folded name

    private mutating func joinNamesakes(_ namesakes: [Int]) {
        guard namesakes.count > 1 else { return }
        // Two different initials are two people; then a name without initials is neither's.
        let initials = Set(namesakes.map { clusters[$0].name.initials })
        let groups =
            initials.subtracting([""]).count > 1
            ? Dictionary(grouping: namesakes) { clusters[$0].name.initials } : ["": namesakes]
        for key in groups.keys.sorted() {
            let group = groups[key] ?? []
            joinDelegations(group)
            joinOffices(group)
            joinStates(group)
        }
        noteOpen(namesakes)
    }

    private mutating func joinDelegations(_ group: [Int]) {
        var first: [Ref<Delegation>: Int] = [:]
        for cluster in group {
            guard let delegation = clusters[cluster].delegation else { continue }
            if let known = first[delegation] {
                join(cluster, to: known, .sameNameAndDelegation)
            } else {
                first[delegation] = cluster
            }
        }
    }

    /// Officials without a delegation, and those for whom an organisation is printed: by words of their offices.
    private mutating func joinOffices(_ group: [Int]) {
        var byRole: [String: Int] = [:]
        var byOrganisation: [String: Int] = [:]
        for cluster in group where !clusters[cluster].isState {
            let organisation = clusters[cluster].delegation.map { offices.words(of: delegations[$0.index].name) } ?? []
            for word in organisation { byOrganisation[word] = byOrganisation[word] ?? cluster }
        }
        for cluster in group where clusters[cluster].delegation == nil {
            for word in officeWords(of: cluster).sorted() {
                if let known = byRole[word] ?? byOrganisation[word] { join(cluster, to: known, .sameNameAndOffice) }
                byRole[word] = byRole[word] ?? cluster
            }
        }
    }

    private func officeWords(of cluster: Int) -> Set<String> {
        clusters[cluster].roles.reduce(into: []) { $0.formUnion(offices.words(of: named.roles[$1])) }
    }

    /// A State's delegate who also speaks in another capacity: in the same meeting, or in an office of the same words.
    private mutating func joinStates(_ group: [Int]) {
        let states = group.filter { clusters[$0].isState }
        guard let first = states.first else { return }
        let isOnlyState = states.allSatisfy { clusters[$0].delegation == clusters[first].delegation }
        var meetings: [Ref<MeetingEntry>: Set<Int>] = [:]
        var words: Set<String> = []
        for cluster in states {
            for turn in clusters[cluster].turns {
                meetings[named.turns[turn].ref.meeting, default: []].insert(partition.root(cluster))
            }
            words.formUnion(officeWords(of: cluster))
        }
        var found: [Int: (state: Int, rule: Person.Evidence.Rule)] = [:]
        var ambiguous: Set<Int> = []
        for cluster in group where !clusters[cluster].isState {
            let root = partition.root(cluster)
            let together = clusters[cluster].turns.reduce(into: Set<Int>()) {
                $0.formUnion(meetings[named.turns[$1].ref.meeting] ?? [])
            }
            if let state = together.first {
                if together.count > 1 || (found[root].map { $0.state != state } ?? false) { ambiguous.insert(root) }
                found[root] = (state, .sameNameInMeeting)
            } else if isOnlyState, found[root] == nil, !words.isDisjoint(with: officeWords(of: cluster)) {
                found[root] = (partition.root(first), .sameNameAndOffice)
            }
        }
        for root in found.keys.sorted() where !ambiguous.contains(root) {
            if let (state, rule) = found[root] { join(root, to: state, rule) }
        }
    }

    /// Namesakes that stay apart are a question to the owner, unless two States or the registry keep them apart.
    private mutating func noteOpen(_ namesakes: [Int]) {
        var states: [Int: Ref<Delegation>] = [:]
        for cluster in namesakes where clusters[cluster].isState {
            states[partition.root(cluster)] = clusters[cluster].delegation
        }
        let roots = namesakes.filter { partition.root($0) == $0 }
        guard let first = roots.first else { return }
        for root in roots.dropFirst() {
            if let one = states[first], let other = states[root], one != other { continue }
            if !RegistryMatcher.areApart(marks[first] ?? [], marks[root] ?? []) { open.append((first, root)) }
        }
    }
}

extension Delegation {
    /// Speaks for itself alone: nobody is delegate of two.
    var isState: Bool { kind == .state || kind == .observer }
}
