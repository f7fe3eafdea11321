import Meetings

/// The number of a session out of its name: `Sixty-fourth session` → `64`, `72nd session` → `72`,
/// `Eleventh emergency special session` → `es-11`.
enum SessionNumber {
    /// What stands for the session in an address; nil when the name holds no number.
    static func slug(_ session: String) -> String? {
        let words = Slug.make(session).split(separator: "-")
        guard let number = digits(words) ?? spelled(words) else { return nil }
        if words.contains("emergency") { return "es-\(number)" }
        return words.contains("special") ? "s-\(number)" : "\(number)"
    }

    /// `72nd`, `2016`.
    private static func digits(_ words: [Substring]) -> Int? {
        words.lazy.compactMap { Int($0.prefix { $0.isNumber }) }.first
    }

    private static func spelled(_ words: [Substring]) -> Int? {
        var value = 0
        for word in words {
            if let tens = tens[word] {
                value += tens
            } else if let ordinal = ordinals[word] {
                return value + ordinal
            } else if word == "hundred" {
                value = max(value, 1) * 100
            } else if let hundreds = cardinals[word] {
                value = hundreds
            }
        }
        return nil
    }

    private static let cardinals: [Substring: Int] = ["one": 1, "two": 2]
    private static let tens: [Substring: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    private static let ordinals: [Substring: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
        "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
        "hundredth": 100,
    ]
}
