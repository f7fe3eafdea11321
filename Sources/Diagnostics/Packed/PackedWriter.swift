/// Puts numbers and texts one behind the other, for a file of the program's own that only the same program reads.
public struct PackedWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// - Parameter head: the first line of a file: its format with its version.
    public init(head: String) { bytes = Array((head + "\n").utf8) }

    /// Makes room for so many bytes more.
    public mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// A mark of everything that was written.
    public var seal: UInt64 { Fingerprint.of(bytes[...]) }

    /// Puts the seal at the end.
    /// - Returns: everything, and the seal.
    public consuming func sealed() -> (bytes: [UInt8], seal: UInt64) {
        let seal = seal
        write(seal)
        return (bytes, seal)
    }

    public mutating func write(_ number: Int) { VariableLength.append(number, to: &bytes) }

    public mutating func write(_ mark: UInt64) {
        withUnsafeBytes(of: mark.littleEndian) { bytes.append(contentsOf: $0) }
    }

    public mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    public mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    public mutating func write(_ text: String?) {
        write(text != nil)
        if let text { write(text) }
    }

    public mutating func write(_ number: Int?) {
        write(number != nil)
        if let number { write(number) }
    }

    public mutating func write(_ range: ClosedRange<Int>) {
        write(range.lowerBound)
        write(range.upperBound - range.lowerBound)
    }

    /// How many there are, then each.
    @inlinable
    public mutating func write<Element>(
        _ elements: some Collection<Element>, _ each: (inout PackedWriter, Element) -> Void
    ) {
        write(elements.count)
        for element in elements { each(&self, element) }
    }

    /// A long row of numbers, as it lies in memory.
    public mutating func write(row numbers: [some FixedWidthInteger & BitwiseCopyable]) {
        write(numbers.count)
        numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// Bytes as they are, without their number.
    public mutating func append(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }

    public mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }
}
