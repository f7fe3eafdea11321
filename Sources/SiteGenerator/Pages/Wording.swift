import Corpus
import Meetings

/// How the site says dates, numbers and lengths: as people say them.
enum Wording {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `2016-12-20` → `20 December 2016`, `2016-12` → `December 2016`; anything else as it is.
    static func date(_ iso: String) -> String {
        let parts = numbers(in: iso)
        guard parts.count >= 2, (1...12).contains(parts[1]) else { return iso }
        let month = "\(months[parts[1] - 1]) \(parts[0])"
        return parts.count == 3 ? "\(parts[2]) \(month)" : month
    }

    /// The year, month and day of a date, as far as they are known.
    static func numbers(in iso: String) -> [Int] {
        iso.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(Substring($0)) }
    }

    static func year(_ year: MeetingYear) -> String { year.year.map(String.init) ?? "Date unknown" }

    /// Months counted from the year 0: `2016 * 12 + 11` → `December 2016`.
    static func month(_ count: Int) -> String { "\(months[count % 12]) \(count / 12)" }

    /// `14:05` → `2:05 p.m.`, `12:00` → `noon`.
    static func time(_ clock: String) -> String {
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return clock }
        if parts == [12, 0] { return "noon" }
        if parts == [0, 0] { return "midnight" }
        let hour = parts[0] % 12 == 0 ? 12 : parts[0] % 12
        let minutes = parts[1] == 0 ? "" : ":" + (parts[1] < 10 ? "0" : "") + String(parts[1])
        return "\(hour)\(minutes) \(parts[0] < 12 ? "a.m." : "p.m.")"
    }

    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    /// Thousands parted by a thin space, as the style of records offices has it.
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        guard digits.count > 4 else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "\u{202F}" }
            text.append(digit)
        }
        return text
    }

    /// `7847` → `7847th`.
    static func ordinal(_ number: Int) -> String {
        switch (number % 100, number % 10) {
        case (11...13, _): "\(number)th"
        case (_, 1): "\(number)st"
        case (_, 2): "\(number)nd"
        case (_, 3): "\(number)rd"
        default: "\(number)th"
        }
    }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The first words of a text, cut at a word, for lists: at most `limit` UTF-8 bytes and an ellipsis.
    static func excerpt(_ text: String, limit: Int = excerptLength) -> String { cut(text, limit: limit) ?? text }

    static let excerptLength = 240

    /// The same of a text in typewriter spacing, of which no more is set as print than is shown.
    static func excerpt(typed text: String, limit: Int = excerptLength) -> String {
        cut(PrintedSpacing.beginning(of: text, holding: limit), limit: limit)
            ?? excerpt(PrintedSpacing.of(text), limit: limit)
    }

    /// Nil for a text that is shorter, and for one that has no space to cut it at.
    static func cut(_ text: String, limit: Int = excerptLength) -> String? {
        guard text.utf8.count > limit, let space = text.utf8.prefix(limit).lastIndex(of: UInt8(ascii: " ")) else {
            return nil
        }
        return String(text[..<space]) + " …"
    }

    static func words(in text: String) -> Int {
        var count = 0
        var inside = false
        for byte in text.utf8 {
            let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
            if inside, isSpace { inside = false }
            if !inside, !isSpace {
                inside = true
                count += 1
            }
        }
        return count
    }
}

extension Wording {
    /// The words of a text around a range of its UTF-8 bytes, cut at spaces.
    static func passage(of text: String, around range: Range<Int>, reach: Int = 120) -> String {
        let bytes = Array(text.utf8)
        guard range.upperBound <= bytes.count else { return excerpt(text) }
        var start = max(0, range.lowerBound - reach)
        var end = min(bytes.count, range.upperBound + reach)
        while start > 0, start < range.lowerBound, bytes[start - 1] != UInt8(ascii: " ") { start += 1 }
        while end < bytes.count, end > range.upperBound, bytes[end] != UInt8(ascii: " ") { end -= 1 }
        let words = PrintedSpacing.of(String(decoding: bytes[start..<end], as: UTF8.self))
        return (start > 0 ? "… " : "") + words + (end < bytes.count ? " …" : "")
    }
}
