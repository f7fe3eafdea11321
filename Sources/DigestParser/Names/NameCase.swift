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
        let words = name.utf8.split(separator: Ascii.space).map { String(Substring($0)) }
        var previousIsParticle = false
        let read = words.enumerated().map { index, word in
            let isParticle = index > 0 && index + 1 < words.count && isParticle(word, afterParticle: previousIsParticle)
            previousIsParticle = isParticle
            if isParticle { return word.lowercased() }
            if index > 0, Self.numerals.contains(word) { return word }
            return index > 0 ? Self.withSmallElision(reading(word: word)) : reading(word: word)
        }
        return read.joined(separator: " ")
    }

    /// `D’ALMEIDA` inside a name is `d’Almeida`.
    private static func withSmallElision(_ word: String) -> String {
        word.hasPrefix("D’") || word.hasPrefix("D'") ? "d" + word.dropFirst() : word
    }

    private static let numerals: Set<String> = [
        "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII",
    ]

    private func isParticle(_ word: String, afterParticle: Bool) -> Bool {
        let small = LowercaseWord(word)
        if small == "of" { return true }
        guard Particles.contains(small), !Particles.capital.contains(small), !isVietnamese else { return false }
        return afterParticle || !Particles.dependent.contains(small)
    }

    private func reading(word: String) -> String {
        let hasSmallLetters = word.unicodeScalars.contains(where: Self.isSmall)
        if hasSmallLetters { return mixed(word) }
        var result = ""
        var startsPart = true
        var lettersInPart = 0
        for scalar in word.unicodeScalars {
            if Self.isLetter(scalar) {
                if startsPart { result.unicodeScalars.append(scalar) } else { Self.append(small: scalar, to: &result) }
                startsPart = false
                lettersInPart += 1
                if lettersInPart == 2, result.hasSuffix("Mc"), word.unicodeScalars.count > 4 { startsPart = true }
            } else {
                result.unicodeScalars.append(scalar)
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
        return result
    }

    /// `DiCARLO` → `DiCarlo`: the small letters are the printer’s, the last capitals the style’s.
    private func mixed(_ word: String) -> String {
        var result = ""
        var isAfterCapital = false
        for scalar in word.unicodeScalars {
            if isAfterCapital { Self.append(small: scalar, to: &result) } else { result.unicodeScalars.append(scalar) }
            isAfterCapital = scalar.properties.isUppercase || isAfterCapital && scalar.properties.isAlphabetic
            if !scalar.properties.isAlphabetic { isAfterCapital = false }
            if scalar.properties.isLowercase { isAfterCapital = false }
        }
        return result
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? Ascii.isLetter(UInt8(ascii: scalar)) : scalar.properties.isAlphabetic
    }

    private static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? Ascii.isLower(UInt8(ascii: scalar)) : scalar.properties.isLowercase
    }

    private static func append(small scalar: Unicode.Scalar, to text: inout String) {
        if scalar.isASCII {
            text.unicodeScalars.append(Unicode.Scalar(Ascii.lowered(UInt8(ascii: scalar))))
        } else {
            text += scalar == "İ" ? "i" : scalar.properties.lowercaseMapping
        }
    }
}
