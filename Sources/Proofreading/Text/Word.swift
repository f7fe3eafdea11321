/// A word as it stands in the bytes of the source: letters and digits, with hyphens and apostrophes between them.
struct Word: Sendable {
    let range: Range<Int>
    /// In lower case, with plain hyphens and apostrophes: what words are compared by.
    let key: String
    let shape: Shape
    /// Inside quotation marks that opened in the same paragraph.
    let isQuoted: Bool

    enum Shape: Sendable {
        case lower, number
        /// `Japan`
        case capital
        /// `JAPAN`: two letters or more, all of them capitals
        case capitals
    }

    var isCapitalized: Bool { shape == .capital || shape == .capitals }
}

/// Bytes into words.
struct WordReader {
    private let bytes: [UInt8]
    private let end: Int
    private var words: [Word] = []
    private var position: Int
    private var isQuoted = false

    static func words(in bytes: [UInt8], _ range: Range<Int>) -> [Word] {
        var reader = WordReader(bytes: bytes, end: range.upperBound, position: range.lowerBound)
        reader.read()
        return reader.words
    }

    private init(bytes: [UInt8], end: Int, position: Int) {
        self.bytes = bytes
        self.end = end
        self.position = position
    }

    private mutating func read() {
        words.reserveCapacity((end - position) / 6)
        while position < end {
            if letter(at: position) > 0 {
                readWord()
            } else {
                switch Typography.quotationMark(in: bytes, at: position) {
                case .opening: isQuoted = true
                case .closing: isQuoted = false
                case .straight: isQuoted.toggle()
                case nil: break
                }
                position += Typography.width(in: bytes, at: position)
            }
        }
    }

    private mutating func readWord() {
        let start = position
        while position < end {
            let letter = letter(at: position)
            if letter > 0 {
                position += letter
            } else {
                let joiner = Typography.joiner(in: bytes, at: position)?.width ?? 0
                guard joiner > 0, position + joiner < end, self.letter(at: position + joiner) > 0 else { break }
                position += joiner
            }
        }
        let range = start..<min(position, end)
        words.append(Word(range: range, key: key(range), shape: shape(range), isQuoted: isQuoted))
    }

    /// The bytes of the letter or digit that begins here; 0 for none.
    private func letter(at index: Int) -> Int { min(Typography.letter(in: bytes, at: index), end - index) }

    private func key(_ range: Range<Int>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(range.count)
        var isASCII = true
        var index = range.lowerBound
        while index < range.upperBound {
            if let joiner = Typography.joiner(in: bytes, at: index) {
                plain.append(joiner.plain)
                index += joiner.width
            } else {
                let byte = bytes[index]
                isASCII = isASCII && byte < 0x80
                plain.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
                index += 1
            }
        }
        let text = String(decoding: plain, as: UTF8.self)
        return isASCII ? text : text.lowercased()
    }

    private func shape(_ range: Range<Int>) -> Word.Shape {
        let scalars = String(decoding: bytes[range], as: UTF8.self).unicodeScalars
        guard let first = scalars.first else { return .lower }
        if (0x30...0x39).contains(first.value) { return .number }
        var upper = 0
        var lower = 0
        for scalar in scalars {
            if scalar.properties.isUppercase { upper += 1 } else if scalar.properties.isLowercase { lower += 1 }
        }
        if upper >= 2, lower == 0 { return .capitals }
        return first.properties.isUppercase ? .capital : .lower
    }
}
