/// The signs texts are set with, as UTF-8 bytes. Every question is total: an index outside the bytes answers "no".
enum Typography {
    enum QuotationMark { case opening, closing, straight }

    /// The double quotation mark that begins here.
    static func quotationMark(in bytes: [UInt8], at index: Int) -> QuotationMark? {
        guard bytes.indices.contains(index) else { return nil }
        if bytes[index] == UInt8(ascii: "\"") { return .straight }
        guard let last = general(in: bytes, at: index) else { return nil }
        switch last {
        case 0x9C, 0x9E: return .opening
        case 0x9D: return .closing
        default: return nil
        }
    }

    /// A hyphen or apostrophe, as it can stand inside a word.
    static func joiner(in bytes: [UInt8], at index: Int) -> (plain: UInt8, width: Int)? {
        guard bytes.indices.contains(index) else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "'"): return (bytes[index], 1)
        default: break
        }
        switch general(in: bytes, at: index) {
        case 0x90, 0x91: return (UInt8(ascii: "-"), 3)
        case 0x99: return (UInt8(ascii: "'"), 3)
        default: return nil
        }
    }

    /// The bytes of the white space that begins here: a space, tab, line end, no-break or other wide space; 0 for none.
    static func space(in bytes: [UInt8], at index: Int) -> Int {
        guard bytes.indices.contains(index) else { return 0 }
        switch bytes[index] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
        default: break
        }
        guard let sign = general(in: bytes, at: index) else { return 0 }
        return sign <= 0x8B || [0xA8, 0xA9, 0xAF].contains(sign) ? 3 : 0
    }

    /// The bytes of the letter or digit that begins here; 0 for any other sign.
    static func letter(in bytes: [UInt8], at index: Int) -> Int {
        guard bytes.indices.contains(index) else { return 0 }
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return 1
        case 0..<0x80: return 0
        case 0xC2: return 0  // Latin-1 signs: no-break space, quotation marks, §
        case 0xC3 where index + 1 < bytes.count && [0x97, 0xB7].contains(bytes[index + 1]): return 0  // × ÷
        case 0xE2, 0xEF, 0xF0...: return 0  // punctuation, symbols, presentation forms, pictures
        case 0xE3 where index + 1 < bytes.count && bytes[index + 1] == 0x80: return 0
        case 0x80..<0xC0: return 0
        default: return min(width(in: bytes, at: index), bytes.count - index)
        }
    }

    /// The bytes of the sign that begins here, whatever it is.
    static func width(in bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0...: 4
        default: 1
        }
    }

    /// The range without the white space and invisible marks around it.
    static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let width = blank(in: bytes, at: start)
            if width == 0 { break }
            start = min(start + width, range.upperBound)
        }
        var end = range.upperBound
        while end > start,
            let width = (1...3).first(where: { end - $0 >= start && blank(in: bytes, at: end - $0) == $0 })
        {
            end -= width
        }
        return start..<end
    }

    /// The bytes of white space, a control character or an invisible mark that begins here.
    private static func blank(in bytes: [UInt8], at index: Int) -> Int {
        let space = space(in: bytes, at: index)
        if space > 0 { return space }
        if bytes[index] < 0x20 || bytes[index] == 0x7F { return 1 }
        let sign = bytes[index..<min(index + 3, bytes.count)]
        if sign.starts(with: [0xC2, 0xAD]) { return 2 }
        if let last = general(in: bytes, at: index) { return (0x8C...0x8F).contains(last) ? 3 : 0 }
        return invisible.contains { sign.elementsEqual($0) } ? 3 : 0
    }

    /// U+205F, U+2060, U+3000, U+FEFF.
    private static let invisible: [[UInt8]] = [
        [0xE2, 0x81, 0x9F], [0xE2, 0x81, 0xA0], [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF],
    ]

    /// The third byte of a sign of the block General Punctuation.
    private static func general(in bytes: [UInt8], at index: Int) -> UInt8? {
        guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return nil }
        return bytes[index + 2]
    }
}
