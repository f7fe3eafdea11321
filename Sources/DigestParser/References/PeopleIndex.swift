import Meetings

/// Who spoke in a meeting, by the words other paragraphs use for them (genre: people and delegations).
///
/// A form of words leads to a statement only when exactly one speaker can be meant; every other is left out.
struct PeopleIndex {
    /// A form of words for one speaker.
    struct Form {
        var words: [UInt8]
        /// The id of the speaker's first statement.
        var target: String
        /// A surname alone means its bearer only behind a title.
        var needsTitle: Bool
    }

    /// By their first word; the longest first.
    private(set) var names: [String: [Form]] = [:]
    private(set) var delegations: [String: [Form]] = [:]
    private var byDelegation: [String: String] = [:]
    private var mayOpen = [Bool](repeating: false, count: 1024)

    init(_ roll: SpeakerRoll, states: StateTable) {
        add(names: roll)
        add(delegations: roll, states: states)
        sortLongestFirst()
    }

    /// True when a name may open with these two bytes: a cheap "no" for almost every word.
    func mayOpen(_ first: UInt8, _ second: UInt8) -> Bool { mayOpen[Self.slot(first, second)] }

    /// The statement of a delegation by its name as printed, whatever the case; nil when no one or several spoke for it.
    func statement(ofDelegation name: String) -> String? { byDelegation[Latin.key(name)] }

    private static func slot(_ first: UInt8, _ second: UInt8) -> Int { (Int(first) &* 37 &+ Int(second)) & 1023 }

    // MARK: Names

    private mutating func add(names roll: SpeakerRoll) {
        var runs: [String: (targets: Set<String>, needsTitle: Bool)] = [:]
        for person in roll.people {
            guard let name = person.name else { continue }
            let words = name.split(separator: " ").map(String.init)
            runs[name, default: ([], false)].targets.insert(person.statement)
            // One word alone (a monarch’s, a surname kept from "Ms. JAQUEZ") is no name by itself.
            if words.count == 1 { runs[name]?.needsTitle = true }
            for form in Self.shorter(words) { runs[form, default: ([], false)].targets.insert(person.statement) }
            for run in Self.surnames(words) { runs[run, default: ([], true)].targets.insert(person.statement) }
        }
        for (words, found) in runs where found.targets.count == 1 {
            add(words, found.targets.first, needsTitle: found.needsTitle, to: \.names)
        }
    }

    /// A name of three words and more may lose those in the middle or at the end, down to two: `Nadia Murad`.
    private static func shorter(_ words: [String]) -> Set<String> {
        guard words.count > 2, words.count <= 8, let last = words.last else { return [] }
        let heads = (2..<words.count).map { words[..<$0].joined(separator: " ") }
        return Set(heads.filter { $0.last != "." } + [words[0] + " " + last])
    }

    /// What may stand behind "Mr.": any run of words to the end or inside, never the first alone – but for a name
    /// whose second part is hyphenated, which puts the family first (Ban Ki-moon).
    private static func surnames(_ words: [String]) -> Set<String> {
        guard words.count > 1, words.count <= 8 else { return [] }
        var runs: Set<String> = []
        for start in 1..<words.count {
            for end in start..<words.count where words[start].count > 2 {
                runs.insert(words[start...end].joined(separator: " "))
            }
        }
        if words.count == 2, words[1].contains("-"), !words[0].contains("-") { runs.insert(words[0]) }
        return runs
    }

    // MARK: Delegations

    private mutating func add(delegations roll: SpeakerRoll, states: StateTable) {
        for (printed, target) in roll.delegations {
            guard let target else { continue }
            var forms: Set<String> = [printed]
            if let state = states.state(named: printed) {
                forms.formUnion([state.name, state.formalName])
                forms.formUnion(state.otherNames)
            }
            for form in forms where !form.isEmpty {
                add(form, target, needsTitle: false, to: \.delegations)
                byDelegation[Latin.key(form)] = target
            }
        }
    }

    private mutating func add(
        _ words: String, _ target: String?, needsTitle: Bool, to path: WritableKeyPath<PeopleIndex, [String: [Form]]>
    ) {
        let bytes = Array(words.utf8)
        guard let target, let first = words.split(separator: " ").first, bytes.count > 1 else { return }
        self[keyPath: path][String(first), default: []].append(
            Form(words: bytes, target: target, needsTitle: needsTitle))
        if path == \.names { mayOpen[Self.slot(bytes[0], bytes[1])] = true }
    }

    private mutating func sortLongestFirst() {
        for key in names.keys { names[key]?.sort { $0.words.count > $1.words.count } }
        for key in delegations.keys { delegations[key]?.sort { $0.words.count > $1.words.count } }
    }
}
