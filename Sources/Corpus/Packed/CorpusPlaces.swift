import Diagnostics

/// How long the lists of a corpus are, and which statements there are: every number in its packed form is held against
/// this, so that none of them leads beyond its list.
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
        var meetings: [MeetingPlaces] = []
        var turn = 0
        var placeholder = lists.meetings.reduce(0) { $0 + $1.turns.count }
        for entry in lists.meetings {
            meetings.append(
                MeetingPlaces(
                    turns: turn..<turn + entry.turns.count,
                    placeholders: placeholder..<placeholder + entry.placeholders.count,
                    decisions: entry.decisions.count, votes: entry.votes.count))
            turn += entry.turns.count
            placeholder += entry.placeholders.count
        }
        self.meetings = meetings
        persons = lists.persons.count
        delegations = lists.delegations.count
        paragraphs = lists.resolutions.map(\.paragraphs.count)
        documents = lists.documents.count
        officialTexts = lists.officialTexts.count
        turns = lists.meetings.flatMap { $0.turns.map(\.ref) } + lists.meetings.flatMap { $0.placeholders.map(\.ref) }
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
        let places = try reader.list { reader throws(PackedReader.Damage) in
            (
                turns: try Self.blocks(&reader), placeholders: try Self.blocks(&reader),
                decisions: try reader.amount(), votes: try reader.amount()
            )
        }
        var meetings: [MeetingPlaces] = []
        var turn = 0
        var placeholder = places.reduce(0) { $0 + $1.turns.count }
        var turns: [TurnRef] = []
        for (index, place) in places.enumerated() {
            turns += place.turns.map { TurnRef(meeting: Ref(index), block: $0) }
            meetings.append(
                MeetingPlaces(
                    turns: turn..<turn + place.turns.count,
                    placeholders: placeholder..<placeholder + place.placeholders.count,
                    decisions: place.decisions, votes: place.votes))
            turn += place.turns.count
            placeholder += place.placeholders.count
        }
        for (index, place) in places.enumerated() {
            turns += place.placeholders.map { TurnRef(meeting: Ref(index), block: $0) }
        }
        self.meetings = meetings
        self.turns = turns
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
