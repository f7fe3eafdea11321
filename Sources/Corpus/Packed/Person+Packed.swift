import Diagnostics

extension Person {
    init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        self.init(
            id: try reader.bytes.text(), name: try reader.bytes.text(),
            variants: try reader.list { reader throws(PackedReader.Damage) in
                NameVariant(
                    printed: try reader.bytes.text(), turns: try reader.bytes.amount(), first: try reader.turn())
            },
            turns: try reader.turns(),
            affiliations: try reader.list { reader throws(PackedReader.Damage) in try Affiliation(&reader) },
            spokeFor: try reader.associations(),
            evidence: try reader.list { reader throws(PackedReader.Damage) in
                Evidence(rule: try reader.evidenceRule(), turn: try reader.turn())
            }, words: try reader.bytes.amount())
    }

    func write(to writer: inout EntryWriter) {
        writer.bytes.write(id)
        writer.bytes.write(name)
        writer.list(variants) { writer, variant in
            writer.bytes.write(variant.printed)
            writer.bytes.write(variant.turns)
            writer.write(variant.first)
        }
        writer.write(turns)
        writer.list(affiliations) { writer, affiliation in
            writer.bytes.write(affiliation.role)
            writer.write(affiliation.delegation)
            writer.write(affiliation.turns)
        }
        writer.write(spokeFor)
        writer.list(evidence) { writer, evidence in
            writer.bytes.write(Evidence.Rule.numbers[evidence.rule] ?? 0)
            writer.write(evidence.turn)
        }
        writer.bytes.write(words)
    }
}

extension Person.Affiliation {
    fileprivate init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        self.init(
            role: try reader.bytes.optionalText(), delegation: try reader.optionalRef(), turns: try reader.turns())
        // Pages name its first and last.
        guard !turns.isEmpty else { throw PackedReader.Damage() }
    }
}

extension Person.Evidence.Rule {
    fileprivate static let inOrder = allCases
    fileprivate static let numbers = Dictionary(uniqueKeysWithValues: zip(inOrder, inOrder.indices))
}

extension EntryReader {
    /// There is one for nearly every statement: as a number it is read quickly.
    fileprivate mutating func evidenceRule() throws(Damage) -> Person.Evidence.Rule {
        Person.Evidence.Rule.inOrder[try index(below: Person.Evidence.Rule.inOrder.count)]
    }
}

extension SamePersonProposal {
    init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
        self.init(first: try reader.ref(), second: try reader.ref(), reason: try reader.bytes.kind())
    }

    func write(to writer: inout EntryWriter) {
        writer.write(first)
        writer.write(second)
        writer.bytes.write(reason)
    }
}
