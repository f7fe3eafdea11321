import Foundation

/// Reads the words of a text as the search compares them: `Côte d’Ivoire’s 1,200` → `cote`, `d`, `ivoire`, `1`, `200`.
///
/// A word is a run of letters and digits, without case and diacritics. A possessive's `’s` is none. A letter of a
/// script that writes without spaces is a word by itself. `Public/search-index.js` reads what a reader asks by the same
/// rules; `Documentation/Search.md` states them.
struct SearchWords {
    /// Of a longer word only the beginning counts.
    static let longest = 16

    private var folded: [UInt32: Folded] = [:]

    private enum Folded {
        /// Parts words.
        case gap
        /// Within a word or beside it without being part of it: a combining mark.
        case nothing
        case letters([[UInt8]])
        /// A word by itself.
        case word([UInt8])
    }

    /// Calls `body` with each word's UTF-8, in the order of the text.
    mutating func forEach(in text: String, _ body: ([UInt8]) -> Void) {
        var text = text
        // At hand: it is asked for at every byte.
        let small = Self.letters
        text.withUTF8 { bytes in
            var word = Word()
            var position = 0
            while position < bytes.count {
                let byte = bytes[position]
                guard byte >= 0x80 else {
                    let letter = small[Int(byte)]
                    if letter == 0 { word.finish(before: UInt32(byte), body) } else { word.append(letter) }
                    position += 1
                    continue
                }
                let scalar = Self.scalar(bytes, at: &position)
                switch fold(scalar) {
                case .nothing: break
                case .letters(let letters): for letter in letters { word.append(letter) }
                case .gap: word.finish(before: scalar, body)
                case .word(let whole):
                    word.finish(before: scalar, body)
                    body(whole)
                }
            }
            word.finish(before: 0, body)
        }
    }

    func words(in text: String) -> [String] {
        var copy = self
        var words: [String] = []
        copy.forEach(in: text) { words.append(String(decoding: $0, as: UTF8.self)) }
        return words
    }

    /// ASCII letters and digits in small letters; 0 for what parts words.
    private static let letters: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
        default: 0
        }
    }

    /// The scalar that begins at a byte outside ASCII; a `String`'s UTF-8 is always whole.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) -> UInt32 {
        let lead = bytes[position]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for index in 1..<length where position + index < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[position + index] & 0x3F)
        }
        position += length
        return scalar
    }

    /// The word that is being read.
    private struct Word {
        private var bytes: [UInt8] = []
        private var letters = 0
        private var followsApostrophe = false

        mutating func append(_ letter: UInt8) {
            guard letters < SearchWords.longest else { return }
            letters += 1
            bytes.append(letter)
        }

        mutating func append(_ letter: [UInt8]) {
            guard letters < SearchWords.longest else { return }
            letters += 1
            bytes += letter
        }

        /// Hands on the word, unless it is the `s` of a possessive.
        mutating func finish(before scalar: UInt32, _ body: ([UInt8]) -> Void) {
            guard letters > 0 else {
                followsApostrophe = false
                return
            }
            if !(followsApostrophe && bytes == [UInt8(ascii: "s")]) { body(bytes) }
            followsApostrophe = scalar == 0x27 || scalar == 0x2019
            bytes.removeAll(keepingCapacity: true)
            letters = 0
        }
    }

    // MARK: Letters outside ASCII

    private mutating func fold(_ value: UInt32) -> Folded {
        if let known = folded[value] { return known }
        let result = Unicode.Scalar(value).map(Self.fold) ?? .gap
        folded[value] = result
        return result
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .nothing
        default: break
        }
        let plain = String(scalar).decomposedStringWithCompatibilityMapping.lowercased()
        let letters = plain.unicodeScalars.filter(isLetter).flatMap(spelled)
        guard let first = letters.first else { return .gap }
        let bytes = letters.map { Array(String($0).utf8) }
        return writesWithoutSpaces(first) ? .word(bytes.flatMap(\.self)) : .letters(bytes)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Letters that Unicode does not take apart.
    private static func spelled(_ letter: Unicode.Scalar) -> [Unicode.Scalar] {
        switch letter {
        case "ł": ["l"]
        case "ø": ["o"]
        case "đ", "ð": ["d"]
        case "ħ": ["h"]
        case "ı": ["i"]
        case "ß": ["s", "s"]
        case "æ": ["a", "e"]
        case "œ": ["o", "e"]
        case "þ": ["t", "h"]
        case "ς": ["σ"]
        default: [letter]
        }
    }

    private static func writesWithoutSpaces(_ letter: Unicode.Scalar) -> Bool {
        switch letter.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
