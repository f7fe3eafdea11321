/// How the words at a place in a text agree with a speaker's name.
struct NameMatch {
    /// Where the agreeing words end.
    let end: Int
    /// What agrees is a surname, or one word alone: it means its bearer only behind a title.
    let needsTitle: Bool

    /// - Parameters:
    ///   - name: the words of the name.
    ///   - place: the place in the name of the word that stands at `index`.
    /// - Returns: nil where the words are no way to name that person: a first name alone, an initial.
    init?(_ name: [[UInt8]], from place: Int, in text: InlineText, at index: Int) {
        guard var end = Self.end(of: name[place], in: text, at: index) else { return nil }
        var count = 1
        while place + count < name.count, let next = Self.end(of: name[place + count], in: text, after: end) {
            end = next
            count += 1
        }
        // The middle may be left out: first and last word alone.
        if place == 0, count == 1, name.count > 2, let last = Self.end(of: name[name.count - 1], in: text, after: end) {
            end = last
            count = 2
        }
        self.end = end
        if place > 0 {
            guard name[place].count > 2 else { return nil }
            needsTitle = true
        } else if count > 1 {
            guard name[count - 1].last != Ascii.period || count == name.count else { return nil }
            needsTitle = false
        } else {
            // A monarch; or a family name that stands first (Ban Ki-moon, by the hyphen of the given one).
            guard
                name.count == 1
                    || (name.count == 2 && name[1].contains(Ascii.hyphen) && !name[0].contains(Ascii.hyphen))
            else {
                return nil
            }
            needsTitle = true
        }
    }

    private static func end(of word: [UInt8], in text: InlineText, after end: Int) -> Int? {
        let next = text.skippingSpaces(from: end)
        return next > end ? self.end(of: word, in: text, at: next) : nil
    }

    /// Where the word ends when it stands whole at `index`.
    private static func end(of word: [UInt8], in text: InlineText, at index: Int) -> Int? {
        let end = index + word.count
        return Typography.has(word, in: text.bytes, at: index) && text.isWordEnd(end) ? end : nil
    }
}
