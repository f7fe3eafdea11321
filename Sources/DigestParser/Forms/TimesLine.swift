import Meetings

/// `The meeting began at 10:12 a.m. and ended at 5:45 p.m.` and its variants (genre, 4).
enum TimesLine {
    /// The times a paragraph states; nil when it is no times line.
    static func read(_ passage: Passage) -> Times? {
        guard isTimesLine(passage.text) else { return nil }
        let phrase = Phrase(passage.text, limit: 600)
        var began: String?
        var ended: String?
        var verb = Verb.began
        for index in 0..<phrase.count {
            if let next = Verb(phrase.lower(index)) { verb = next }
            guard let time = clock(phrase, at: index) else { continue }
            switch verb {
            case .began: began = began ?? time
            case .ended: ended = time
            case .between: break
            }
        }
        return began.map { Times(began: $0, ended: ended, lines: passage.lines) }
    }

    /// True for a paragraph that tells when the meeting began; one that only suspends or resumes it is narration.
    static func isTimesLine(_ text: String) -> Bool {
        guard text.utf8.count < 400, let first = text.utf8.first, "TM".utf8.contains(first),
            ByteSearch.hasPrefix(text, "The meeting") || ByteSearch.hasPrefix(text, "Today’s meeting")
                || ByteSearch.hasPrefix(text, "The Council met") || ByteSearch.hasPrefix(text, "The Committee met")
                || ByteSearch.hasPrefix(text, "The Assembly met") || ByteSearch.hasPrefix(text, "Meeting ")
        else { return false }
        guard
            ByteSearch.contains(text, "began") || ByteSearch.contains(text, "to order")
                || ByteSearch.contains(text, "opened at")
                || ByteSearch.contains(text, "started at") || ByteSearch.contains(text, " met at")
                || ByteSearch.contains(text, "convened at")
        else { return false }
        let phrase = Phrase(text, limit: 400)
        return (0..<phrase.count).contains { clock(phrase, at: $0) != nil }
    }

    private enum Verb {
        case began, ended, between

        init?(_ word: LowercaseWord) {
            switch word {
            case "began", "begun", "order", "opened", "started", "met", "convened": self = .began
            case "ended", "adjourned", "rose", "concluded", "closed", "end": self = .ended
            case "suspended", "resumed", "recessed", "paused", "reconvened": self = .between
            default: return nil
            }
        }
    }

    /// `10:12 a.m.`, `3 p.m.`, `noon`, `midnight`, `15:05`, on the 24-hour clock.
    static func clock(_ phrase: Phrase, at index: Int) -> String? {
        if phrase.word(index, is: "noon") { return "12:00" }
        if phrase.word(index, is: "midnight") { return "00:00" }
        guard phrase.words[index].shape == .number else { return nil }
        let word = phrase.lowerText(index)
        let digits = word.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let parts = digits.split { $0 == ":" || $0 == "." }
        guard let hour = parts.first.flatMap({ Int($0) }), hour < 25, parts.count <= 2 else { return nil }
        let minute = parts.count == 2 ? Int(parts[1]) ?? 60 : 0
        guard minute < 60, parts.count < 2 || parts[1].count == 2 else { return nil }
        let suffix = word.dropFirst(digits.count)
        let half = suffix.isEmpty && index + 1 < phrase.count ? phrase.lowerText(index + 1) : String(suffix)
        switch half.filter(\.isLetter) {
        case "am": return format(hour == 12 ? 0 : hour, minute)
        case "pm": return format(hour == 12 ? 12 : hour + 12, minute)
        case "noon", "midnight": return nil
        default: return parts.count == 2 && digits.contains(":") ? format(hour, minute) : nil
        }
    }

    private static func format(_ hour: Int, _ minute: Int) -> String? {
        guard hour < 24 else { return nil }
        return (hour < 10 ? "0" : "") + String(hour) + (minute < 10 ? ":0" : ":") + String(minute)
    }
}
