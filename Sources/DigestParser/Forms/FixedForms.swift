/// Paragraphs that every release words alike.
enum FixedForms {
    /// `Note:  A complete summary of today’s meeting will be made available after its conclusion.`
    static func isNote(_ text: String) -> Bool {
        guard text.utf8.count < 600 else { return false }
        guard ByteSearch.contains(text, "summary") else {
            // `Note: Full coverage of today’s meeting will be available Friday.`
            return ByteSearch.hasPrefix(text, "Note:") && ByteSearch.contains(text, " coverage ")
                && ByteSearch.contains(text, "available")
        }
        let head = text.prefix(40).lowercased()
        let isMarked = head.hasPrefix("note:") || head.hasPrefix("[note") || head.hasPrefix("(note")
        let isPartial = ByteSearch.contains(text, "partial summary") || ByteSearch.contains(text, "complete summary")
        let isInterim =
            isMarked
            && (ByteSearch.contains(text, "conclusion") || ByteSearch.contains(text, "made available"))
        return isInterim
            || isPartial
                && (isMarked || head.hasPrefix("following is") || head.hasPrefix("a complete summary")
                    || head.hasPrefix("(a complete") || head.hasPrefix("[a complete"))
    }

    /// `For information media. Not an official record.`, `*   ***   *`
    static func isFooter(_ text: String) -> Bool {
        if ByteSearch.opens(text, with: ["for information media"]) { return true }
        if 22..<90 ~= text.utf8.count, ByteSearch.contains(text.prefix(60).lowercased(), "not an official record") {
            return true
        }
        return isRule(text) || isFootnote(text) || isImprint(text)
    }

    /// `Produced by the Information Service in Geneva for use of the information media; not an official record.`, and the
    /// address of the page itself: `Link: https://…`.
    private static func isImprint(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "P"):
            return ByteSearch.hasPrefix(text, "Produced by") && ByteSearch.contains(text, "information media")
        case UInt8(ascii: "L"): return ByteSearch.hasPrefix(text, "Link: http")
        case UInt8(ascii: "h"): return ByteSearch.hasPrefix(text, "http") && !text.utf8.contains(Ascii.space)
        default: return false
        }
    }

    /// `*   ***   *`, `__________`
    private static func isRule(_ text: String) -> Bool {
        let isDrawn: (UInt8) -> Bool = { $0 == Ascii.asterisk || $0 == UInt8(ascii: "_") }
        return text.utf8.allSatisfy { isDrawn($0) || $0 <= 0x20 || $0 >= 0x80 } && text.utf8.contains(where: isDrawn)
    }

    /// `*   The 212th Meeting was not covered.`
    private static func isFootnote(_ text: String) -> Bool {
        guard text.utf8.first == Ascii.asterisk, text.utf8.count < 300 else { return false }
        return ByteSearch.contains(text, "eeting") || ByteSearch.contains(text, "evised")
            || ByteSearch.contains(text, "eissued") || ByteSearch.contains(text, "ress release")
    }

    /// What a printed page carried over its edge: `(more)`, `(page 1a follows)`, `Security Council - 3 - Press Release SC/6570`,
    /// `56th Meeting (AM)   12 November 1998`.
    static func isPageMark(_ text: String) -> Bool {
        guard text.utf8.count <= 140, let first = text.utf8.first else { return false }
        if first == UInt8(ascii: "("), text.utf8.last == UInt8(ascii: ")"), text.utf8.count <= 40 {
            let line = text.lowercased()
            return line == "(more)" || ByteSearch.contains(line, "follow") || line.hasPrefix("(end of")
                || line.hasPrefix("(page")
        }
        guard text.utf8.contains(where: Ascii.isDigit) else { return false }
        let phrase = Phrase(text)
        if let noun = (0..<phrase.count).first(where: { phrase.word($0, is: "meeting") }), noun > 0, noun < 3,
            phrase.words[0].shape == .number, phrase.count > noun + 3
        {
            return PrintedDate.date(phrase, at: phrase.count - 3) != nil
        }
        return (1..<max(1, phrase.count)).contains {
            phrase.words[$0].shape == .number && phrase.words[$0].has(.dash) && phrase.words[$0 - 1].has(.dash)
        }
    }

    /// `The full text of resolution 2331 (2016) reads as follows:`
    static func isFullTextIntroduction(_ text: String) -> Bool {
        guard text.utf8.count < 500, text.utf8.suffix(4).contains(UInt8(ascii: ":")) else { return false }
        let head = text.prefix(200).lowercased()
        return
            (ByteSearch.contains(head, "full text") || head.hasPrefix("the text of")
            || ByteSearch.contains(head, "complete text")
            || ByteSearch.contains(head, "full statement"))
            && (ByteSearch.contains(text, "follows") || ByteSearch.contains(text, "reads"))
    }

    /// `Statement by Libya to come.`: for whom; nil for anything else.
    static func placeholder(_ text: String) -> String? {
        guard text.utf8.count < 200, let first = text.utf8.first, "SR[(".utf8.contains(first) else { return nil }
        var line = text.trimmingBrackets()
        if line.hasSuffix(".") { line = line.dropLast() }
        for tail in [" to come", " to follow", " (to come)", " forthcoming"] where line.lowercased().hasSuffix(tail) {
            let head = line.dropLast(tail.count)
            for opening in [
                "Statement by ", "Statement of ", "Statements by ", "Remarks by ", "Summary of statement by ",
            ]
            where head.hasPrefix(opening) {
                let name = head.dropFirst(opening.count)
                return String(name.hasPrefix("the ") ? name.dropFirst(4) : name)
            }
        }
        return nil
    }
}

extension String {
    fileprivate func trimmingBrackets() -> Substring {
        var line = self[...]
        if line.first == "[" || line.first == "(" { line = line.dropFirst() }
        if line.last == "]" || line.last == ")" { line = line.dropLast() }
        return line
    }
}
