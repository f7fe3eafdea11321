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
        var name = name
        let read = name.withUTF8 { bytes in
            var read: [UInt8] = []
            read.reserveCapacity(bytes.count + 8)
            var isAfterParticle = false
            let words = bytes.split(separator: Ascii.space)
            for (index, word) in words.enumerated() {
                let word = UnsafeBufferPointer(rebasing: word)
                let small = LowercaseWord(word)
                let isInside = index > 0 && index + 1 < words.count
                let isParticle = isInside && isParticle(small, afterParticle: isAfterParticle)
                isAfterParticle = isParticle
                if index > 0 { read.append(Ascii.space) }
                let start = read.count
                if isParticle {
                    read.append(contentsOf: word.lazy.map(Ascii.lowered))
                } else if index > 0, Self.numerals.contains(small) {
                    read.append(contentsOf: word)
                } else {
                    append(word, to: &read)
                    if index > 0, Self.isElision(read[start...]) { read[start] = UInt8(ascii: "d") }
                }
            }
            return read
        }
        return String(decoding: read, as: UTF8.self)
    }

    /// `BOSNIA AND HERZEGOVINA` → `Bosnia and Herzegovina`.
    func readingOfPlace(_ name: String) -> String {
        name.split(separator: " ").map { word in
            Self.joints.contains(LowercaseWord(word)) ? word.lowercased() : reading(String(word))
        }.joined(separator: " ")
    }

    private static let joints: WordTable = ["and", "of", "the"]

    /// `D’ALMEIDA`, which inside a name is `d’Almeida`.
    private static func isElision(_ word: ArraySlice<UInt8>) -> Bool {
        word.starts(with: "D’".utf8) || word.starts(with: "D'".utf8)
    }

    private static let numerals: WordTable = [
        "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii",
    ]

    private func isParticle(_ small: LowercaseWord, afterParticle: Bool) -> Bool {
        if small == "of" { return true }
        guard Particles.contains(small), !Particles.capital.contains(small), !isVietnamese else { return false }
        return afterParticle || !Particles.dependent.contains(small)
    }

    private func append(_ word: UnsafeBufferPointer<UInt8>, to read: inout [UInt8]) {
        if Self.holdsSmall(word) { return Self.append(mixed: word, to: &read) }
        let start = read.count
        var startsPart = true
        var lettersInPart = 0
        var index = 0
        while index < word.count {
            let (scalar, length) = Latin.scalar(in: word, at: index)
            index += length
            if Self.isLetter(scalar) {
                if startsPart { Self.append(scalar, to: &read) } else { Self.append(small: scalar, to: &read) }
                startsPart = false
                lettersInPart += 1
                if lettersInPart == 2, read[start...].suffix(2).elementsEqual("Mc".utf8) {
                    startsPart = word.count { $0 & 0xC0 != 0x80 } > 4
                }
            } else {
                Self.append(scalar, to: &read)
                switch scalar {
                case "-":
                    startsPart = !isKorean
                    lettersInPart = 0
                case "'", "’", "ʼ", "`", "‘": startsPart = startsPart || lettersInPart == 1
                case ".": startsPart = true
                default: break
                }
            }
        }
    }

    /// `DiCARLO` → `DiCarlo`: the small letters are the printer’s, the last capitals the style’s.
    private static func append(mixed word: UnsafeBufferPointer<UInt8>, to read: inout [UInt8]) {
        var isAfterCapital = false
        var index = 0
        while index < word.count {
            let (scalar, length) = Latin.scalar(in: word, at: index)
            index += length
            if isAfterCapital { append(small: scalar, to: &read) } else { append(scalar, to: &read) }
            isAfterCapital = Latin.isUpper(scalar) || isAfterCapital && scalar.properties.isAlphabetic
            if !scalar.properties.isAlphabetic { isAfterCapital = false }
            if Latin.isLower(scalar) { isAfterCapital = false }
        }
    }

    private static func holdsSmall(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < word.count {
            let (scalar, length) = Latin.scalar(in: word, at: index)
            index += length
            if Latin.isLower(scalar) { return true }
        }
        return false
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? Ascii.isLetter(UInt8(ascii: scalar)) : scalar.properties.isAlphabetic
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
        if scalar.isASCII { return text.append(UInt8(ascii: scalar)) }
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
