import Meetings

/// What changed between a provisional copy of a meeting and the text that replaces it.
///
/// Statements are compared by their ids, which are made of the delegation and so outlive a name that comes; those left over
/// by speaker and delegation, in order.
package struct VersionChanges: Sendable {
    /// Statements whose speaker had no name in the copy.
    package private(set) var named: [TurnRef] = []
    /// Statements that the copy does not have, those it only announced among them.
    package private(set) var added: [TurnRef] = []
    /// Statements of the copy that are gone: indices into its `blocks`.
    package private(set) var removed: [Int] = []
    /// Statements with other words than in the copy, in the order of the text.
    package private(set) var reworded: [Rewording] = []
    /// Anchors that statements had in the copy, and the ones they have now: a page keeps the old ones good.
    package private(set) var movedAnchors: [MovedAnchor] = []

    package struct Rewording: Sendable, Hashable {
        package let turn: TurnRef
        package let changes: [WordChange]
    }

    package struct MovedAnchor: Sendable, Hashable {
        package let from: String
        package let to: String
    }

    package var isEmpty: Bool { named.isEmpty && added.isEmpty && removed.isEmpty && reworded.isEmpty }

    init(from copy: Meeting, to entry: MeetingEntry) {
        let old = copy.blocks.indices.compactMap { index in copy.blocks[index].statement.map { (index, $0) } }
        let pairing = Pairing(old.map(\.1), entry.turns.compactMap { entry.meeting.blocks[$0.ref.block].statement })
        for (position, turn) in entry.turns.enumerated() {
            guard let statement = entry.meeting.blocks[turn.ref.block].statement else { continue }
            guard let before = pairing.oldOfNew[position].map({ old[$0].1 }) else {
                added.append(turn.ref)
                continue
            }
            if before.speaker.unnamed, !statement.speaker.unnamed { named.append(turn.ref) }
            if before.id != statement.id { movedAnchors.append(MovedAnchor(from: before.id, to: statement.id)) }
            let changes = WordChange.between(before.ownWords, statement.ownWords)
            if changes.contains(where: { $0.kind != .kept }) {
                reworded.append(Rewording(turn: turn.ref, changes: changes))
            }
        }
        removed = old.indices.filter { !pairing.isPaired($0) }.map { old[$0].0 }
    }
}

/// Which statement of a copy is which of the final text.
private struct Pairing {
    /// For each statement of the final text, the one of the copy.
    private(set) var oldOfNew: [Int?]
    private var paired: Set<Int> = []

    init(_ old: [Statement], _ new: [Statement]) {
        oldOfNew = Array(repeating: nil, count: new.count)
        pair(old.map(\.id), new.map(\.id))
        pair(old.map(Self.voice), new.map(Self.voice))
    }

    func isPaired(_ old: Int) -> Bool { paired.contains(old) }

    /// Joins what has the same key and is free yet, the first with the first.
    private mutating func pair(_ old: [String], _ new: [String]) {
        var free: [String: [Int]] = [:]
        for index in old.indices.reversed() where !paired.contains(index) {
            free[old[index], default: []].append(index)
        }
        for index in new.indices where oldOfNew[index] == nil {
            guard let match = free[new[index]]?.popLast() else { continue }
            oldOfNew[index] = match
            paired.insert(match)
        }
    }

    /// Delegation, else name, else role: who is heard, as far as both versions can tell.
    private static func voice(_ statement: Statement) -> String {
        Slug.make(statement.speaker.delegation ?? statement.speaker.name ?? statement.speaker.role ?? "")
    }
}

extension Block {
    fileprivate var statement: Statement? {
        if case .statement(let statement) = content { statement } else { nil }
    }
}

extension Statement {
    /// The words without the opener's name, whose coming is no rewording.
    fileprivate var ownWords: [Substring] {
        paragraphs.enumerated().flatMap { index, paragraph in
            let words = paragraph.text.split { $0.isWhitespace }
            guard index == 0, let printed = speaker.printed else { return words }
            let name = printed.split { $0.isWhitespace }
            return words.starts(with: name) ? Array(words.dropFirst(name.count)) : words
        }
    }
}

extension Corpus {
    /// What changed since an earlier version of a meeting; worked out when asked for.
    package func changes(since version: EarlierVersion, in meeting: Ref<MeetingEntry>) -> VersionChanges {
        VersionChanges(from: version.meeting, to: self[meeting])
    }
}
