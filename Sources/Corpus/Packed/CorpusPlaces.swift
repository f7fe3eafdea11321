import Diagnostics

/// How long the lists of a corpus are, and which statements there are: every reference in its packed form is held against
/// this, so that none of them leads beyond its list. Places within a text are not: for them the seal stands.
struct CorpusPlaces: Sendable {
    let meetings: [MeetingPlaces]
    let persons: Int
    let delegations: Int
    /// For each resolution, how many paragraphs it has.
    let paragraphs: [Int]
    let documents: Int
    let officialTexts: Int
    /// Every statement in order of time, and behind them every one that is announced.
    let turns: [TurnRef]

    struct MeetingPlaces: Sendable {
        /// The numbers of its statements in `turns`.
        let turns: Range<Int>
        let placeholders: Range<Int>
        /// As many as its text has.
        let decisions: Int
        let votes: Int
    }

    init(_ lists: Corpus.Lists) {
        persons = lists.persons.count
        delegations = lists.delegations.count
        paragraphs = lists.resolutions.map(\.paragraphs.count)
        documents = lists.documents.count
        officialTexts = lists.officialTexts.count
        (meetings, turns) = Self.numbered(
            lists.meetings.map { entry in
                Blocks(
                    turns: entry.turns.map(\.ref.block), placeholders: entry.placeholders.map(\.ref.block),
                    decisions: entry.decisions.count, votes: entry.votes.count)
            })
    }

    /// A meeting's statements by their places among its blocks.
    private struct Blocks {
        let turns: [Int]
        let placeholders: [Int]
        let decisions: Int
        let votes: Int
    }

    private static func numbered(_ meetings: [Blocks]) -> (places: [MeetingPlaces], turns: [TurnRef]) {
        var places: [MeetingPlaces] = []
        var turn = 0
        var placeholder = meetings.reduce(0) { $0 + $1.turns.count }
        for blocks in meetings {
            places.append(
                MeetingPlaces(
                    turns: turn..<turn + blocks.turns.count,
                    placeholders: placeholder..<placeholder + blocks.placeholders.count,
                    decisions: blocks.decisions, votes: blocks.votes))
            turn += blocks.turns.count
            placeholder += blocks.placeholders.count
        }
        let turns = [\Blocks.turns, \Blocks.placeholders].flatMap { kind in
            meetings.enumerated().flatMap { index, blocks in
                blocks[keyPath: kind].map { TurnRef(meeting: Ref(index), block: $0) }
            }
        }
        return (places, turns)
    }
}

// MARK: Packed

extension CorpusPlaces: Packable {
    init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        persons = try reader.amount()
        delegations = try reader.amount()
        documents = try reader.amount()
        officialTexts = try reader.amount()
        paragraphs = try reader.list { reader throws(PackedReader.Damage) in try reader.amount() }
        (meetings, turns) = Self.numbered(
            try reader.list { reader throws(PackedReader.Damage) in
                Blocks(
                    turns: try Self.blocks(&reader), placeholders: try Self.blocks(&reader),
                    decisions: try reader.amount(), votes: try reader.amount())
            })
    }

    func write(to writer: inout PackedWriter) {
        writer.write(persons)
        writer.write(delegations)
        writer.write(documents)
        writer.write(officialTexts)
        writer.write(paragraphs) { $0.write($1) }
        writer.write(meetings) { writer, meeting in
            writer.write(turns[meeting.turns]) { $0.write($1.block) }
            writer.write(turns[meeting.placeholders]) { $0.write($1.block) }
            writer.write(meeting.decisions)
            writer.write(meeting.votes)
        }
    }

    /// Places of statements among the blocks of a meeting, in their order.
    private static func blocks(_ reader: inout PackedReader) throws(PackedReader.Damage) -> [Int] {
        let blocks = try reader.list { reader throws(PackedReader.Damage) in try reader.amount() }
        for (block, next) in zip(blocks, blocks.dropFirst()) where block >= next { throw PackedReader.Damage() }
        return blocks
    }
}

/// What refs lead to.
protocol ListedEntry {
    static func count(in places: CorpusPlaces) -> Int
}

extension MeetingEntry: ListedEntry {
    static func count(in places: CorpusPlaces) -> Int { places.meetings.count }
}

extension Person: ListedEntry {
    static func count(in places: CorpusPlaces) -> Int { places.persons }
}

extension Delegation: ListedEntry {
    static func count(in places: CorpusPlaces) -> Int { places.delegations }
}

extension ResolutionEntry: ListedEntry {
    static func count(in places: CorpusPlaces) -> Int { places.paragraphs.count }
}
