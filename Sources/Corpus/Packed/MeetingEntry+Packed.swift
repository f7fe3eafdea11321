import Diagnostics
import Meetings

extension MeetingEntry {
    /// - Parameters:
    ///   - place: of this meeting.
    ///   - fetch: gives a meeting with its text, when somebody asks for that.
    init(
        _ reader: inout EntryReader, _ place: CorpusPlaces.MeetingPlaces, fetch: @escaping Corpus.Fetch
    ) throws(PackedReader.Damage) {
        let id = try reader.bytes.text()
        let source = try Meeting.Source(&reader.bytes)
        let heading = try MeetingHeading(&reader.bytes, id: id, file: source.file)
        let measure = try TextMeasure(&reader.bytes)
        let lines = try reader.list(of: measure.blocks.count) { reader throws(PackedReader.Damage) in
            try reader.bytes.range()
        }
        let reading = MeetingReading(
            text: HeldMeeting { fetch(source) }, source: source, heading: heading, measure: measure, lines: lines)
        self.init(id: id, reading, bodyCode: try reader.bytes.optionalText())
        turns.reserveCapacity(place.turns.count)
        for number in place.turns { turns.append(try Turn(&reader, number: number)) }
        for number in place.placeholders {
            placeholders.append(
                PlaceholderTurn(
                    ref: reader.places.turns[number], anchor: try reader.bytes.text(),
                    delegation: try reader.optionalRef()))
        }
        let blocks = measure.blocks.indices
        guard (turns.map(\.ref) + placeholders.map(\.ref)).allSatisfy({ blocks.contains($0.block) }) else {
            throw PackedReader.Damage()
        }
        let anchors = turns.count + placeholders.count
        anchorOrder = try reader.list(of: anchors) { reader throws(PackedReader.Damage) in
            Int32(try reader.index(below: anchors))
        }
        speakers = try reader.refs()
        delegations = try reader.refs()
        decisions = try reader.list(of: place.decisions) { reader throws(PackedReader.Damage) in
            try reader.optionalRef()
        }
        votes = try reader.list(of: place.votes) { reader throws(PackedReader.Damage) in
            VoteNames(favour: try reader.refs(), against: try reader.refs(), abstain: try reader.refs())
        }
        previous = try reader.optionalRef()
        next = try reader.optionalRef()
        earlierVersions = try reader.list { reader throws(PackedReader.Damage) in
            let id = try reader.bytes.text()
            let source = try Meeting.Source(&reader.bytes)
            return EarlierVersion(id: id, text: HeldMeeting { fetch(source) }, source: source)
        }
    }

    /// Everything but the text, and what `CorpusPlaces` says.
    func write(to writer: inout EntryWriter) {
        writer.bytes.write(id)
        source.write(to: &writer.bytes)
        heading.write(to: &writer.bytes)
        measure.write(to: &writer.bytes)
        for lines in lines { writer.bytes.write(lines) }
        writer.bytes.write(bodyCode)
        for turn in turns { turn.write(to: &writer) }
        for placeholder in placeholders {
            writer.bytes.write(placeholder.anchor)
            writer.write(placeholder.delegation)
        }
        for place in anchorOrder { writer.bytes.write(Int(place)) }
        writer.write(speakers)
        writer.write(delegations)
        for decision in decisions { writer.write(decision) }
        for vote in votes {
            writer.write(vote.favour)
            writer.write(vote.against)
            writer.write(vote.abstain)
        }
        writer.write(previous)
        writer.write(next)
        writer.list(earlierVersions) { writer, version in
            writer.bytes.write(version.id)
            version.source.write(to: &writer.bytes)
        }
    }
}

extension Turn {
    /// - Parameter number: in `CorpusPlaces.turns`.
    fileprivate init(_ reader: inout EntryReader, number: Int) throws(PackedReader.Damage) {
        self.init(
            ref: reader.places.turns[number], anchor: try reader.bytes.text(), person: try reader.optionalRef(),
            delegation: try reader.optionalRef(), onBehalfOf: try reader.refs(), alignedWith: try reader.refs(),
            heard: try reader.refs(), words: try reader.bytes.amount(), before: try reader.turn(from: number),
            after: try reader.turn(from: number))
    }

    fileprivate func write(to writer: inout EntryWriter) {
        writer.bytes.write(anchor)
        writer.write(person)
        writer.write(delegation)
        writer.write(onBehalfOf)
        writer.write(alignedWith)
        writer.write(heard)
        writer.bytes.write(words)
        writer.write(before, from: ref)
        writer.write(after, from: ref)
    }
}

extension MeetingHeading {
    fileprivate convenience init(_ reader: inout PackedReader, id: String, file: String) throws(PackedReader.Damage) {
        let date = try MeetingDate(&reader)
        self.init(
            outline: try MeetingOutline(&reader, id: id, file: file, date: date.value), date: date,
            symbol: try reader.optionalText(), status: try reader.kind(), url: try reader.optionalText())
    }

    fileprivate func write(to writer: inout PackedWriter) {
        date.write(to: &writer)
        outline.write(to: &writer)
        writer.write(symbol)
        writer.write(status)
        writer.write(url)
    }
}

extension MeetingOutline {
    fileprivate init(
        _ reader: inout PackedReader, id: String, file: String, date: String?
    ) throws(PackedReader.Damage) {
        self.id = id
        self.file = file
        self.date = date
        year = Self.year(of: date)
        body = try reader.optionalText()
        numbers = try reader.list { reader throws(PackedReader.Damage) in try reader.number() }
        headline = try reader.optionalText()
        opening = try reader.optionalText()
    }

    /// Without what stands besides it.
    fileprivate func write(to writer: inout PackedWriter) {
        writer.write(body)
        writer.write(numbers) { $0.write($1) }
        writer.write(headline)
        writer.write(opening)
    }
}
