import Meetings

/// Turns under a title and surname (`Ms. JAQUEZ (Mexico)`), joined to a full name where there is no rival.
///
/// The release that prints the full name and then the title means the same person; across meetings it takes the
/// same delegation, one candidate only, and dates that are not far apart.
struct SurnameJoins: Sendable {
    /// A surname that no full name fits: a person of its own, as far as the texts tell.
    struct Own: Sendable {
        let courtesy: CourtesyTitle
        let name: FoldedName
        let delegation: Ref<Delegation>?
        var turns: [Int]
    }

    /// By position in `NamedTurns.turns`: the root cluster, and why.
    private(set) var joined: [Int: (root: Int, rule: Person.Evidence.Rule)] = [:]
    private(set) var own: [Own] = []

    /// How many years may lie between a title and surname and the nearest turn under the full name.
    static let reach = 5

    private let named: NamedTurns
    private let clusters: [NameClusters.Cluster]
    private let roots: [Int]
    private var years: [Int: ClosedRange<Int>] = [:]

    private struct Seat: Hashable {
        let delegation: Ref<Delegation>
        let word: Substring
    }

    init(_ named: NamedTurns, people: NameClusters) {
        self.named = named
        clusters = people.clusters
        var partition = people.partition
        roots = people.clusters.indices.map { partition.root($0) }
        let titled = named.turns.indices.filter { named.voice(named.turns[$0]).courtesy != nil && !people.claims($0) }
        guard !titled.isEmpty else { return }
        measureYears()
        let unmatched = joinInMeetings(titled)
        joinInDelegations(unmatched)
        dropContradictions()
        keepOwn(titled)
    }

    private mutating func measureYears() {
        for (cluster, root) in zip(clusters, roots) {
            for turn in cluster.turns {
                guard let year = named.year(named.turns[turn]) else { continue }
                let known = years[root] ?? year...year
                years[root] = min(known.lowerBound, year)...max(known.upperBound, year)
            }
        }
    }

    // MARK: In the same meeting

    /// - Returns: turns for which the meeting has no candidate at all.
    private mutating func joinInMeetings(_ titled: [Int]) -> [Int] {
        var wanted: [Ref<MeetingEntry>: Set<Substring>] = [:]
        for position in titled {
            let turn = named.turns[position]
            if let last = named.folded(turn).words.last { wanted[turn.ref.meeting, default: []].insert(last) }
        }
        var present: [Ref<MeetingEntry>: [Substring: Set<Int>]] = [:]
        for (index, cluster) in clusters.enumerated() {
            for turn in cluster.turns {
                let meeting = named.turns[turn].ref.meeting
                guard let surnames = wanted[meeting] else { continue }
                for word in cluster.name.words where surnames.contains(word) {
                    present[meeting, default: [:]][word, default: []].insert(index)
                }
            }
        }
        var unmatched: [Int] = []
        for position in titled {
            let turn = named.turns[position]
            let (surname, delegation) = (named.folded(turn), named.voice(turn).delegation)
            let near = present[turn.ref.meeting]?[surname.words.last ?? ""] ?? []
            let fitting = near.filter { cluster in
                (delegation == nil || clusters[cluster].delegation == delegation)
                    && clusters[cluster].name.contains(surname)
            }
            let atEnd = fitting.filter { clusters[$0].name.ends(with: surname) }
            let candidates = Set((atEnd.isEmpty ? fitting : atEnd).map { roots[$0] })
            if candidates.isEmpty {
                unmatched.append(position)
            } else if candidates.count == 1, let root = candidates.first {
                joined[position] = (root, .surnameInMeeting)
            }
        }
        return unmatched
    }

    // MARK: In the same delegation

    private mutating func joinInDelegations(_ unmatched: [Int]) {
        var seats: [Seat: Set<Int>] = [:]
        for (index, cluster) in clusters.enumerated() {
            guard let delegation = cluster.delegation else { continue }
            for word in Set(cluster.name.words) {
                seats[Seat(delegation: delegation, word: word), default: []].insert(index)
            }
        }
        for position in unmatched {
            let turn = named.turns[position]
            guard let delegation = named.voice(turn).delegation else { continue }
            let surname = named.folded(turn)
            let rows = surname.words.map { seats[Seat(delegation: delegation, word: $0)] ?? [] }
            let fewest = rows.min { $0.count < $1.count } ?? []
            let rivals = Set(fewest.filter { clusters[$0].name.contains(surname) }.map { roots[$0] })
            if rivals.count == 1, let root = rivals.first, isWithinReach(named.year(turn), of: root) {
                joined[position] = (root, .surnameInDelegation)
            }
        }
    }

    private func isWithinReach(_ year: Int?, of root: Int) -> Bool {
        guard let year, let span = years[root] else { return true }
        return span.lowerBound - year <= Self.reach && year - span.upperBound <= Self.reach
    }

    /// `Mr.` and `Ms.` cannot both be the same full name: then only what a meeting itself shows is kept.
    private mutating func dropContradictions() {
        var titles: [Int: (meeting: Set<CourtesyTitle>, all: Set<CourtesyTitle>)] = [:]
        for (position, join) in joined {
            guard let courtesy = named.voice(named.turns[position]).courtesy else { continue }
            titles[join.root, default: ([], [])].all.insert(courtesy)
            if join.rule == .surnameInMeeting { titles[join.root, default: ([], [])].meeting.insert(courtesy) }
        }
        for (position, join) in joined where join.rule == .surnameInDelegation {
            guard let (meeting, all) = titles[join.root], all.count > 1 else { continue }
            if let courtesy = named.voice(named.turns[position]).courtesy, meeting != [courtesy] {
                joined[position] = nil
            }
        }
    }

    // MARK: Persons of their own

    private struct OwnKey: Hashable {
        let courtesy: CourtesyTitle
        let name: String
        let delegation: Ref<Delegation>?
        /// Without a delegation a surname means nobody beyond its meeting.
        let meeting: Ref<MeetingEntry>?
    }

    private mutating func keepOwn(_ titled: [Int]) {
        var index: [OwnKey: (own: Int, year: Int?)] = [:]
        for position in titled where joined[position] == nil {
            let turn = named.turns[position]
            let (voice, year) = (named.voice(turn), named.year(turn))
            guard let courtesy = voice.courtesy else { continue }
            let name = named.folded(turn)
            let key = OwnKey(
                courtesy: courtesy, name: name.key, delegation: voice.delegation,
                meeting: voice.delegation == nil ? turn.ref.meeting : nil)
            let known = index[key].flatMap { known in
                guard let last = known.year, let year else { return known.own }
                return year - last <= Self.reach ? known.own : nil
            }
            if let known {
                own[known].turns.append(position)
                index[key] = (known, year)
            } else {
                index[key] = (own.count, year)
                own.append(Own(courtesy: courtesy, name: name, delegation: voice.delegation, turns: [position]))
            }
        }
    }
}
