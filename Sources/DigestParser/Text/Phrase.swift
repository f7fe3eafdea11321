/// The words of a passage, its white space and hyphens made plain: what the readers of openers, roles and
/// lists work on. Letters, apostrophes and capitals stay as printed.
struct Phrase: Sendable {
    let bytes: [UInt8]
    let words: [Word]

    /// No passage of a release is longer.
    private static let longest = Int(Int32.max) / 2

    /// - Parameter limit: bytes to read at most; the opening of a turn stands well within the first thousand.
    init(_ text: String, limit: Int = .max) {
        var text = text
        bytes = text.withUTF8 { Self.plain($0, limit: min(limit, Self.longest)) }
        words = WordReader.words(in: bytes)
    }

    /// How a passage opens: its first sentence and some words more, within so many bytes.
    static func opening(of text: String, within reach: Int) -> Phrase {
        let phrase = Phrase(text, limit: min(usualOpening, reach))
        let isWhole = text.utf8.count <= usualOpening || reach <= usualOpening
        return isWhole || phrase.sentenceEnd(from: 0) + wordsBehind < phrase.count ? phrase : Phrase(text, limit: reach)
    }

    /// Bytes that a first sentence and some words more seldom go beyond.
    private static let usualOpening = 384
    /// What decides how the words before them are read.
    private static let wordsBehind = 12

    var count: Int { words.count }

