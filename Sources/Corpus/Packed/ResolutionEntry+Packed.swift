import Diagnostics
import Meetings

extension ResolutionEntry {
    /// - Parameter paragraphCount: as `CorpusPlaces` says.
    init(_ reader: inout EntryReader, paragraphCount: Int) throws(PackedReader.Damage) {
        self.init(
            id: try reader.bytes.text(), symbol: try reader.bytes.optionalText(), kind: try reader.bytes.kind(),
            title: try reader.bytes.text(),
            text: try reader.bytes.flag() ? try DecisionRef(&reader) : nil,
            official: try reader.bytes.flag() ? try reader.index(below: reader.places.officialTexts) : nil,
            adoption: try reader.bytes.flag() ? try Adoption(&reader) : nil,
            paragraphs: try reader.list(of: paragraphCount) { reader throws(PackedReader.Damage) in
                try ParagraphEntry(&reader)
            },
            cites: try reader.refs(), citedByResolutions: try reader.refs(), citations: try reader.citations(),
            officialAddress: try reader.bytes.optionalText())
    }

    /// Everything but what `CorpusPlaces` says.
    func write(to writer: inout EntryWriter) {
        writer.bytes.write(id)
        writer.bytes.write(symbol)
        writer.bytes.write(kind)
        writer.bytes.write(title)
        writer.bytes.write(text != nil)
        if let text {
            writer.write(text.meeting)
            writer.bytes.write(text.decision)
        }
        writer.bytes.write(official)
        writer.bytes.write(adoption != nil)
        adoption?.write(to: &writer)
        for paragraph in paragraphs { paragraph.write(to: &writer) }
        writer.write(cites)
        writer.write(citedByResolutions)
        writer.write(citations)
        writer.bytes.write(officialAddress)
    }
}

extension ResolutionEntry.DecisionRef {
    fileprivate init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        let meeting: Ref<MeetingEntry> = try reader.ref()
        self.init(
            meeting: meeting, decision: try reader.index(below: reader.places.meetings[meeting.index].decisions))
    }
}

extension ResolutionEntry.Adoption {
    fileprivate init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        let meeting: Ref<MeetingEntry> = try reader.ref()
        let places = reader.places.meetings[meeting.index]
        self.init(
            meeting: meeting, decision: try reader.index(below: places.decisions),
            vote: try reader.bytes.flag() ? try reader.index(below: places.votes) : nil,
            how: try reader.bytes.optionalKind())
    }

    fileprivate func write(to writer: inout EntryWriter) {
        writer.write(meeting)
        writer.bytes.write(decision)
        writer.bytes.write(vote)
        writer.bytes.write(how)
    }
}

extension ParagraphEntry {
    fileprivate init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        self.init(
            id: try reader.bytes.text(), part: try reader.bytes.flag() ? .operative : .preamble,
            number: try reader.bytes.number(), index: try reader.bytes.amount(), cites: try reader.refs(),
            citations: try reader.citations())
    }

    fileprivate func write(to writer: inout EntryWriter) {
        writer.bytes.write(id)
        writer.bytes.write(part == .operative)
        writer.bytes.write(number)
        writer.bytes.write(index)
        writer.write(cites)
        writer.write(citations)
    }
}

extension DocumentEntry {
    init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        self.init(
            id: try reader.bytes.text(), symbol: try reader.bytes.text(), kind: try reader.bytes.kind(),
            officialAddress: try reader.bytes.optionalText(), page: try LinkTarget(&reader.bytes),
            citations: try reader.citations())
    }

    func write(to writer: inout EntryWriter) {
        writer.bytes.write(id)
        writer.bytes.write(symbol)
        writer.bytes.write(kind)
        writer.bytes.write(officialAddress)
        page.write(to: &writer.bytes)
        writer.write(citations)
    }
}
