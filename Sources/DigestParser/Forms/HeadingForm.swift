/// A section heading: a short line alone that is no sentence. A form, never a list of words (genre, 5).
enum HeadingForm {
    private static let longest = 160
    private static let longestInCapitals = 320

    static func matches(_ passage: Passage) -> Bool {
        let length = passage.utf8.count
        guard length > 1, length <= longestInCapitals, passage.lines.count <= 2, let last = passage.utf8.last else {
            return false
        }
        switch last {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: ","): return false
        default: break
        }
        let phrase = Phrase(passage.text)
        guard let first = phrase.words.first, ![.lower, .mark, .caseless].contains(first.shape) else { return false }
        if isInCapitals(phrase) { return true }
        guard length <= longest, !endsSentence(phrase), !isListed(phrase) else { return false }
        return isTitleCase(phrase) || phrase.count <= 7 && !first.isQuoted && !holdsVerb(phrase)
    }

    private static func isInCapitals(_ phrase: Phrase) -> Bool {
        var letters = 0
        for word in phrase.words {
            switch word.shape {
            case .upper, .initial: letters += 1
            case .capital, .lower: return false
            case .number, .mark, .caseless: break
            }
        }
        return letters > 0 && phrase.words.contains { $0.shape == .upper && $0.range.count > 2 }
    }

    private static func endsSentence(_ phrase: Phrase) -> Bool {
        guard let last = phrase.words.last else { return true }
        if last.has(.stop) { return true }
        return last.has(.colon) && phrase.count > 6
    }

    /// An entry of a list, or the words that lead to one: `Well Trust (India); and`, `It postponed the following:`.
    private static func isListed(_ phrase: Phrase) -> Bool {
        guard let last = phrase.words.indices.last, last > 0 else { return false }
        if phrase.word(last, is: "and") || phrase.word(last, is: "or") { return phrase.words[last - 1].has(.semicolon) }
        return phrase.words[last].has(.colon)
            && phrase.words.indices.contains { phrase.words[$0].shape == .lower && phrase.lower($0).hasSuffix("ed") }
    }

    /// Words of four letters and more begin with a capital.
    private static func isTitleCase(_ phrase: Phrase) -> Bool {
        var capitals = 0
        var small = 0
        for word in phrase.words {
            switch word.shape {
            case .upper, .initial, .capital: capitals += 1
            case .lower where word.range.count > 4: small += 1
            default: break
            }
        }
        return capitals > small * 3 && phrase.count <= 24
    }

    private static func holdsVerb(_ phrase: Phrase) -> Bool {
        phrase.words.indices.contains { index in
            phrase.words[index].shape == .lower
                && (phrase.word(index, isIn: Vocabulary.tellingVerbs)
                    || phrase.word(index, isIn: Vocabulary.irregularVerbs))
        }
    }
}