    /// The words of a range as one string, from the first letter to the last: without the marks around it,
    /// parentheses inside it kept whole.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        var start = words[range.lowerBound].range.lowerBound
        var end = words[range.upperBound - 1].range.upperBound
        var open = 0
        for byte in bytes[start..<end] {
            if byte == UInt8(ascii: "(") { open += 1 }
            if byte == UInt8(ascii: ")") { open -= 1 }
        }
        while open > 0, end < bytes.count, bytes[end] == UInt8(ascii: ")") {
            open -= 1
            end += 1
        }
        while open < 0, start > 0, bytes[start - 1] == UInt8(ascii: "(") {
            open += 1
            start -= 1
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    func text(_ index: Int) -> String { String(decoding: bytes[words[index].range], as: UTF8.self) }

    /// The bytes of a word.
    func withWord<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[words[index].range])) }
    }

    /// The word in small letters, without an ending of so many bytes, for comparing with the vocabulary.
    func lower(_ index: Int, without ending: Int = 0) -> LowercaseWord {
        withWord(index) { LowercaseWord(UnsafeBufferPointer(rebasing: $0.dropLast(ending))) }
    }

    /// True when the word at the index is in the table; false past either end.
    func word(_ index: Int, isIn table: WordTable) -> Bool {
        guard words.indices.contains(index) else { return false }
        let range = words[index].range
        guard !range.isEmpty, table.mayContain(bytes[range.lowerBound], range.count) else { return false }
        return table.contains(lower(index))
    }

    /// The word in small letters (ASCII only), where its letters or digits are to be read.
    func lowerText(_ index: Int) -> String {
        String(decoding: bytes[words[index].range].map(Ascii.lowered), as: UTF8.self)
    }

    /// True when the word at the index is this one, ASCII case aside; false past either end.
    func word(_ index: Int, is expected: StaticString) -> Bool {
        guard words.indices.contains(index) else { return false }
        let range = words[index].range
        guard range.count == expected.utf8CodeUnitCount else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            expected.withUTF8Buffer { expected in
                for offset in expected.indices where Ascii.lowered(bytes[range.lowerBound + offset]) != expected[offset]
                {
                    return false
                }
                return true
            }
        }
    }

    /// True when one of the parts that hyphens make of a word is in the table: `Under-Secretary-General`.
    func word(_ index: Int, hasPartIn table: WordTable) -> Bool {
        withWord(index) { word in
            word.split(separator: Ascii.hyphen).contains {
                table.contains(LowercaseWord(UnsafeBufferPointer(rebasing: $0)))
            }
        }
    }

    /// The end (past the last word) of the sentence that a word stands in.
    func sentenceEnd(from index: Int, within reach: Int = .max) -> Int {
        var index = index
        let limit = reach < words.count - index ? index + reach : words.count
        while index < limit {
            let word = words[index]
            if word.has(.stop), word.depth == 0 || word.has(.closesParenthesis) {
                let isInsideQuote = word.isQuoted && !word.has(.closesQuote)
                let next = index + 1 < words.count ? words[index + 1] : nil
                if !isInsideQuote, next.map({ $0.shape != .lower }) ?? true { return index + 1 }
            }
            index += 1
        }
        return limit
    }

    /// Spaces single and plain, hyphens ASCII, none before a comma or inside a parenthesis's edges.
    private static func plain(_ source: UnsafeBufferPointer<UInt8>, limit: Int) -> [UInt8] {
        var end = min(source.count, limit)
        while end < source.count, source[end] & 0xC0 == 0x80 { end -= 1 }
        // A space goes in before a bracket behind a capital: one byte for two.
        return [UInt8](unsafeUninitializedCapacity: end + end / 2) { plain, count in
            var index = 0
            var isParted = false
            while index < end {
                if !isParted, let run = copyRun(of: source, at: index, before: end, into: plain, at: count) {
                    count += run
                    index += run
                    continue
                }
                let byte = source[index]
                let space = Whitespace.length(in: source, at: index, before: source.count)
                if space > 0 {
                    isParted = isParted || !isInvisible(source, index, space)
                    index += space
                    continue
                }
                let last = count > 0 ? plain[count - 1] : 0
                let isGlued = byte == Ascii.openParenthesis && isCapital(last)
                let isSpaced = isParted && count > 0 && last != Ascii.openParenthesis && !swallowsSpace(source, index)
                if isGlued || isSpaced {
                    plain[count] = Ascii.space
                    count += 1
                }
                isParted = false
                if byte == 0xE2, index + 2 < source.count, source[index + 1] == 0x80, source[index + 2] & 0xFE == 0x90 {
                    plain[count] = Ascii.hyphen
                    index += 3
                } else {
                    plain[count] = byte
                    index += 1
                }
                count += 1
            }
        }
    }

    /// Copies what stands as it is: letters, digits and marks, with single spaces before letters between them.
    /// - Returns: how many bytes; nil where the first is none of them.
    @inline(__always)
    private static func copyRun(
        of source: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int,
        into plain: UnsafeMutableBufferPointer<UInt8>, at count: Int
    ) -> Int? {
        let block = ByteBlock(source, at: index)
        let marks = block.plain
        guard index + ByteBlock.width <= end else {
            guard marks & 0x80 != 0 else { return nil }
            plain[count] = source[index]
            return 1
        }
        // What follows a last space is not seen yet.
        let run = ByteBlock.run(of: marks | block.equal(to: Ascii.space) & block.letters >> 8)
        guard run > 0, marks & 0x80 != 0 || count > 0 && plain[count - 1] != Ascii.openParenthesis else { return nil }
        block.store(in: plain, at: count)
        return run
    }

    /// A delegation glued to a name in capitals: `BESSHO(Japan)`.
    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || byte >= 0x80 }

    /// Soft hyphens and zero-width marks part no words.
    private static func isInvisible(_ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
        switch source[index] {
        case 0xC2: source[index + 1] == 0xAD
        case 0xE2: source[index + 1] == 0x80 ? (0x8B...0x8F).contains(source[index + 2]) : source[index + 2] == 0xA0
        case 0xEF: true
        default: false
        }
    }

    /// Scraped copies put a space before commas, closing parentheses and a possessive's apostrophe.
    private static func swallowsSpace(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        switch source[index] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"): return true
        case 0xE2:
            guard index + 4 < source.count, source[index + 1] == 0x80, source[index + 2] == 0x99 else { return false }
            return source[index + 3] == UInt8(ascii: "s") && source[index + 4] <= 0x20
        default: return false
        }
    }
}
