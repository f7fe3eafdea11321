extension Diagnostic: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            id: try reader.text(), severity: try reader.kind(), file: try reader.optionalText(),
            lines: try reader.flag() ? try reader.range() : nil, column: try reader.optionalNumber(),
            length: try reader.optionalNumber(), message: try reader.text(), suggestion: try reader.optionalText())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(id)
        writer.write(severity)
        writer.write(file)
        writer.write(lines != nil)
        if let lines { writer.write(lines) }
        writer.write(column)
        writer.write(length)
        writer.write(message)
        writer.write(suggestion)
    }
}
