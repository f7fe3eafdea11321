/// Letters as names print them: case and diacritics of the Latin script, scalar by scalar.
enum Latin {
    /// The scalar that begins at an index of valid UTF-8, and how many bytes it takes.
    static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(bytes[index])
        guard first >= 0x80 else { return (Unicode.Scalar(UInt8(first)), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC0, index + length <= bytes.count else { return ("\u{FFFD}", 1) }
        var value = first & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The letter under a scalar's diacritics, as a small ASCII letter, or a digit; nil for anything else.
    static func base(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: UInt8(scalar.value)
        case 0x41...0x5A: UInt8(scalar.value) | 0x20
        case 0xC0...0x17F: letter(supplement, Int(scalar.value) - 0xC0)
        case 0x1EA0...0x1EF9: letter(vietnamese, Int(scalar.value) - 0x1EA0)
        case 0x1A0, 0x1A1: UInt8(ascii: "o")
        case 0x1AF, 0x1B0: UInt8(ascii: "u")
        case 0x218, 0x219: UInt8(ascii: "s")
        case 0x21A, 0x21B: UInt8(ascii: "t")
        case 0x18F, 0x259: UInt8(ascii: "a")
        default: nil
        }
    }

    static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < cased ? cases[Int(scalar.value)] == upper : !isMark(scalar) && scalar.properties.isUppercase
    }

    static func isLower(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < cased ? cases[Int(scalar.value)] == lower : !isMark(scalar) && scalar.properties.isLowercase
    }

    /// Quotation marks and dashes: the block of general punctuation.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { 0x2000...0x206F ~= scalar.value }

    /// A name with its letters’ diacritics left out, all else as it stands.
    static func plain(_ name: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            guard !scalar.isASCII, let letter = base(scalar) else {
                plain.append(scalar)
                continue
            }
            let isSmall = isLower(scalar)
            plain.append(Unicode.Scalar(isSmall ? letter : letter & ~0x20))
        }
        return String(plain)
    }

    /// A name without case, diacritics or punctuation, words joined by single spaces: what two spellings of it share.
    static func key(_ name: some StringProtocol) -> String {
        String(decoding: keyBytes(name), as: UTF8.self)
    }

    static func keyBytes(_ name: some StringProtocol) -> [UInt8] {
        name.utf8.withContiguousStorageIfAvailable(keyBytes) ?? Array(name.utf8).withUnsafeBufferPointer(keyBytes)
    }

    private static func keyBytes(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(name.count)
        var index = 0
        while index < name.count {
            let (scalar, length) = scalar(in: name, at: index)
            index += length
            if let letter = base(scalar) {
                key.append(letter)
            } else if !isJoiner(scalar), let last = key.last, last != Ascii.space {
                key.append(Ascii.space)
            }
        }
        if key.last == Ascii.space { key.removeLast() }
        return key
    }

    /// True when the last words of a key are those of another.
    static func key(_ key: String, endsIn words: String) -> Bool {
        let parting = key.utf8.count - words.utf8.count - 1
        guard parting >= 0 else { return false }
        let tail = key.utf8.dropFirst(parting)
        return tail.first == Ascii.space && tail.dropFirst().elementsEqual(words.utf8)
    }

    /// Apostrophes and combining marks stand inside a word.
    static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2BB, 0x2BC, 0x300...0x36F: true
        default: false
        }
    }

    private static func letter(_ table: [UInt8], _ index: Int) -> UInt8? {
        table[index] == UInt8(ascii: "-") ? nil : table[index]
    }

    /// The letters of the Latin script end here: what Unicode says of their case is asked once.
    private static let cased: UInt32 = 0x250
    private static let upper: UInt8 = 1
    private static let lower: UInt8 = 2

    private static let cases: [UInt8] = (0..<cased).map { value in
        guard let properties = Unicode.Scalar(value)?.properties else { return 0 }
        return properties.isUppercase ? upper : properties.isLowercase ? lower : 0
    }

    /// U+00C0 to U+017F in order; `-` where there is no letter.
    private static let supplement = Array(
        ("aaaaaaaceeeeiiiidnooooo-ouuuuyts" + "aaaaaaaceeeeiiiidnooooo-ouuuuyty" + "aaaaaaccccccccdddd"
            + "eeeeeeeeeegggggggg"
            + "hhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnn" + "oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

    /// U+1EA0 to U+1EF9.
    private static let vietnamese = Array(
        (String(repeating: "a", count: 24) + String(repeating: "e", count: 16) + "iiii"
            + String(repeating: "o", count: 24)
            + String(repeating: "u", count: 14) + String(repeating: "y", count: 8)).utf8)
}
