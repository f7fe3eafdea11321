import Meetings

/// Who the summary says spoke, and who did: States, by code.
struct Roll {
    /// In a closing list: `Also speaking today were …`.
    private(set) var listed: Set<String> = []
    /// Anywhere in the summary.
    private(set) var named: Set<String> = []
    /// By a statement, given or still to come.
    private(set) var spoken: Set<String> = []
    /// By a statement for several.
    private(set) var represented: Set<String> = []
    private var lines: [String: Set<Int>] = [:]

    init(_ text: ProofText, _ states: StateTable, _ names: StateNames) {
        for passage in text.passages where passage.part == .summary {
            for name in names.all(in: passage, of: text.bytes) {
                add(Spelling.withoutPossessive(passage.keys(name)), to: \.named, states)
            }
        }
        for block in text.meeting.blocks {
            switch block.content {
            case .summary(let summary): for attribution in summary.attributions { add(attribution, states) }
            case .statement(let statement):
                add(statement.speaker.delegation, to: \.spoken, states)
                add(statement.speaker.role, to: \.represented, states)
                for name in statement.onBehalfOf + statement.alignedWith { add(name, to: \.represented, states) }
            case .placeholder(let placeholder): add(placeholder.delegation, to: \.spoken, states)
            default: break
            }
        }
    }

    private mutating func add(_ attribution: Summary.Attribution, _ states: StateTable) {
        guard attribution.listed, let code = attribution.delegation.flatMap(states.state(named:))?.code else { return }
        listed.insert(code)
        lines[code, default: []].formUnion(attribution.lines)
    }

    private mutating func add(_ name: String?, to set: WritableKeyPath<Roll, Set<String>>, _ states: StateTable) {
        if let code = name.flatMap(states.state(named:))?.code { self[keyPath: set].insert(code) }
    }

    /// Whether the list means to name everybody: it names nearly all who spoke.
    var isComplete: Bool {
        listed.count >= 4 && named.intersection(spoken).count * 10 >= spoken.count * 9
    }

    func lines(listing code: String) -> Set<Int> { lines[code] ?? [] }
}
