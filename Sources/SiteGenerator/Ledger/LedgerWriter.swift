/// Puts numbers and texts one behind the other.
struct LedgerWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) { VariableLength.append(number, to: &bytes) }

    mutating func write(_ mark: UInt64) {
        withUnsafeBytes(of: mark.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// How many there are, then each.
    mutating func write<Element>(_ elements: some Collection<Element>, _ each: (inout LedgerWriter, Element) -> Void) {
        write(elements.count)
        for element in elements { each(&self, element) }
    }
}
