import Diagnostics

extension Delegation {
    init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        self.init(
            id: try reader.bytes.text(), name: try reader.bytes.text(), kind: try reader.bytes.kind(),
            code: try reader.bytes.optionalText(), formalName: try reader.bytes.optionalText(),
            abbreviation: try reader.bytes.optionalText(), variants: try reader.bytes.texts(),
            predecessors: try reader.refs(), successors: try reader.refs(), turns: try reader.turns(),
            placeholders: try reader.turns(),
            speakers: try reader.list { reader throws(PackedReader.Damage) in try Spokesperson(&reader) },
            votes: try reader.list { reader throws(PackedReader.Damage) in try CastVote(&reader) },
            spokeFor: try reader.associations(), alignedWith: try reader.associations(),
            representedBy: try reader.associations(), alignedBy: try reader.associations(),
            turnsOnBehalf: try reader.turns(), turnsAligned: try reader.turns(), turnsHeardIn: try reader.turns(),
            words: try reader.bytes.amount())
    }

    func write(to writer: inout EntryWriter) {
        writer.bytes.write(id)
        writer.bytes.write(name)
        writer.bytes.write(kind)
        writer.bytes.write(code)
        writer.bytes.write(formalName)
        writer.bytes.write(abbreviation)
        writer.bytes.write(variants)
        writer.write(predecessors)
        writer.write(successors)
        writer.write(turns)
        writer.write(placeholders)
        writer.list(speakers) { writer, speaker in
            writer.write(speaker.person)
            writer.write(speaker.turns)
        }
        writer.list(votes) { writer, cast in
            writer.write(cast.meeting)
            writer.bytes.write(cast.vote)
            writer.bytes.write(cast.position.number)
        }
        for list in [spokeFor, alignedWith, representedBy, alignedBy] { writer.write(list) }
        for list in [turnsOnBehalf, turnsAligned, turnsHeardIn] { writer.write(list) }
        writer.bytes.write(words)
    }
}

extension Delegation.Spokesperson {
    fileprivate init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        self.init(person: try reader.ref(), turns: try reader.turns())
        // Pages name its first and last.
        guard !turns.isEmpty else { throw PackedReader.Damage() }
    }
}

extension Delegation.CastVote {
    fileprivate init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        let meeting: Ref<MeetingEntry> = try reader.ref()
        self.init(
            meeting: meeting, vote: try reader.index(below: reader.places.meetings[meeting.index].votes),
            position: try Position(number: reader.bytes.number()))
    }
}

extension Delegation.CastVote.Position {
    /// There are very many: as a number it is read quickly.
    fileprivate var number: Int {
        switch self {
        case .favour: 0
        case .against: 1
        case .abstain: 2
        }
    }

    fileprivate init(number: Int) throws(PackedReader.Damage) {
        switch number {
        case 0: self = .favour
        case 1: self = .against
        case 2: self = .abstain
        default: throw PackedReader.Damage()
        }
    }
}
