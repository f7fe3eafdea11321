/// The sentences of a paragraph, as ranges of its bytes.
enum Sentences {
    /// A sentence ends at a full stop, question or exclamation mark before white space and a capital, a quotation mark
    /// or a bracket; not behind a title, an initial or "No.".
    static func ranges(in text: InlineText) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = text.skippingSpaces(from: 0)
        var index = start
        while index < text.count {
            defer { index += 1 }
            let byte = text.bytes[index]
            guard byte == Ascii.period || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") else { continue }
            var end = index + 1
            while let mark = closingMark(text, at: end) { end += mark }
            let next = text.skippingSpaces(from: end)
            guard next > end, next < text.count, opensSentence(text, next),
                !(byte == Ascii.period && isAbbreviation(text, index))
            else { continue }
            ranges.append(start..<end)
            start = next
        }
        if start < text.count { ranges.append(start..<text.count) }
        return ranges
    }

    private static func closingMark(_ text: InlineText, at index: Int) -> Int? {
        guard let byte = text.byte(index) else { return nil }
        if byte == Ascii.quote || byte == Ascii.closeParenthesis || byte == UInt8(ascii: "]") { return 1 }
        return Typography.has(Typography.closing, in: text.bytes, at: index) ? 3 : nil
    }

    private static func opensSentence(_ text: InlineText, _ index: Int) -> Bool {
        let byte = text.bytes[index]
        return Ascii.isUpper(byte) || byte >= 0xC3 || byte == Ascii.quote || byte == Ascii.openParenthesis
            || byte == UInt8(ascii: "[")
            || Ascii.isDigit(byte)
    }

    /// `Mr.`, `St.`, `No.`, `A.`: a stop that ends no sentence.
    private static func isAbbreviation(_ text: InlineText, _ stop: Int) -> Bool {
        guard let word = text.word(before: stop), Ascii.isUpper(text.bytes[word.lowerBound]) else { return false }
        if word.count == 1 { return true }
        return titles.contains(word, of: text)
    }

    private static let titles: WordList = [
        "mr", "ms", "mrs", "dr", "st", "no", "nos", "prof", "gen", "lt", "col", "sgt",
    ]
}
