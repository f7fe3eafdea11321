import Diagnostics

extension Statement: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            id: try reader.text(), form: try reader.kind(), speaker: try Speaker(&reader),
            onBehalfOf: try reader.texts(), alignedWith: try reader.texts(), occasion: try reader.optionalKind(),
            paragraphs: try reader.list())
        others = try reader.list()
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(id)
        writer.write(form)
        speaker.write(to: &writer)
        writer.write(onBehalfOf)
        writer.write(alignedWith)
        writer.write(occasion)
        writer.write(paragraphs)
        writer.write(others)
    }
}

extension Statement.Other: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            delegation: try reader.optionalText(), name: try reader.optionalText(), lines: try reader.range())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(delegation)
        writer.write(name)
        writer.write(lines)
    }
}

extension Speaker: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            printed: try reader.optionalText(), name: try reader.optionalText(), honorific: try reader.optionalText(),
            role: try reader.optionalText(), delegation: try reader.optionalText(), unnamed: try reader.flag())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(printed)
        writer.write(name)
        writer.write(honorific)
        writer.write(role)
        writer.write(delegation)
        writer.write(unnamed)
    }
}

extension Placeholder: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(id: try reader.text(), delegation: try reader.optionalText(), text: try reader.text())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(id)
        writer.write(delegation)
        writer.write(text)
    }
}
