/// Words to look for at a place in a text, whatever the case of their ASCII letters: two bytes say "no" for almost every place.
struct WordList: ExpressibleByArrayLiteral {
    private let words: [StaticString]
    /// A bit for each letter a word opens with.
    private let openings: UInt32
    /// A bit for each letter that stands second.
    private let seconds: UInt32

    init(arrayLiteral elements: StaticString...) {
        words = elements
        openings = words.reduce(0) { openings, word in openings | word.withUTF8Buffer { Self.bit($0.first ?? 0) } }
        seconds = words.reduce(0) { seconds, word in
            // Any white space stands for a space, and anything behind a single letter.
            seconds | word.withUTF8Buffer { $0.count > 1 && $0[1] != Ascii.space ? Self.bit($0[1]) : .max }
        }
    }

    /// Where the first word of the list ends that stands whole at `index`; nil where none does.
    func end(in text: InlineText, at index: Int) -> Int? {
        guard mayStand(in: text, at: index) else { return nil }
        for word in words {
            if let end = text.end(of: word, at: index), text.isWordEnd(end) { return end }
        }
        return nil
    }

    /// True when the word at `range` is one of the list, to its last byte.
    func contains(_ range: Range<Int>, of text: InlineText) -> Bool {
        guard mayStand(in: text, at: range.lowerBound) else { return false }
        return words.contains { text.end(of: $0, at: range.lowerBound) == range.upperBound }
    }

    private func mayStand(in text: InlineText, at index: Int) -> Bool {
        guard index >= 0, index < text.count, openings & Self.bit(text.bytes[index]) != 0 else { return false }
        return index + 1 == text.count || seconds & Self.bit(text.bytes[index + 1]) != 0
    }

    private static func bit(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 0x1F) }
}
