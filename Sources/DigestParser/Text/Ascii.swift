/// Bytes the forms of a digest are made of, by name.
enum Ascii {
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")
    static let asterisk = UInt8(ascii: "*")
    static let comma = UInt8(ascii: ",")
    static let hyphen = UInt8(ascii: "-")
    static let period = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let space = UInt8(ascii: " ")
    static let zero = UInt8(ascii: "0")
    static let lowerA = UInt8(ascii: "a")

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
    static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}

/// Marks and white space beyond ASCII, as UTF-8.
enum Typography {
    static let opening: [UInt8] = Array("“".utf8)
    static let closing: [UInt8] = Array("”".utf8)
    static let openingSingle: [UInt8] = Array("‘".utf8)
    static let apostrophe: [UInt8] = Array("’".utf8)
    static let possessive: [UInt8] = Array("’s".utf8)
    static let enDash: [UInt8] = Array("–".utf8)
    static let emDash: [UInt8] = Array("—".utf8)
    static let bullet: [UInt8] = Array("•".utf8)
    static let nonBreakingHyphen: [UInt8] = Array("\u{2011}".utf8)

    /// True when `mark` stands at `index`; false outside the text.
    static func has(_ mark: [UInt8], in bytes: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + mark.count <= bytes.count else { return false }
        for offset in mark.indices where bytes[index + offset] != mark[offset] { return false }
        return true
    }

    /// Bytes of the white space at `index` (a space, tab, no-break, narrow or thin space); nil where there is none.
    static func spaceWidth(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index >= 0, index < bytes.count else { return nil }
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0D: return 1
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
            let last = bytes[index + 2]
            return (0x80...0x8B).contains(last) || last == 0xAF ? 3 : nil
        default: return nil
        }
    }
}
