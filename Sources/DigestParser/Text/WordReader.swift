/// Plain text into words: peels the marks off each, tells its shape, keeps count of parentheses and quotation marks.
///
/// Most words are small letters between two spaces; one look at each byte tells them, and they are words as they stand.
struct WordReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var words: [Word] = []
    private var depth: Int32 = 0
    private var isInQuote = false

    static func words(in bytes: [UInt8]) -> [Word] {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = WordReader(bytes: bytes)
            reader.read()
            return reader.words
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func read() {
        words.reserveCapacity(bytes.count / 6 + 4)
        var index = 0
        while index < bytes.count {
            let (end, isSmall) = token(from: index)
            if isSmall, end > index {
                words.append(Word(range: index..<end, shape: .lower, marks: [], depth: depth, isQuoted: isInQuote))
            } else if end > index {
                append(index..<end)
            }
            index = end + 1
        }
    }

    /// Where the bytes before the next space end, and whether they are small letters throughout.
    private func token(from start: Int) -> (end: Int, isSmall: Bool) {
        var index = start
        var isSmall = true
        while index < bytes.count {
            let block = ByteBlock(bytes, at: index)
            let length = min(ByteBlock.first(of: block.equal(to: Ascii.space)), bytes.count - index)
            isSmall = isSmall && ByteBlock.run(of: block.smallLetters) == length
            index += length
            if length < ByteBlock.width { break }
        }
        return (index, isSmall)
    }

    private mutating func append(_ token: Range<Int>) {
        var range = token
        var marks: Word.Marks = []
        var opened: Int32 = 0
        var closed: Int32 = 0
        while let (mark, width) = leadingMark(range) {
            marks.insert(mark)
            if mark == .opensParenthesis { opened += 1 }
            if mark == .dash, let last = words.indices.last { words[last].marks.insert(.dash) }
            range = range.lowerBound + width..<range.upperBound
        }
        marks.remove(.dash)
        while let (mark, width) = trailingMark(range, startsQuote: marks.contains(.opensQuote)) {
            if mark == .stop, isAbbreviation(range) { break }
            marks.insert(mark)
            if mark == .closesParenthesis { closed += 1 }
            range = range.lowerBound..<range.upperBound - width
        }
        if range.isEmpty && marks.isEmpty { return }
        depth += opened
        let opensQuote = marks.contains(.opensQuote)
        let isQuoted = isInQuote || opensQuote || marks.contains(.closesQuote)
        if range.isEmpty, opened == 0, !opensQuote, let last = words.indices.last {
            words[last].marks.formUnion(marks)
        } else {
            words.append(
                Word(range: range, shape: shape(of: range), marks: marks, depth: depth, isQuoted: isQuoted))
        }
        depth = max(0, depth - closed)
        if opensQuote { isInQuote = true }
        if marks.contains(.closesQuote) { isInQuote = false }
    }

    private func leadingMark(_ range: Range<Int>) -> (Word.Marks, Int)? {
        guard let first = range.first else { return nil }
        switch bytes[first] {
        case Ascii.openParenthesis: return (.opensParenthesis, 1)
        case UInt8(ascii: "["): return (.opensBracket, 1)
        case Ascii.quote: return (.opensQuote, 1)
        case Ascii.hyphen where range.allSatisfy { bytes[$0] == Ascii.hyphen }: return (.dash, range.count)
        case 0xE2 where first + 2 < bytes.count && bytes[first + 1] == 0x80:
            switch bytes[first + 2] {
            case 0x9C, 0x98, 0x9E: return (.opensQuote, 3)
            case 0x93, 0x94, 0x95: return (.dash, 3)
            case 0x9D where isInQuote: return (.closesQuote, 3)
            default: return nil
            }
        default: return nil
        }
    }

    private func trailingMark(_ range: Range<Int>, startsQuote: Bool) -> (Word.Marks, Int)? {
        guard let last = range.last else { return nil }
        switch bytes[last] {
        case Ascii.closeParenthesis: return (.closesParenthesis, 1)
        case UInt8(ascii: "]"): return (.closesBracket, 1)
        case Ascii.comma: return (.comma, 1)
        case Ascii.semicolon: return (.semicolon, 1)
        case Ascii.colon: return (.colon, 1)
        case Ascii.period, UInt8(ascii: "?"), UInt8(ascii: "!"): return (.stop, 1)
        case Ascii.quote: return (.closesQuote, 1)
        case Ascii.apostrophe where last == range.lowerBound || bytes[last - 1] | 0x20 != UInt8(ascii: "s"):
            return (.closesQuote, 1)
        case let third where third >= 0x80 && range.count >= 3 && bytes[last - 2] == 0xE2 && bytes[last - 1] == 0x80:
            switch third {
            case 0x9D: return (.closesQuote, 3)
            case 0x99 where range.count > 3 && bytes[last - 3] | 0x20 == UInt8(ascii: "s") && !startsQuote: return nil
            case 0x99: return (.closesQuote, 3)
            case 0x93, 0x94, 0x95: return (.dash, 3)
            case 0xA6: return (.stop, 3)
            default: return nil
            }
        default: return nil
        }
    }

    /// `N.`, `T.S.`, `p.m.`, `Mr.`: the full stop belongs to the word.
    private func isAbbreviation(_ range: Range<Int>) -> Bool {
        guard bytes[range.upperBound - 1] == Ascii.period else { return false }
        let core = range.dropLast()
        guard core.count > 0 else { return false }
        if core.count == 1 || (core.count == 2 && bytes[core.lowerBound] >= 0xC3) {
            return Latin.isUpper(Latin.scalar(in: bytes, at: core.lowerBound).scalar)
        }
        if bytes[core.upperBound - 2] == Ascii.period, core.count <= 8 { return true }
        return core.count <= 4
            && Vocabulary.abbreviations.contains(LowercaseWord(UnsafeBufferPointer(rebasing: bytes[core])))
    }

    private func shape(of range: Range<Int>) -> Word.Shape {
        plainShape(of: range) ?? countedShape(of: range)
    }

    /// Small letters throughout, or behind a capital; nil for all else.
    private func plainShape(of range: Range<Int>) -> Word.Shape? {
        guard let first = range.first else { return nil }
        let isCapital = Ascii.isUpper(bytes[first])
        guard isCapital ? range.count > 1 : Ascii.isLower(bytes[first]) else { return nil }
        var index = first + 1
        while index < range.upperBound {
            let length = min(ByteBlock.width, range.upperBound - index)
            guard ByteBlock.run(of: ByteBlock(bytes, at: index).smallLetters) >= length else { return nil }
            index += length
        }
        return isCapital ? .capital : .lower
    }

    private func countedShape(of range: Range<Int>) -> Word.Shape {
        var upper = 0
        var lower = 0
        var digits = 0
        var startsUpper = false
        var trailingUpper = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let (isUpper, isLower, length) = letter(at: index)
            if isUpper {
                if upper + lower == 0 { startsUpper = true }
                upper += 1
                trailingUpper += 1
            } else if isLower {
                lower += 1
                trailingUpper = 0
            } else if Ascii.isDigit(bytes[index]) {
                digits += 1
            }
            index += length
        }
        if upper + lower == 0 { return digits > 0 ? .number : holdsLetter(range) ? .caseless : .mark }
        if Ascii.isDigit(bytes[range.lowerBound]) { return .number }
        if lower == 0, digits == 0 {
            let isInitial =
                upper == 1 || bytes[range.upperBound - 1] == Ascii.period && range.count <= upper * 2 + 1
            return isInitial ? .initial : .upper
        }
        if digits == 0, upper > lower, trailingUpper >= 2 { return .upper }
        return startsUpper ? .capital : .lower
    }

    /// Of a script without capitals.
    private func holdsLetter(_ range: Range<Int>) -> Bool {
        guard let index = range.first(where: { bytes[$0] >= 0xC3 && bytes[$0] != 0xE2 }) else { return false }
        return Latin.scalar(in: bytes, at: index).scalar.properties.isAlphabetic
    }

    @inline(__always)
    private func letter(at index: Int) -> (isUpper: Bool, isLower: Bool, length: Int) {
        let byte = bytes[index]
        if byte < 0x80 { return (Ascii.isUpper(byte), Ascii.isLower(byte), 1) }
        let (scalar, length) = Latin.scalar(in: bytes, at: index)
        return (Latin.isUpper(scalar), Latin.isLower(scalar), length)
    }
}
