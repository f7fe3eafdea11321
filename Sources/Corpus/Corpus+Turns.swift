import Diagnostics
import Meetings

/// Reads from each statement for whom it was given; who spoke is the matter of `PersonIndex`.
extension Corpus {
    /// Fills turns, placeholders and votes of the entries.
    /// - Returns: the delegations that occur, in order of their ids.
    static func readTurns(
        of entries: inout [MeetingEntry], registry: Registry, states: StateTable, threads: Int
    ) -> [Delegation] {
        var names = DelegationNames(states: states, organisations: .shipped, registry: registry)
        var roles = RoleReader(organisations: .shipped)
        for entry in entries { note(entry.meeting, in: &names, roles: &roles) }
        let (delegations, refs) = names.resolved()
        let lengths = ParallelMap(threads: threads).map(entries) { WordCount.ofStatements(in: $0.meeting) }
        for index in entries.indices {
            fill(&entries[index], at: Ref(index), lengths: lengths[index], refs: refs, roles: &roles)
        }
        return delegations
    }

    private static func note(_ meeting: Meeting, in names: inout DelegationNames, roles: inout RoleReader) {
        for block in meeting.blocks {
            switch block.content {
            case .statement(let statement):
                if let name = delegation(of: statement.speaker, roles: &roles) {
                    names.note(name, \.turns)
                    if statement.speaker.role == nil { names.note(name, \.bare) }
                }
                for group in statement.onBehalfOf + statement.alignedWith { names.note(group, \.groups) }
                for name in statement.others.compactMap(\.delegation) { names.note(name, \.turns) }
            case .placeholder(let placeholder):
                if let name = placeholder.delegation { names.note(name, \.turns) }
            default: break
            }
        }
        for vote in meeting.votes {
            for name in vote.names.favour + vote.names.against + vote.names.abstain { names.note(name, \.votes) }
        }
    }

    private static func delegation(of speaker: Speaker, roles: inout RoleReader) -> String? {
        speaker.delegation ?? speaker.role.flatMap { roles.organisation(in: $0) }
    }

    private static func fill(
        _ entry: inout MeetingEntry, at ref: Ref<MeetingEntry>, lengths: [Int], refs: DelegationRefs,
        roles: inout RoleReader
    ) {
        var seen: Set<Ref<Delegation>> = []
        for (index, block) in entry.meeting.blocks.enumerated() {
            let place = TurnRef(meeting: ref, block: index)
            switch block.content {
            case .statement(let statement):
                let delegation = delegation(of: statement.speaker, roles: &roles).flatMap { refs[$0] }
                entry.turns.append(
                    Turn(
                        ref: place, anchor: statement.id, delegation: delegation,
                        onBehalfOf: distinct(statement.onBehalfOf.flatMap(refs.group), without: delegation),
                        alignedWith: distinct(statement.alignedWith.flatMap(refs.group), without: delegation),
                        heard: distinct(
                            statement.others.compactMap { $0.delegation.flatMap { refs[$0] } }, without: delegation),
                        words: lengths[index]))
                if let delegation, seen.insert(delegation).inserted { entry.delegations.append(delegation) }
            case .placeholder(let placeholder):
                let delegation = placeholder.delegation.flatMap { refs[$0] }
                entry.placeholders.append(PlaceholderTurn(ref: place, anchor: placeholder.id, delegation: delegation))
            default: break
            }
        }
        entry.orderAnchors()
        entry.votes = entry.meeting.votes.map { vote in
            MeetingEntry.VoteNames(
                favour: distinct(vote.names.favour.compactMap { refs[$0] }, without: nil),
                against: distinct(vote.names.against.compactMap { refs[$0] }, without: nil),
                abstain: distinct(vote.names.abstain.compactMap { refs[$0] }, without: nil))
        }
    }

    private static func distinct(_ refs: [Ref<Delegation>], without own: Ref<Delegation>?) -> [Ref<Delegation>] {
        guard !refs.isEmpty else { return [] }
        var seen: Set<Ref<Delegation>> = []
        return refs.filter { $0 != own && seen.insert($0).inserted }
    }
}

/// The length of a text: runs of anything but white space (no-break spaces are white space).
enum WordCount {
    /// The length of each block's statement; 0 for what is none.
    static func ofStatements(in meeting: Meeting) -> [Int] {
        meeting.blocks.map { block in
            guard case .statement(let statement) = block.content else { return 0 }
            return statement.paragraphs.reduce(0) { $0 + of($1.text) }
        }
    }

    static func of(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            var words = 0
            var inWord = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte <= 0x20, byte == 0x20 || (0x09...0x0D).contains(byte) {
                    inWord = false
                } else if byte == 0xC2, index < bytes.count, bytes[index] == 0xA0 {
                    inWord = false
                    index += 1
                } else if !inWord {
                    inWord = true
                    words += 1
                }
            }
            return words
        }
    }
}
