import Meetings

/// Applies the registry's persons to named turns.
struct RegistryMatcher: Sendable {
    /// One of several names that the registry keeps apart.
    struct Mark: Hashable, Sendable {
        let group: Int
        let member: Int
    }

    let registry: Registry
    /// Records by folded name; one of a title and surname under its whole form (`ms jaquez`).
    private var records: [String: [Int]] = [:]
    private var apart: [String: Set<Mark>] = [:]
    private let delegations: [String: Ref<Delegation>]
    private let meetings: [MeetingEntry]

    init(_ registry: Registry, delegations: [Delegation], meetings: [MeetingEntry]) {
        self.registry = registry
        self.meetings = meetings
        var refs: [String: Ref<Delegation>] = [:]
        for (index, delegation) in delegations.enumerated() {
            let names = [delegation.name, delegation.code, delegation.formalName, delegation.abbreviation]
            for name in names.compactMap(\.self) + delegation.variants { refs[Slug.make(name)] = Ref(index) }
        }
        self.delegations = refs
        for (index, record) in registry.people.enumerated() {
            for name in Set(([record.name] + record.otherNames).map { FoldedName($0).key }) {
                records[name, default: []].append(index)
            }
        }
        for (group, different) in registry.different.enumerated() {
            for (member, name) in different.names.enumerated() {
                apart[Slug.make(name), default: []].insert(Mark(group: group, member: member))
            }
        }
    }

    /// Whether the registry says who anybody is.
    var hasPeople: Bool { !records.isEmpty }

    /// The person that the registry says gave this turn.
    func record(of turn: NamedTurn, in named: NamedTurns) -> Int? {
        guard !records.isEmpty else { return nil }
        let candidates = records[named.keyWithTitle(turn)] ?? []
        let voice = named.voice(turn)
        let role = voice.role.map { named.roles[$0] }
        return candidates.first { index in
            let offices = registry.people[index].offices
            return offices.isEmpty
                || offices.contains { holds($0, at: turn.ref, delegation: voice.delegation, role: role) }
        }
    }

    private func holds(
        _ office: Registry.Office, at turn: TurnRef, delegation: Ref<Delegation>?, role: String?
    ) -> Bool {
        if let name = office.delegation, delegations[Slug.make(name)] != delegation || delegation == nil {
            return false
        }
        if let stated = office.role, Slug.make(stated) != role.map(Slug.make) { return false }
        guard let date = meetings[turn.meeting.index].outline.date else { return true }
        // Dates are compared as far as both tell: a year covers all of its days.
        if let from = office.from, date.prefix(from.count) < from.prefix(date.count) { return false }
        if let until = office.until, date.prefix(until.count) > until.prefix(date.count) { return false }
        return true
    }

    // MARK: Different persons

    /// The registry names them `Name (Delegation)`, or by name alone.
    func marks(name: FoldedName, delegation: Ref<Delegation>?) -> Set<Mark> {
        guard !apart.isEmpty else { return [] }
        let slug = name.words.joined(separator: "-")
        var marks = apart[slug] ?? []
        for (key, found) in apart where key.hasPrefix(slug + "-") {
            if let delegation, delegations[String(key.dropFirst(slug.count + 1))] == delegation {
                marks.formUnion(found)
            }
        }
        return marks
    }

    static func areApart(_ a: Set<Mark>, _ b: Set<Mark>) -> Bool {
        guard !a.isEmpty, !b.isEmpty else { return false }
        return a.contains { mark in b.contains { $0.group == mark.group && $0.member != mark.member } }
    }
}
