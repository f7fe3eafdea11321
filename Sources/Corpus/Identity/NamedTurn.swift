import Diagnostics
import Meetings

/// A turn whose speaker is named: the occurrence of a name that identity is worked out from.
struct NamedTurn: Sendable {
    let ref: TurnRef
    /// Index into the entry's `turns`.
    let slot: Int
    /// Index into `NamedTurns.names`.
    fileprivate(set) var name: Int
    let delegation: Ref<Delegation>?
    /// Index into `NamedTurns.roles`.
    fileprivate(set) var role: Int?
    /// For a title and surname.
    let courtesy: CourtesyTitle?
    let year: Int?
}

/// All named turns of the corpus in order of time, with each name folded once.
struct NamedTurns: Sendable {
    private(set) var turns: [NamedTurn] = []
    /// Names as they are printed and read, each once, and what they fold to.
    private(set) var names: [Name] = []
    private(set) var roles: [String] = []

    struct Name: Sendable {
        /// As the opener prints it, title included; the reading form where it prints none.
        let printed: String
        let reading: String
        let folded: FoldedName
    }

    private struct Spelling: Hashable {
        let printed: ByteText
        let reading: ByteText

        init(printed: String, reading: String) {
            self.printed = ByteText(printed)
            self.reading = ByteText(reading)
        }
    }

    private var nameIndex: [Spelling: Int] = [:]
    private var roleIndex: [String: Int] = [:]

    /// - Parameter threads: how many work at once.
    init(_ entries: [MeetingEntry], threads: Int) {
        for part in ParallelMap(threads: threads).map(entries.parts(of: 1024), NamedTurns.init) { append(part) }
    }

    private init(_ entries: ArraySlice<MeetingEntry>) {
        for entry in entries {
            let year = entry.year
            let blocks = entry.linkable.blocks
            for (slot, turn) in entry.turns.enumerated() {
                guard case .statement(let statement) = blocks[turn.ref.block].content,
                    let name = statement.speaker.reading
                else { continue }
                let spelling = Spelling(printed: statement.speaker.printed ?? name, reading: name)
                let known = nameIndex[spelling] ?? add(spelling)
                guard !names[known].folded.key.isEmpty else { continue }
                let role = statement.speaker.role.map { place(ofRole: $0) }
                turns.append(
                    NamedTurn(
                        ref: turn.ref, slot: slot, name: known, delegation: turn.delegation, role: role,
                        courtesy: CourtesyTitle(statement.speaker.honorific), year: year))
            }
        }
    }

    func folded(_ turn: NamedTurn) -> FoldedName { names[turn.name].folded }

    private mutating func add(_ name: Spelling) -> Int {
        let (printed, reading) = (name.printed.text, name.reading.text)
        return add(Name(printed: printed, reading: reading, folded: FoldedName(reading)), name)
    }

    private mutating func add(_ name: Name, _ spelling: Spelling) -> Int {
        nameIndex[spelling] = names.count
        names.append(name)
        return names.count - 1
    }

    private mutating func place(ofRole role: String) -> Int {
        if let known = roleIndex[role] { return known }
        roleIndex[role] = roles.count
        roles.append(role)
        return roles.count - 1
    }

    /// Turns that are later than all of these.
    private mutating func append(_ later: NamedTurns) {
        let names = later.names.map { name in
            let spelling = Spelling(printed: name.printed, reading: name.reading)
            return nameIndex[spelling] ?? add(name, spelling)
        }
        let roles = later.roles.map { place(ofRole: $0) }
        turns += later.turns.map { turn in
            var turn = turn
            turn.name = names[turn.name]
            turn.role = turn.role.map { roles[$0] }
            return turn
        }
    }
}

extension Speaker {
    /// The name to know the speaker by; nil for one who is not named.
    fileprivate var reading: String? { unnamed ? nil : name.flatMap { $0.isEmpty ? nil : $0 } }
}

extension NamedTurns {
    /// What the registry would call the speaker: the folded name, with its title where only a surname is printed.
    func keyWithTitle(_ turn: NamedTurn) -> String {
        switch turn.courtesy {
        case nil: folded(turn).key
        case .mister: "mr" + folded(turn).key
        case .miss: "ms" + folded(turn).key
        }
    }
}
