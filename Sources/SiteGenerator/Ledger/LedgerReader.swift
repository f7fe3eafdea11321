/// Takes out again what a `LedgerWriter` put in.
struct LedgerReader {
    private let bytes: [UInt8]
    private var position: Int

    /// The bytes are not what a ledger's writer wrote.
    struct Damage: Error {}

    init(_ bytes: [UInt8], from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() throws(Damage) -> Int {
        var number = 0
        var shift = 0
        while position < bytes.count, shift < 63 {
            let byte = bytes[position]
            position += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        throw Damage()
    }

    mutating func mark() throws(Damage) -> UInt64 {
        guard position + 8 <= bytes.count else { throw Damage() }
        defer { position += 8 }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian }
    }

    mutating func text() throws(Damage) -> String {
        let count = try number()
        guard count <= bytes.count - position else { throw Damage() }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    mutating func list<Element>(
        _ each: (inout LedgerReader) throws(Damage) -> Element
    ) throws(Damage) -> [Element] {
        let count = try number()
        // Each takes a byte at least: a damaged count asks for no room.
        guard count <= bytes.count - position else { throw Damage() }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try each(&self)) }
        return elements
    }
}
