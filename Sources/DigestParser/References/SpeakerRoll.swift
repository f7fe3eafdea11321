import Meetings

/// The people and delegations of a meeting, each with the first statement that is theirs.
struct SpeakerRoll {
    struct Person {
        var name: String?
        var key: String
        var delegation: String?
        var statement: String
    }

    private(set) var people: [Person] = []
    /// By the name as first printed: the first statement, or nil when several people spoke for the delegation.
    private(set) var delegations: [(printed: String, statement: String?)] = []
    /// The first statement of the speaker of each statement.
    private(set) var firstStatement: [String: String] = [:]

    init(_ meeting: Meeting, states: StateTable) {
        var byDelegation: [String: [Int]] = [:]
        var order: [(key: String, printed: String)] = []
        for case .statement(let statement) in meeting.blocks.lazy.map(\.content) {
            let printed = statement.speaker.delegation
            let key = printed.map { states.state(named: $0)?.code ?? Latin.key($0) }
            let index = person(statement, delegation: key)
            firstStatement[statement.id] = people[index].statement
            guard let key, let printed else { continue }
            if byDelegation[key] == nil { order.append((key, printed)) }
            if byDelegation[key]?.contains(index) != true { byDelegation[key, default: []].append(index) }
        }
        delegations = order.map { entry in
            let spoke = byDelegation[entry.key] ?? []
            return (entry.printed, spoke.count == 1 ? people[spoke[0]].statement : nil)
        }
    }

    /// The person of a statement, new or known: by name, by surname within the delegation, or – unnamed – the only
    /// one who spoke for it.
    private mutating func person(_ statement: Statement, delegation: String?) -> Int {
        let name = statement.speaker.unnamed ? nil : statement.speaker.name
        let key = name.map(Latin.key) ?? ""
        let known = people.indices.filter { index in
            let other = people[index]
            if key.isEmpty || other.key.isEmpty { return delegation != nil && other.delegation == delegation }
            if other.key == key {
                return other.delegation == delegation || other.delegation == nil || delegation == nil
            }
            return other.delegation == delegation
                && (Self.ends(other.key, with: key) || Self.ends(key, with: other.key))
        }
        guard known.count == 1, let index = known.first else {
            people.append(Person(name: name, key: key, delegation: delegation, statement: statement.id))
            return people.count - 1
        }
        if key.count > people[index].key.count {
            people[index].name = name
            people[index].key = key
        }
        return index
    }

    private static func ends(_ long: String, with short: String) -> Bool {
        long.utf8.count > short.utf8.count && long.hasSuffix(" " + short)
    }
}
