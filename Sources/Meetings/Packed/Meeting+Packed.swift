import Diagnostics

// A meeting as bytes for the program itself, to be read again much faster than its text: every property, in the
// order of its declaration. `PackedMeetingTests` holds these files to the types.

extension Meeting: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            source: try Source(&reader), kind: try Kind(&reader), body: try reader.optionalText(),
            session: try reader.optionalText(),
            numbers: try reader.list { reader throws(PackedReader.Damage) in try reader.number() },
            timeMark: try reader.optionalText(), symbol: try reader.optionalText(),
            headline: try reader.optionalText(), subheadlines: try reader.texts(), date: try MeetingDate(&reader),
            status: try reader.kind(), times: try reader.optional(), blocks: try reader.list(),
            votes: try reader.list(), decisions: try reader.list(), url: try reader.optionalText(),
            replaces: try reader.optionalText(), diagnostics: try reader.list())
    }

    package func write(to writer: inout PackedWriter) {
        source.write(to: &writer)
        kind.write(to: &writer)
        writer.write(body)
        writer.write(session)
        writer.write(numbers) { $0.write($1) }
        writer.write(timeMark)
        writer.write(symbol)
        writer.write(headline)
        writer.write(subheadlines)
        date.write(to: &writer)
        writer.write(status)
        writer.write(times)
        writer.write(blocks)
        writer.write(votes)
        writer.write(decisions)
        writer.write(url)
        writer.write(replaces)
        writer.write(diagnostics)
    }
}

extension Meeting.Source: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(file: try reader.text(), lines: try reader.number(), sha256: try reader.text())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(file)
        writer.write(lines)
        writer.write(sha256)
    }
}

extension Meeting.Kind: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        if let reason = try reader.optionalText() { self = .other(reason: reason) } else { self = .meeting }
    }

    package func write(to writer: inout PackedWriter) {
        switch self {
        case .meeting: writer.write(nil as String?)
        case .other(let reason): writer.write(reason as String?)
        }
    }
}

extension MeetingDate: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(value: try reader.optionalText(), certainty: try reader.kind(), from: try reader.optionalText())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(value)
        writer.write(certainty)
        writer.write(from)
    }
}

extension Times: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(began: try reader.text(), ended: try reader.optionalText(), lines: try reader.range())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(began)
        writer.write(ended)
        writer.write(lines)
    }
}
