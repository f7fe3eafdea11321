/// What cannot stand inside the text of a decision, and so ends it.
enum DecisionEnd {
    /// The footer, a turn, a times line, the announcement of another text, or narration.
    static func isOutside(_ text: String) -> Bool {
        openers.contains { text.hasPrefix($0) } || isTurn(text)
    }

    /// `Annex`, `Annex II`, `“Annex`, `Appendix`: a line alone.
    static func isAnnexTitle(_ line: ClauseLine) -> Bool {
        guard line.marker == .none, line.end - line.start <= 160 else { return false }
        let words = line.words.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard let first = words.first else { return false }
        let name = first.lowercased().prefix { $0.isLetter }
        guard ["annex", "appendix", "attachment", "enclosure"].contains(name) else { return false }
        guard first.first?.isUppercase == true, line.lastByte != Ascii.period, line.lastByte != Ascii.semicolon else {
            return false
        }
        return words.count == 1 || first.count > name.count || words[1].first?.isUppercase == true
            || words[1].first?.isNumber == true || words[1].first == "–" || words[1].first == "—"
    }

    /// `KORO BESSHO (Japan) said`, `Ms. JAQUEZ (Mexico), speaking …`, `The representative of Cuba said`.
    static func isTurn(_ text: String) -> Bool {
        if prose.contains(where: { text.hasPrefix($0) }) { return true }
        let words = text.split(maxSplits: 12, whereSeparator: \.isWhitespace).prefix(12)
        var count = 0
        for word in words {
            if word.hasPrefix("(") { return count > 0 && isDelegation(in: text, from: word.startIndex) }
            guard word.contains(where: \.isLetter), !word.contains(where: \.isLowercase) || count == 0 && isTitle(word)
            else {
                return false
            }
            count += 1
        }
        return false
    }

    /// `(Japan) said`: a name in reading case in brackets, and a sentence behind it.
    private static func isDelegation(in text: String, from start: String.Index) -> Bool {
        guard let close = text[start...].prefix(120).firstIndex(of: ")") else { return false }
        let rest = text[text.index(after: close)...].drop { $0 == "," || $0.isWhitespace }
        return text[start..<close].contains(where: \.isLowercase) && rest.first?.isLowercase == true
    }

    private static func isTitle(_ word: Substring) -> Bool { ["Mr.", "Ms.", "Mrs.", "Dr.", "Sir"].contains(word) }

    private static let prose = ["The representative of ", "The delegate of ", "The speaker for "]
    private static let openers = [
        "For information media", "The full text of ", "The meeting began", "The meeting was ", "The Council then ",
        "The Assembly then ", "* *", "***", "(END", "[",
    ]
}
