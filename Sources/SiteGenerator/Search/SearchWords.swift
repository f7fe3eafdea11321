import Foundation

/// Reads the words of a text as the search compares them: `Côte d’Ivoire’s 1,200` → `cote`, `d`, `ivoire`, `1`, `200`.
///
/// A word is a run of letters and digits, without case and diacritics. A possessive's `’s` is none. A letter of a
/// script that writes without spaces is a word by itself. `Public/search.js` reads what a reader asks by the same
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
        var word = Word()
        var isPossessive = false
        for scalar in text.unicodeScalars {
            let value = scalar.value
            switch value {
            case 0x61...0x7A, 0x30...0x39: word.append(UInt8(value))
            case 0x41...0x5A: word.append(UInt8(value | 0x20))
            case ..<0x80: finish(&word, &isPossessive, at: value, body)
            default:
                switch fold(scalar) {
                case .nothing: break
                case .letters(let letters): for letter in letters { word.append(letter) }
                case .gap: finish(&word, &isPossessive, at: value, body)
                case .word(let whole):
                    finish(&word, &isPossessive, at: value, body)
                    body(whole)
                }
            }
        }
        finish(&word, &isPossessive, at: 0, body)
    }

    func words(in text: String) -> [String] {
        var copy = self
        var words: [String] = []
        copy.forEach(in: text) { words.append(String(decoding: $0, as: UTF8.self)) }
        return words
    }

    private func finish(_ word: inout Word, _ isPossessive: inout Bool, at value: UInt32, _ body: ([UInt8]) -> Void) {
        if !word.bytes.isEmpty, !(isPossessive && word.bytes == [UInt8(ascii: "s")]) { body(word.bytes) }
        isPossessive = !word.bytes.isEmpty && (value == 0x27 || value == 0x2019)
        word.clear()
    }

    private struct Word {
        private(set) var bytes: [UInt8] = []
        private var letters = 0

        mutating func append(_ byte: UInt8) {
            guard letters < SearchWords.longest else { return }
            letters += 1
            bytes.append(byte)
        }

        mutating func append(_ letter: [UInt8]) {
            guard letters < SearchWords.longest else { return }
            letters += 1
            bytes += letter
        }

        mutating func clear() {
            bytes.removeAll(keepingCapacity: true)
            letters = 0
        }
    }

    // MARK: Letters outside ASCII

    private mutating func fold(_ scalar: Unicode.Scalar) -> Folded {
        if let known = folded[scalar.value] { return known }
        let result = Self.fold(scalar)
        folded[scalar.value] = result
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
