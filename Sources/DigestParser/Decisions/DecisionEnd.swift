/// What cannot stand inside the text of a decision, and so ends it.
enum DecisionEnd {
    /// The footer, a turn, a times line, the announcement of another text, or narration.
    static func isOutside(_ line: ClauseLine) -> Bool {
        guard let first = line.text.bytes.first else { return false }
        if first == UInt8(ascii: "[") || line.text.matches("* *", at: 0) || line.text.matches("***", at: 0) {
            return true
        }
        return openers.end(in: line.text, at: 0) != nil || isTurn(line)
    }

    /// `Annex`, `Annex II`, `“Annex`, `Appendix`: a line alone.
    static func isAnnexTitle(_ line: ClauseLine) -> Bool {
        guard line.marker == .none, line.end - line.start <= 160, line.start < line.end,
            Ascii.isUpper(line.text.bytes[line.start]), let name = annexes.end(in: line.text, at: line.start),
            line.lastByte != Ascii.period, line.lastByte != Ascii.semicolon
        else { return false }
        if name >= line.end { return true }
        let next = line.text.skippingSpaces(from: name)
        guard next > name, let byte = line.text.byte(next) else { return line.text.byte(name) == Ascii.colon }
        return Ascii.isUpper(byte) || Ascii.isDigit(byte) || byte >= 0x80
    }

    /// `KORO BESSHO (Japan) said`, `Ms. JAQUEZ (Mexico), speaking …`, `The representative of Cuba said`.
    static func isTurn(_ line: ClauseLine) -> Bool {
        let text = line.text
        if prose.end(in: text, at: 0) != nil { return true }
        var place = 0
        for count in 0..<12 {
            guard let byte = text.byte(place) else { return false }
            if byte == Ascii.openParenthesis { return count > 0 && isDelegation(text, place) }
            var end = place
            var letters = 0
            var isName = true
            while end < text.count, Typography.spaceWidth(text.bytes, at: end) == nil {
                if Ascii.isLower(text.bytes[end]) { isName = false }
                if Ascii.isLetter(text.bytes[end]) || text.bytes[end] >= 0xC3 { letters += 1 }
                end += 1
            }
            guard letters > 0, isName || (count == 0 && titles.end(in: text, at: place) != nil) else { return false }
            place = text.skippingSpaces(from: end)
        }
        return false
    }

    /// `(Japan) said`: a name in reading case in brackets, and a sentence behind it.
    private static func isDelegation(_ text: InlineText, _ open: Int) -> Bool {
        guard let close = text.bytes[open...].prefix(120).firstIndex(of: Ascii.closeParenthesis) else { return false }
        let next = text.skippingSpaces(from: text.byte(close + 1) == Ascii.comma ? close + 2 : close + 1)
        return text.bytes[open..<close].contains(where: Ascii.isLower) && text.byte(next).map(Ascii.isLower) == true
    }

    private static let annexes: WordList = ["annexes", "annex", "appendix", "attachment", "enclosure"]
    private static let titles: WordList = ["mr", "ms", "mrs", "dr", "sir"]
    private static let prose: WordList = ["the representative of", "the delegate of", "the speaker for"]
    private static let openers: WordList = [
        "for information media", "the full text of", "the meeting began", "the meeting was", "the council then",
        "the assembly then", "(end",
    ]
}
