import Diagnostics

extension EntryReader {
    mutating func citations() throws(Damage) -> [Citation] {
        try list { reader throws(Damage) in
            let passage = try Passage(&reader)
            let start = try reader.bytes.amount()
            return Citation(passage: passage, start: start, end: start + (try reader.bytes.amount()))
        }
    }
}

extension EntryWriter {
    mutating func write(_ citations: [Citation]) {
        list(citations) { writer, citation in
            citation.passage.write(to: &writer)
            writer.bytes.write(citation.start)
            writer.bytes.write(citation.end - citation.start)
        }
    }
}

extension Passage {
    fileprivate init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        switch try reader.bytes.number() {
        case 0: self = .turn(try reader.turn(), paragraph: try reader.bytes.amount())
        case 1:
            self = .block(
                try reader.ref(), block: try reader.bytes.amount(), paragraph: try reader.bytes.amount())
        case 2:
            let resolution: Ref<ResolutionEntry> = try reader.ref()
            self = .clause(
                resolution, paragraph: try reader.index(below: reader.places.paragraphs[resolution.index]),
                part: try ClausePart(&reader.bytes))
        case 3:
            self = .annex(try reader.ref(), annex: try reader.bytes.amount(), paragraph: try reader.bytes.amount())
        default: throw PackedReader.Damage()
        }
    }

    fileprivate func write(to writer: inout EntryWriter) {
        switch self {
        case .turn(let turn, let paragraph):
            writer.bytes.write(0)
            writer.write(turn)
            writer.bytes.write(paragraph)
        case .block(let meeting, let block, let paragraph):
            writer.bytes.write(1)
            writer.write(meeting)
            writer.bytes.write(block)
            writer.bytes.write(paragraph)
        case .clause(let resolution, let paragraph, let part):
            writer.bytes.write(2)
            writer.write(resolution)
            writer.bytes.write(paragraph)
            part.write(to: &writer.bytes)
        case .annex(let resolution, let annex, let paragraph):
            writer.bytes.write(3)
            writer.write(resolution)
            writer.bytes.write(annex)
            writer.bytes.write(paragraph)
        }
    }
}

extension Passage.ClausePart: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        switch try reader.number() {
        case 0: self = .opening
        case 1: self = .point(try reader.list { reader throws(PackedReader.Damage) in try reader.amount() })
        case 2: self = .continuation(try reader.amount())
        default: throw PackedReader.Damage()
        }
    }

    package func write(to writer: inout PackedWriter) {
        switch self {
        case .opening: writer.write(0)
        case .point(let path):
            writer.write(1)
            writer.write(path) { $0.write($1) }
        case .continuation(let index):
            writer.write(2)
            writer.write(index)
        }
    }
}

extension LinkTarget: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        switch try reader.number() {
        case 0: self = .none
        case 1: self = .meeting(try reader.text())
        case 2: self = .person(try reader.text())
        case 3: self = .delegation(try reader.text())
        case 4: self = .statement(meeting: try reader.text(), id: try reader.text())
        case 5: self = .resolution(try reader.text())
        case 6: self = .paragraph(resolution: try reader.text(), id: try reader.text())
        case 7: self = .document(try reader.text())
        case 8: self = .external(try reader.text())
        default: throw PackedReader.Damage()
        }
    }

    package func write(to writer: inout PackedWriter) {
        let (number, texts): (Int, [String]) =
            switch self {
            case .none: (0, [])
            case .meeting(let id): (1, [id])
            case .person(let id): (2, [id])
            case .delegation(let id): (3, [id])
            case .statement(let meeting, let id): (4, [meeting, id])
            case .resolution(let id): (5, [id])
            case .paragraph(let resolution, let id): (6, [resolution, id])
            case .document(let id): (7, [id])
            case .external(let address): (8, [address])
            }
        writer.write(number)
        for text in texts { writer.write(text) }
    }
}
