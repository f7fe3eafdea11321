/// Takes out again what a `PackedWriter` put in. No bytes make it trap: those that are not a writer's are `Damage`.
public struct PackedReader: Sendable {
    public let bytes: [UInt8]
    public private(set) var position: Int
    private var end: Int
    /// The writer's mark of everything it wrote; 0 where nothing was sealed.
    public let seal: UInt64

    /// The bytes are not what a writer wrote.
    public struct Damage: Error {
        public init() {}
    }

    public init(_ bytes: [UInt8], from position: Int = 0) {
        self.bytes = bytes
        self.position = position
        end = bytes.count
        seal = 0
    }

    /// - Parameters:
    ///   - bytes: a `PackedWriter`'s, sealed.
    ///   - head: what the writer began with.
    public init(sealed bytes: [UInt8], head: String) throws(Damage) {
        let head = Array((head + "\n").utf8)
        guard bytes.count >= head.count + 8, bytes.starts(with: head) else { throw Damage() }
        self.bytes = bytes
        position = head.count
        end = bytes.count - 8
        seal = Fingerprint.of(bytes[..<end])
        var last = PackedReader(bytes, from: end)
        guard try last.mark() == seal else { throw Damage() }
    }

    public var isAtEnd: Bool { position == end }

    /// How many bytes are left.
    public var rest: Int { end - position }

    public mutating func number() throws(Damage) -> Int {
        guard let number = VariableLength.number(in: bytes, at: &position, before: end) else { throw Damage() }
        return number
    }

    /// A number that counts something, small enough to be reckoned with.
    public mutating func amount() throws(Damage) -> Int {
        let amount = try number()
        guard (0...Int(Int32.max)).contains(amount) else { throw Damage() }
        return amount
    }

    public mutating func mark() throws(Damage) -> UInt64 {
        guard position + 8 <= end else { throw Damage() }
        defer { position += 8 }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian }
    }

    public mutating func flag() throws(Damage) -> Bool {
        switch try number() {
        case 0: return false
        case 1: return true
        default: throw Damage()
        }
    }

    public mutating func text() throws(Damage) -> String {
        String(decoding: bytes[try skip(try number())], as: UTF8.self)
    }

    public mutating func optionalText() throws(Damage) -> String? { try flag() ? try text() : nil }

    public mutating func optionalNumber() throws(Damage) -> Int? { try flag() ? try number() : nil }

    public mutating func range() throws(Damage) -> ClosedRange<Int> {
        let first = try number()
        let (last, overflow) = first.addingReportingOverflow(try number())
        guard !overflow, last >= first else { throw Damage() }
        return first...last
    }

    public mutating func texts() throws(Damage) -> [String] {
        try list { reader throws(Damage) in try reader.text() }
    }

    /// A row of numbers that was written as such.
    public mutating func row<Number: FixedWidthInteger & BitwiseCopyable>() throws(Damage) -> [Number] {
        let count = try length()
        let width = MemoryLayout<Number>.stride
        guard count <= (end - position) / width else { throw Damage() }
        let place = try skip(count * width)
        return [Number](unsafeUninitializedCapacity: count) { row, filled in
            bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(row).copyMemory(from: .init(rebasing: $0[place])) }
            filled = count
        }
    }

    /// Passes over bytes.
    /// - Returns: their place in `bytes`.
    public mutating func skip(_ count: Int) throws(Damage) -> Range<Int> {
        guard count >= 0, count <= rest else { throw Damage() }
        defer { position += count }
        return position..<position + count
    }

    /// Bytes with their number before them, for a reader of their own.
    public mutating func part() throws(Damage) -> PackedReader {
        var part = self
        let place = try skip(try number())
        part.position = place.lowerBound
        part.end = place.upperBound
        return part
    }

    @inlinable
    public mutating func list<Element>(
        _ each: (inout PackedReader) throws(Damage) -> Element
    ) throws(Damage) -> [Element] {
        let count = try length()
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try each(&self)) }
        return elements
    }

    /// The number of elements that follow. Each takes a byte at least: a damaged number asks for no room.
    public mutating func length() throws(Damage) -> Int {
        let count = try number()
        guard count >= 0, count <= rest else { throw Damage() }
        return count
    }
}
