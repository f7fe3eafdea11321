import Meetings

/// Who spoke in a meeting: people and delegations, each with the first statement that is theirs.
///
/// Words lead to a statement only where exactly one speaker can be meant (genre: people and delegations).
struct PeopleIndex {
    struct Person {
        var name: String?
        var words: [[UInt8]] = []
        var key: String
        var delegation: String?
        var statement: String
    }

    private(set) var people: [Person] = []
    /// The first statement of the speaker of each statement, by its id.
    private(set) var firstStatement: [String: String] = [:]
    private let states: StateTable
    private var byName: [String: [Int]] = [:]
    private var byDelegation: [String: [Int]] = [:]
    /// Names of delegations as printed: the key of `byDelegation`.
    private var printedNames: [String: String] = [:]
    /// What `statement(ofDelegation:)` answered, by the name asked for.
    private var answers: [String: String?] = [:]
    /// People by each word of their names, with its place there.
    private var byWord: [LowercaseWord: [(person: Int, place: Int)]] = [:]
    /// The first two bytes of each word of a name.
    private(set) var openings = PairSet()

    init(_ meeting: Meeting, states: StateTable) {
        self.states = states
        firstStatement.reserveCapacity(meeting.blocks.count)
        for case .statement(let statement) in meeting.blocks.lazy.map(\.content) { add(statement) }
        for index in people.indices { addWords(of: index) }
        // A text prints `António` here and `Antonio` there.
        for person in people {
            guard let name = person.name, !name.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
            var spelling = person
            spelling.name = Latin.plain(name)
            people.append(spelling)
            addWords(of: people.count - 1)
        }
    }

    // MARK: Asking

    /// The people with this word in their name, letter case aside, and its place there from 0.
    /// A word that too many share names nobody.
    func people(withWord word: LowercaseWord) -> [(person: Int, place: Int)] {
        guard let sharing = byWord[word], sharing.count <= Self.most else { return [] }
        return sharing
    }

    private static let most = 100

    /// The first statement of a delegation, by any name of it; nil when nobody spoke for it, or several people did.
    mutating func statement(ofDelegation name: String) -> String? {
        if let known = answers[name] { return known }
        let spoke = byDelegation[key(ofDelegation: name)] ?? []
        let answer = spoke.count == 1 ? people[spoke[0]].statement : nil
        answers[name] = .some(answer)
        return answer
    }

    // MARK: Collecting

    /// Of a delegation that more people spoke for, the first are enough: any two leave its name without an answer.
    private static let fewColleagues = 16

    private mutating func add(_ statement: Statement) {
        let delegation = statement.speaker.delegation.map { key(ofDelegation: $0) }
        let index = person(statement, delegation: delegation)
        firstStatement[statement.id] = people[index].statement
        guard let delegation else { return }
        let colleagues = byDelegation[delegation] ?? []
        if colleagues.count > Self.fewColleagues || colleagues.contains(index) { return }
        byDelegation[delegation] = colleagues + [index]
    }

    /// Worked out once for each name: a text prints the same ones again and again.
    private mutating func key(ofDelegation name: String) -> String {
        if let known = printedNames[name] { return known }
        let key = states.state(named: name)?.code ?? Latin.key(name)
        printedNames[name] = key
        return key
    }

    /// The person of a statement, new or known: by name, by surname within the delegation, or – unnamed – the only
    /// one who spoke for it.
    private mutating func person(_ statement: Statement, delegation: String?) -> Int {
        let name = statement.speaker.unnamed ? nil : statement.speaker.name
        let key = name.map { Latin.key($0) } ?? ""
        guard let index = onlyPerson(key, delegation) else {
            people.append(Person(name: name, key: key, delegation: delegation, statement: statement.id))
            byName[key, default: []].append(people.count - 1)
            return people.count - 1
        }
        if key.utf8.count > people[index].key.utf8.count {
            people[index].name = name
            people[index].key = key
            byName[key, default: []].append(index)
        }
        return index
    }

    /// Who is meant by a name or has spoken for a delegation; nil where nobody is, or one of several.
    private func onlyPerson(_ key: String, _ delegation: String?) -> Int? {
        let named = key.isEmpty ? [] : byName[key] ?? []
        let colleagues = delegation.flatMap { byDelegation[$0] } ?? []
        var found: Int?
        for candidates in [named.prefix(Self.fewColleagues), colleagues.prefix(Self.fewColleagues)] {
            for index in candidates where index != found && isSame(index, key, delegation) {
                if found != nil { return nil }
                found = index
            }
        }
        return found
    }

    private func isSame(_ person: Int, _ key: String, _ delegation: String?) -> Bool {
        let isColleague = delegation != nil && people[person].delegation == delegation
        let known = people[person].key
        if key.isEmpty || known.isEmpty { return isColleague }
        if known == key { return isColleague || people[person].delegation == nil || delegation == nil }
        return isColleague && (Latin.key(known, endsIn: key) || Latin.key(key, endsIn: known))
    }

    private mutating func addWords(of person: Int) {
        guard let name = people[person].name else { return }
        let words = name.utf8.split(separator: Ascii.space).map(Array.init)
        people[person].words = words
        for (place, word) in words.enumerated().prefix(8) where word.count > 1 {
            byWord[word.withUnsafeBufferPointer { LowercaseWord($0) }, default: []].append((person, place))
            openings.insert(word[0], word[1])
        }
    }
}
