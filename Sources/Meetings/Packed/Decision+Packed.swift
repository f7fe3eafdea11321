import Diagnostics

extension Vote: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            lines: try reader.range(), subject: try reader.optionalText(), outcome: try reader.kind(),
            favour: try reader.optionalNumber(), against: try reader.optionalNumber(),
            abstain: try reader.optionalNumber(), names: try Names(&reader))
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(lines)
        writer.write(subject)
        writer.write(outcome)
        writer.write(favour)
        writer.write(against)
        writer.write(abstain)
        names.write(to: &writer)
    }
}

extension Vote.Names: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(favour: try reader.texts(), against: try reader.texts(), abstain: try reader.texts())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(favour)
        writer.write(against)
        writer.write(abstain)
    }
}

extension Decision: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            kind: try reader.kind(), symbol: try reader.optionalText(), adopted: try reader.optionalKind(),
            lines: try reader.range(), fullText: try reader.optional())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(kind)
        writer.write(symbol)
        writer.write(adopted)
        writer.write(lines)
        writer.write(fullText)
    }
}

extension FullText: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            lines: try reader.range(), preamble: try reader.list(), operative: try reader.list(),
            annexes: try reader.list())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(lines)
        writer.write(preamble)
        writer.write(operative)
        writer.write(annexes)
    }
}

extension FullText.Clause: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            number: try reader.number(), opening: try reader.text(), lines: try reader.range(),
            text: try reader.text(), references: try reader.list(), points: try reader.list(),
            heading: try reader.optionalText(), continuation: try reader.list())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(number)
        writer.write(opening)
        writer.write(lines)
        writer.write(text)
        writer.write(references)
        writer.write(points)
        writer.write(heading)
        writer.write(continuation)
    }
}

extension FullText.Point: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            label: try reader.text(), lines: try reader.range(), text: try reader.text(),
            references: try reader.list(), points: try reader.list())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(label)
        writer.write(lines)
        writer.write(text)
        writer.write(references)
        writer.write(points)
    }
}

extension FullText.Annex: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(title: try reader.text(), lines: try reader.range(), paragraphs: try reader.list())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(title)
        writer.write(lines)
        writer.write(paragraphs)
    }
}
