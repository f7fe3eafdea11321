/// What can be put into a file of the program's own and taken out again, the same value.
package protocol Packable {
    /// - Throws: where the bytes are not what `write` wrote.
    init(_ reader: inout PackedReader) throws(PackedReader.Damage)

    func write(to writer: inout PackedWriter)
}

extension PackedWriter {
    package mutating func write<Element: Packable>(_ elements: [Element]) {
        write(elements) { $1.write(to: &$0) }
    }

    package mutating func write<Element: Packable>(_ element: Element?) {
        write(element != nil)
        if let element { element.write(to: &self) }
    }

    package mutating func write<Kind: RawRepresentable>(_ kind: Kind) where Kind.RawValue == String {
        write(kind.rawValue)
    }

    package mutating func write<Kind: RawRepresentable>(_ kind: Kind?) where Kind.RawValue == String {
        write(kind?.rawValue)
    }
}

extension PackedReader {
    package mutating func list<Element: Packable>() throws(Damage) -> [Element] {
        try list { reader throws(Damage) in try Element(&reader) }
    }

    package mutating func optional<Element: Packable>() throws(Damage) -> Element? {
        try flag() ? try Element(&self) : nil
    }

    package mutating func kind<Kind: RawRepresentable>() throws(Damage) -> Kind where Kind.RawValue == String {
        guard let kind = Kind(rawValue: try text()) else { throw Damage() }
        return kind
    }

    package mutating func optionalKind<Kind: RawRepresentable>() throws(Damage) -> Kind?
    where Kind.RawValue == String {
        try flag() ? try kind() : nil
    }
}
