/// Puts numbers and texts one behind the other, for a file of the program's own that only the same program reads.
package struct PackedWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// - Parameter head: the first line of a file: its format with its version.
    package init(head: String) { bytes = Array((head + "\n").utf8) }

    /// A mark of everything that was written.
    package var seal: UInt64 { Fingerprint.of(bytes[...]) }

    /// Puts the seal at the end.
    /// - Returns: everything, and the seal.
    package consuming func sealed() -> (bytes: [UInt8], seal: UInt64) {
        let seal = seal
        write(seal)
        return (bytes, seal)
    }

    package mutating func write(_ number: Int) { VariableLength.append(number, to: &bytes) }

    package mutating func write(_ mark: UInt64) {
        withUnsafeBytes(of: mark.littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func write(_ text: String?) {
        write(text != nil)
        if let text { write(text) }
    }

    package mutating func write(_ number: Int?) {
        write(number != nil)
        if let number { write(number) }
    }

    package mutating func write(_ range: ClosedRange<Int>) {
        write(range.lowerBound)
        write(range.upperBound - range.lowerBound)
    }

    /// How many there are, then each.
    package mutating func write<Element>(
        _ elements: some Collection<Element>, _ each: (inout PackedWriter, Element) -> Void
    ) {
        write(elements.count)
        for element in elements { each(&self, element) }
    }

    /// A long row of numbers, as it lies in memory.
    package mutating func write(row numbers: [some FixedWidthInteger & BitwiseCopyable]) {
        write(numbers.count)
        numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// Bytes as they are, without their number.
    package mutating func append(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }

    package mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }
}
