/// A paragraph's bytes, with the questions the forms inside it ask: words, numbers, white space before and behind.
///
/// Indices are UTF-8 bytes from 0. Every question is total: an index outside the text answers "no".
struct InlineText {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    init(bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Bytes as a string, each non-breaking hyphen a plain one.
    static func plainHyphens(_ bytes: some Collection<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.contains(0xE2) ? text.replacing("\u{2011}", with: "-") : text
    }

    /// The bytes of a range in small letters, for comparing.
    func lower(_ range: Range<Int>) -> LowercaseWord {
        bytes.withUnsafeBufferPointer { LowercaseWord(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    func byte(_ index: Int) -> UInt8? { index >= 0 && index < bytes.count ? bytes[index] : nil }

    /// True when `word` stands at `index`, whatever the case of its ASCII letters; a space in it stands for any white space.
    func matches(_ word: StaticString, at index: Int) -> Bool { end(of: word, at: index) != nil }

    /// Where `word` ends when it stands at `index`, whatever the case of its ASCII letters; nil when it does not.
    func end(of word: StaticString, at index: Int) -> Int? {
        // A letter takes one byte, a space one at least.
        guard index >= 0, index + word.utf8CodeUnitCount <= bytes.count else { return nil }
        return word.withUTF8Buffer { letters in
            var place = index
            for letter in letters {
                if letter == Ascii.space {
                    guard let width = Typography.spaceWidth(bytes, at: place) else { return nil }
                    place = skippingSpaces(from: place + width)
                } else {
                    guard place < bytes.count, Ascii.lowered(bytes[place]) == letter else { return nil }
                    place += 1
                }
            }
            return place
        }
    }

    /// Where one of the words ends that stands whole at `index`.
    func end(ofWord words: [StaticString], at index: Int) -> Int? {
        for word in words {
            if let end = end(of: word, at: index), isWordEnd(end) { return end }
        }
        return nil
    }

    /// No letter or digit stands before `index`.
    func isWordStart(_ index: Int) -> Bool {
        guard let before = byte(index - 1) else { return true }
        if before < 0x80 { return !Ascii.isAlphanumeric(before) }
        return spaceOrMark(before: index)
    }

    /// No letter or digit stands at `index`.
    func isWordEnd(_ index: Int) -> Bool {
        guard let next = byte(index) else { return true }
        if next < 0x80 { return !Ascii.isAlphanumeric(next) }
        return next == 0xE2 || Typography.spaceWidth(bytes, at: index) != nil
    }

    func skippingSpaces(from index: Int) -> Int {
        var place = index
        while let width = Typography.spaceWidth(bytes, at: place) { place += width }
        return place
    }

    /// The end of what stands before the white space that ends at `index`.
    func skippingSpaces(before index: Int) -> Int {
        var place = index
        while place > 0 {
            if Typography.spaceWidth(bytes, at: place - 1) == 1 {
                place -= 1
            } else if place > 1, Typography.spaceWidth(bytes, at: place - 2) == 2 {
                place -= 2
            } else if place > 2, Typography.spaceWidth(bytes, at: place - 3) == 3 {
                place -= 3
            } else {
                break
            }
        }
        return place
    }

    /// The word that ends at `end` (after white space was skipped): letters, digits, hyphens, apostrophes, stops inside.
    func word(before end: Int) -> Range<Int>? {
        var start = end
        while start > 0, end - start < 40 {
            let byte = bytes[start - 1]
            if Ascii.isAlphanumeric(byte) || byte == Ascii.hyphen || byte == Ascii.apostrophe || byte == Ascii.period {
                start -= 1
            } else if byte >= 0x80, !spaceOrMark(before: start) {
                start -= 1
            } else if Typography.has(Typography.apostrophe, in: bytes, at: start - 3) {
                start -= 3
            } else if Typography.has(Typography.nonBreakingHyphen, in: bytes, at: start - 3) {
                start -= 3
            } else {
                break
            }
        }
        return start < end ? start..<end : nil
    }

    /// The word before the white space before `index`.
    func previousWord(before index: Int) -> Range<Int>? { word(before: skippingSpaces(before: index)) }

    /// The word at `index`: letters, digits, hyphens, apostrophes.
    func word(at index: Int) -> Range<Int>? {
        var end = index
        while end < bytes.count, end - index < 80 {
            let byte = bytes[end]
            if Ascii.isAlphanumeric(byte) || byte == Ascii.hyphen || byte == Ascii.apostrophe {
                end += 1
            } else if byte == 0xE2 {
                guard
                    Typography.has(Typography.apostrophe, in: bytes, at: end)
                        || Typography.has(Typography.nonBreakingHyphen, in: bytes, at: end)
                else { break }
                end += 3
            } else if byte >= 0x80, Typography.spaceWidth(bytes, at: end) == nil {
                end += 1
            } else {
                break
            }
        }
        return end > index ? index..<end : nil
    }

    /// A number of at most `limit` digits that no further digit follows.
    func number(at index: Int, limit: Int) -> (value: Int, end: Int)? {
        var end = index
        var value = 0
        while let byte = byte(end), Ascii.isDigit(byte) {
            guard end - index < limit else { return nil }
            value = value * 10 + Int(byte - Ascii.zero)
            end += 1
        }
        return end > index ? (value, end) : nil
    }

    /// White space, or a mark of the block of general punctuation (quotation marks, dashes), ends at `index`.
    private func spaceOrMark(before index: Int) -> Bool {
        (index >= 2 && bytes[index - 2] == 0xC2) || (index >= 3 && bytes[index - 3] == 0xE2)
    }
}
