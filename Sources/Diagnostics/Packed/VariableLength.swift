/// Whole numbers in as few bytes as they need: seven bits in each, the lowest first, the high bit set where more follow.
package enum VariableLength {
    package static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// The number at a place of the bytes, which moves behind it; nil where none ends before `end`.
    package static func number(in bytes: [UInt8], at position: inout Int, before end: Int) -> Int? {
        var number = 0
        var shift = 0
        while position < end, shift < 70 {
            let byte = bytes[position]
            position += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }

    package struct Reader {
        private let bytes: [UInt8]
        package private(set) var position = 0

        package init(_ bytes: [UInt8]) { self.bytes = bytes }

        /// Nil at the end.
        package mutating func next() -> Int? {
            VariableLength.number(in: bytes, at: &position, before: bytes.count)
        }
    }
}
