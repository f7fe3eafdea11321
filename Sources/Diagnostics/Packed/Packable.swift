/// What can be put into a file of the program's own and taken out again, the same value.
///
/// Public with all it needs, unlike the rest: only what is public and inlinable is made for its types in other modules, and
/// lists of every kind are written and read by the million.
public protocol Packable {
    /// - Throws: where the bytes are not what `write` wrote.
    init(_ reader: inout PackedReader) throws(PackedReader.Damage)

    func write(to writer: inout PackedWriter)
}

extension PackedWriter {
    @inlinable
    public mutating func write<Element: Packable>(_ elements: [Element]) {
        write(elements) { $1.write(to: &$0) }
    }

    @inlinable
    public mutating func write<Element: Packable>(_ element: Element?) {
        write(element != nil)
        if let element { element.write(to: &self) }
    }

    @inlinable
    public mutating func write<Kind: RawRepresentable>(_ kind: Kind) where Kind.RawValue == String {
        write(kind.rawValue)
    }

    @inlinable
    public mutating func write<Kind: RawRepresentable>(_ kind: Kind?) where Kind.RawValue == String {
        write(kind?.rawValue)
    }
}

extension PackedReader {
    @inlinable
    public mutating func list<Element: Packable>() throws(Damage) -> [Element] {
        try list { reader throws(Damage) in try Element(&reader) }
    }

    @inlinable
    public mutating func optional<Element: Packable>() throws(Damage) -> Element? {
        try flag() ? try Element(&self) : nil
    }

    @inlinable
    public mutating func kind<Kind: RawRepresentable>() throws(Damage) -> Kind where Kind.RawValue == String {
        guard let kind = Kind(rawValue: try text()) else { throw Damage() }
        return kind
    }

    @inlinable
    public mutating func optionalKind<Kind: RawRepresentable>() throws(Damage) -> Kind?
    where Kind.RawValue == String {
        try flag() ? try kind() : nil
    }
}
