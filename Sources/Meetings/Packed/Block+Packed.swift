import Diagnostics

extension Block: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(lines: try reader.range(), content: try Content(&reader))
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(lines)
        content.write(to: &writer)
    }
}

extension Block.Content: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        switch try reader.number() {
        case 0: self = .header
        case 1: self = .note(try reader.list())
        case 2: self = .summary(try Summary(&reader))
        case 3: self = .times
        case 4: self = .heading(Heading(text: try reader.text()))
        case 5: self = .statement(try Statement(&reader))
        case 6: self = .narration(try reader.list())
        case 7: self = .placeholder(try Placeholder(&reader))
        case 8: self = .fullText(decision: try reader.number())
        case 9: self = .footer
        case 10: self = .other(try reader.list())
        default: throw PackedReader.Damage()
        }
    }

    package func write(to writer: inout PackedWriter) {
        switch self {
        case .header: writer.write(0)
        case .note(let paragraphs): write(1, paragraphs, to: &writer)
        case .summary(let summary):
            writer.write(2)
            summary.write(to: &writer)
        case .times: writer.write(3)
        case .heading(let heading):
            writer.write(4)
            writer.write(heading.text)
        case .statement(let statement):
            writer.write(5)
            statement.write(to: &writer)
        case .narration(let paragraphs): write(6, paragraphs, to: &writer)
        case .placeholder(let placeholder):
            writer.write(7)
            placeholder.write(to: &writer)
        case .fullText(let decision):
            writer.write(8)
            writer.write(decision)
        case .footer: writer.write(9)
        case .other(let paragraphs): write(10, paragraphs, to: &writer)
        }
    }

    private func write(_ kind: Int, _ paragraphs: [Paragraph], to writer: inout PackedWriter) {
        writer.write(kind)
        writer.write(paragraphs)
    }
}

extension Summary: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(paragraphs: try reader.list(), attributions: try reader.list())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(paragraphs)
        writer.write(attributions)
    }
}

extension Summary.Attribution: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            delegation: try reader.optionalText(), name: try reader.optionalText(), lines: try reader.range(),
            listed: try reader.flag())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(delegation)
        writer.write(name)
        writer.write(lines)
        writer.write(listed)
    }
}

extension Paragraph: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(lines: try reader.range(), text: try reader.text(), references: try reader.list())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(lines)
        writer.write(text)
        writer.write(references)
    }
}

extension Reference: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            kind: try reader.kind(), target: try reader.text(), text: try reader.text(), start: try reader.number(),
            end: try reader.number())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(kind)
        writer.write(target)
        writer.write(text)
        writer.write(start)
        writer.write(end)
    }
}
