/// A name set in capitals, in reading case: `GERARD VAN BOHEMEN` → `Gerard van Bohemen`.
///
/// A form in running case that the same text prints is preferred (`SpelledNames`); this is the rule where none is.
struct NameCase {
    /// Korean given names have a small letter behind the hyphen: `Cho Tae-yul`.
    private let isKorean: Bool
    /// Vietnamese names have no particles.
    private let isVietnamese: Bool

    init(delegation: String? = nil) {
        let key = delegation.map(Latin.key) ?? ""
        isKorean = key.hasSuffix("korea")
        isVietnamese = key == "viet nam" || key == "vietnam"
    }

    func reading(_ name: String) -> String {
        let words = name.utf8.split(separator: Ascii.space).map { Substring($0) }
        var previousIsParticle = false
        let read = words.enumerated().map { index, word in
            let small = LowercaseWord(word)
            let isInside = index > 0 && index + 1 < words.count
            let isParticle = isInside && isParticle(small, afterParticle: previousIsParticle)
            previousIsParticle = isParticle
            if isParticle { return word.lowercased() }
            if index > 0, Self.numerals.contains(small) { return String(word) }
            return index > 0 ? Self.withSmallElision(reading(word: word)) : reading(word: word)
        }
        return read.joined(separator: " ")
    }

    /// `D’ALMEIDA` inside a name is `d’Almeida`.
    private static func withSmallElision(_ word: String) -> String {
        ByteSearch.hasPrefix(word, "D’") || ByteSearch.hasPrefix(word, "D'") ? "d" + word.dropFirst() : word
    }

    private static let numerals: WordTable = [
        "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii",
    ]

    private func isParticle(_ small: LowercaseWord, afterParticle: Bool) -> Bool {
        if small == "of" { return true }
        guard Particles.contains(small), !Particles.capital.contains(small), !isVietnamese else { return false }
        return afterParticle || !Particles.dependent.contains(small)
    }

    private func reading(word: Substring) -> String {
        if word.unicodeScalars.contains(where: Self.isSmall) { return mixed(word) }
        var result: [UInt8] = []
        var startsPart = true
        var lettersInPart = 0
        for scalar in word.unicodeScalars {
            if Self.isLetter(scalar) {
                if startsPart { Self.append(scalar, to: &result) } else { Self.append(small: scalar, to: &result) }
                startsPart = false
                lettersInPart += 1
                if lettersInPart == 2, word.unicodeScalars.count > 4, result.suffix(2).elementsEqual("Mc".utf8) {
                    startsPart = true
                }
            } else {
                Self.append(scalar, to: &result)
                switch scalar {
                case "-":
                    startsPart = !isKorean
                    lettersInPart = 0
                case "'", "’", "ʼ", "`": startsPart = lettersInPart == 1
                case ".": startsPart = true
                default: break
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `DiCARLO` → `DiCarlo`: the small letters are the printer’s, the last capitals the style’s.
    private func mixed(_ word: Substring) -> String {
        var result: [UInt8] = []
        var isAfterCapital = false
        for scalar in word.unicodeScalars {
            if isAfterCapital { Self.append(small: scalar, to: &result) } else { Self.append(scalar, to: &result) }
            isAfterCapital = scalar.properties.isUppercase || isAfterCapital && scalar.properties.isAlphabetic
            if !scalar.properties.isAlphabetic { isAfterCapital = false }
            if scalar.properties.isLowercase { isAfterCapital = false }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? Ascii.isLetter(UInt8(ascii: scalar)) : scalar.properties.isAlphabetic
    }

    private static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? Ascii.isLower(UInt8(ascii: scalar)) : scalar.properties.isLowercase
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private static func append(small scalar: Unicode.Scalar, to text: inout [UInt8]) {
        if scalar.isASCII {
            text.append(Ascii.lowered(UInt8(ascii: scalar)))
        } else {
            text.append(contentsOf: scalar == "İ" ? "i".utf8 : scalar.properties.lowercaseMapping.utf8)
        }
    }
}
