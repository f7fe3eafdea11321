/// The number of a resolution in one of the forms bodies use (genre: references inside the text).
struct ResolutionNumber: Equatable {
    enum Form: Equatable {
        /// `2331 (2016)`; without a year where none is printed.
        case council(number: Int, year: Int?)
        /// `3314 (XXIX)`, `377 A (V)`, `1001 (ES-I)`: the Assembly's until 1976.
        case romanSession(number: Int, part: String, session: String)
        /// `71/1`, `ES-11/1`, `S-21/1`, `54/54 V`.
        case session(String, number: Int, part: String)
        /// `1996/31`: the year, then the number.
        case yearly(year: Int, number: Int)
    }

    var form: Form
    var range: Range<Int>

    /// A year is printed (or a session), so that the number is one wherever it stands.
    var isSure: Bool {
        if case .council(_, nil) = form { return false }
        return true
    }

    /// Reads a number at `index`; nil where none stands.
    static func read(_ text: InlineText, at index: Int) -> ResolutionNumber? {
        if let special = specialSession(text, at: index) { return special }
        guard let (first, end) = text.number(at: index, limit: 4), first > 0 else { return nil }
        if text.byte(end) == Ascii.slash { return slashed(text, first, at: index, end) }
        if let roman = roman(text, first, at: index, end) { return roman }
        if let (year, close) = year(text, at: end) {
            return ResolutionNumber(form: .council(number: first, year: year), range: index..<close)
        }
        guard isBare(text, first, end) else { return nil }
        return ResolutionNumber(form: .council(number: first, year: nil), range: index..<end)
    }

    /// `(2016)`, `( 2016 )`, `[2016]`, ` of 2016`: up to five digits, so that a slip in the year is read as one.
    static func year(_ text: InlineText, at index: Int) -> (value: Int, end: Int)? {
        var place = text.skippingSpaces(from: index)
        guard let open = text.byte(place) else { return nil }
        if open == Ascii.openParenthesis || open == UInt8(ascii: "[") {
            place = text.skippingSpaces(from: place + 1)
            guard let (value, end) = text.number(at: place, limit: 5), end - place >= 3 else { return nil }
            let close = text.skippingSpaces(from: end)
            let isClosed = text.byte(close) == Ascii.closeParenthesis || text.byte(close) == UInt8(ascii: "]")
            return isClosed ? (value, close + 1) : (end - place == 4 && text.isWordEnd(end) ? (value, end) : nil)
        }
        guard place > index, let of = text.end(of: "of ", at: place), let (value, end) = text.number(at: of, limit: 4),
            (1946...2199).contains(value), text.isWordEnd(end)
        else { return nil }
        return (value, end)
    }

    /// Three or four digits alone; not the head of a longer number, a measure or an ordinal.
    private static func isBare(_ text: InlineText, _ value: Int, _ end: Int) -> Bool {
        guard value >= 100 else { return false }
        guard let next = text.byte(end) else { return true }
        if next == Ascii.comma || next == Ascii.period { return !(text.byte(end + 1).map(Ascii.isDigit) ?? false) }
        return text.isWordEnd(end) && next != UInt8(ascii: "%") && next != Ascii.hyphen
    }

    /// `ES-11/1`, `S-21/1`.
    private static func specialSession(_ text: InlineText, at index: Int) -> ResolutionNumber? {
        guard let first = text.byte(index), first == UInt8(ascii: "E") || first == UInt8(ascii: "S") else { return nil }
        let letters = text.matches("es", at: index) ? 2 : 1
        guard letters == 2 || first == UInt8(ascii: "S"), let hyphen = hyphenWidth(text, at: index + letters),
            let (session, end) = text.number(at: index + letters + hyphen, limit: 2), text.byte(end) == Ascii.slash,
            let (number, last) = text.number(at: end + 1, limit: 3)
        else { return nil }
        let name = (letters == 2 ? "ES-" : "S-") + String(session)
        let (part, close) = part(text, at: last)
        return ResolutionNumber(form: .session(name, number: number, part: part), range: index..<close)
    }

    private static func slashed(_ text: InlineText, _ first: Int, at index: Int, _ end: Int) -> ResolutionNumber? {
        guard let (second, last) = text.number(at: end + 1, limit: 4), second > 0, text.byte(last) != Ascii.slash else {
            return nil
        }
        if (1946...2199).contains(first) {
            return ResolutionNumber(form: .yearly(year: first, number: second), range: index..<last)
        }
        if (1946...2199).contains(second), first >= 100 {
            return ResolutionNumber(form: .council(number: first, year: second), range: index..<last)
        }
        guard first < 100 else { return nil }
        let (part, close) = part(text, at: last)
        return ResolutionNumber(form: .session(String(first), number: second, part: part), range: index..<close)
    }

    private static func roman(_ text: InlineText, _ number: Int, at index: Int, _ end: Int) -> ResolutionNumber? {
        var place = text.skippingSpaces(from: end)
        var part = ""
        if let letter = text.byte(place), Ascii.isUpper(letter) {
            part = text.string(place..<place + 1)
            place = text.skippingSpaces(from: place + 1)
        }
        guard text.byte(place) == Ascii.openParenthesis else { return nil }
        let start = text.skippingSpaces(from: place + 1)
        var stop = start
        var digits = 0
        while let byte = text.byte(stop), stop - start < 12, isRomanOrPrefix(byte) {
            if romanLetters.contains(byte) { digits += 1 }
            stop += 1
        }
        let close = text.skippingSpaces(from: stop)
        guard digits > 0, text.byte(close) == Ascii.closeParenthesis else { return nil }
        let session = text.string(start..<stop)
        let (after, last) = part.isEmpty ? Self.part(text, at: close + 1) : ("", close + 1)
        let form = Form.romanSession(number: number, part: part + after, session: session)
        return ResolutionNumber(form: form, range: index..<last)
    }

    /// ` V` behind `54/54`: one capital letter that ends there. `A` before a word is an article, not a part.
    private static func part(_ text: InlineText, at index: Int) -> (String, Int) {
        let place = text.skippingSpaces(from: index)
        guard let letter = text.byte(place), Ascii.isUpper(letter), text.isWordEnd(place + 1) else {
            return ("", index)
        }
        let next = text.skippingSpaces(from: place + 1)
        let isAlone = next == place + 1 || text.matches("and ", at: next) || text.matches("of ", at: next)
        let ends = text.byte(place + 1) != Ascii.period || text.skippingSpaces(from: place + 2) >= text.count
        guard isAlone, ends, text.byte(place + 1) != Ascii.apostrophe else { return ("", index) }
        return (text.string(place..<place + 1), place + 1)
    }

    private static func hyphenWidth(_ text: InlineText, at index: Int) -> Int? {
        if text.byte(index) == Ascii.hyphen { return 1 }
        return Typography.has(Typography.nonBreakingHyphen, in: text.bytes, at: index) ? 3 : nil
    }

    private static func isRomanOrPrefix(_ byte: UInt8) -> Bool {
        romanLetters.contains(byte) || byte == UInt8(ascii: "E") || byte == UInt8(ascii: "S") || byte == Ascii.hyphen
    }

    private static let romanLetters: [UInt8] = Array("IVXLC".utf8)
}
