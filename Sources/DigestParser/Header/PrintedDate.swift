/// Dates as releases print them: `10 December 2009`, `29 JUNE 2018`, `December 10, 2009`, `06/11/2003`, `19980909`,
/// `2016-12-20`.
enum PrintedDate {
    /// The date that a whole line is, a weekday before it aside; ISO 8601.
    static func line(_ text: String) -> String? {
        guard text.utf8.count <= 48 else { return nil }
        let phrase = Phrase(text)
        let first = phrase.count > 0 && weekdays.contains(phrase.lower(0)) ? 1 : 0
        guard let (value, end) = date(phrase, at: first), end == phrase.count else { return nil }
        return value
    }

    /// True for a line that is a day without its year: `12 March`.
    static func isDay(_ text: String) -> Bool {
        guard text.utf8.count <= 48 else { return false }
        let phrase = Phrase(text)
        return phrase.count == 2 && day(phrase.lowerText(0)) != nil && month(phrase.lowerText(1)) != nil
    }

    /// The date that begins at a word, and the word past it.
    static func date(_ phrase: Phrase, at index: Int) -> (value: String, end: Int)? {
        guard index < phrase.count else { return nil }
        if let value = numeric(phrase.text(index)) { return (value, index + 1) }
        guard index + 2 < phrase.count, let year = year(phrase.lowerText(index + 2)) else { return nil }
        if let day = day(phrase.lowerText(index)), let month = month(phrase.lowerText(index + 1)) {
            return iso(year, month, day).map { ($0, index + 3) }
        }
        if let month = month(phrase.lowerText(index)), let day = day(phrase.lowerText(index + 1)) {
            return iso(year, month, day).map { ($0, index + 3) }
        }
        return nil
    }

    static func isWeekday(_ phrase: Phrase, at index: Int) -> Bool { phrase.word(index, isIn: weekdays) }

    /// The day before an ISO day; nil for a month.
    static func dayBefore(_ value: String) -> String? {
        let parts = value.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        if parts[2] > 1 { return iso(parts[0], parts[1], parts[2] - 1) }
        let (year, month) = parts[1] > 1 ? (parts[0], parts[1] - 1) : (parts[0] - 1, 12)
        return iso(year, month, days(month, of: year))
    }

    /// 1 to 12 for the English name of a month, in small letters.
    static func month(_ word: String) -> Int? {
        months.firstIndex(of: word).map { $0 + 1 }
    }

    static func isISO(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]),
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[1])
        else { return false }
        return iso(year, month, parts.count == 3 ? Int(parts[2]) ?? 0 : 1) != nil
    }

    /// `19980909`, `2016-12-20`; `06/11/2003` is the sixth of November: day first, as the press office wrote it.
    private static func numeric(_ word: String) -> String? {
        if word.utf8.count == 8, let value = Int(word) { return iso(value / 10_000, value / 100 % 100, value % 100) }
        if word.utf8.count == 10, word.contains("-") { return isISO(word) ? word : nil }
        let parts = word.split(separator: "/").map { Int($0) }
        guard parts.count == 3, let first = parts[0], let second = parts[1], let year = parts[2], year > 1900 else {
            return nil
        }
        return iso(year, second, first) ?? iso(year, first, second)
    }

    private static func day(_ word: String) -> Int? {
        var digits = word[...]
        for suffix in ["st", "nd", "rd", "th"] where digits.hasSuffix(suffix) { digits = digits.dropLast(2) }
        return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    private static func year(_ word: String) -> Int? {
        Int(word).flatMap { (1945...2100).contains($0) ? $0 : nil }
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1945...2100).contains(year), (1...12).contains(month), day >= 1, day <= days(month, of: year) else {
            return nil
        }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private static func days(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static let weekdays: WordTable = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}
