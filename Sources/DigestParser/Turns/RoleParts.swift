/// The comma-parted pieces of a role, up to the verb or aside that ends it:
/// `Minister of State, | Department for International Development, | United Kingdom, | said …`
struct RoleParts {
    var segments: [Range<Int>] = []
    /// The word after the role.
    var end: Int

    /// Words of the longest roles, several times over.
    private static let longest = 120

    static func read(_ phrase: Phrase, from start: Int, isAfterDelegation: Bool) -> RoleParts {
        var parts = RoleParts(end: start)
        let limit = phrase.sentenceEnd(from: start, within: longest)
        var index = start
        while index < limit, parts.segments.count < 8 {
            let opensRole = phrase.words[index].shape != .lower || !(isAfterDelegation || isBoundary(phrase, index))
            guard opensRole, !phrase.words[index].isQuoted else { break }
            if phrase.words[index].shape == .mark || phrase.words[index].has(.opensQuote) { break }
            let (end, isLast) = segmentEnd(phrase, from: index, limit: limit)
            guard end > index else { break }
            parts.segments.append(index..<end)
            index = end
            if isLast { break }
        }
        parts.end = index
        if let merged = merge(parts, phrase) { return merged }
        return parts
    }

    /// A segment runs to its comma; a comma forgotten, to its verb.
    private static func segmentEnd(_ phrase: Phrase, from start: Int, limit: Int) -> (end: Int, isLast: Bool) {
        var index = start
        while index < limit {
            let word = phrase.words[index]
            if index > start, word.shape == .lower, word.depth == 0, isVerb(phrase, index) { return (index, true) }
            if word.depth == 0 || word.has(.closesParenthesis) {
                if word.has(.comma) { return (index + 1, false) }
                if !word.marks.isDisjoint(with: [.colon, .semicolon, .stop, .dash]) { return (index + 1, true) }
            }
            index += 1
        }
        return (limit, true)
    }

    /// Commas inside one office belong to it: `Special Rapporteur on trafficking in persons, especially in women and
    /// children`, `Secretary of State for Foreign, Commonwealth and Development Affairs`.
    private static func merge(_ parts: RoleParts, _ phrase: Phrase) -> RoleParts? {
        var merged: [Range<Int>] = []
        for segment in parts.segments {
            if let last = merged.last, phrase.words[segment.lowerBound].shape == .lower || endsOpen(phrase, last) {
                merged[merged.count - 1] = last.lowerBound..<segment.upperBound
            } else {
                merged.append(segment)
            }
        }
        return merged.count == parts.segments.count ? nil : RoleParts(segments: merged, end: parts.end)
    }

    /// `Minister for Foreign` waits for its noun.
    private static func endsOpen(_ phrase: Phrase, _ segment: Range<Int>) -> Bool {
        guard segment.count >= 2 else { return false }
        let last = phrase.lower(segment.upperBound - 1)
        return last == "foreign" || last == "european" || last == "international" || last == "federal"
    }

    /// A word in small letters that ends a role: a participle, a verb, an aside.
    static func isBoundary(_ phrase: Phrase, _ index: Int) -> Bool {
        let word = phrase.lower(index)
        if ["acting", "retired", "united", "especially", "particularly", "including", "notably"].contains(word) {
            return false
        }
        if word.hasSuffix("ing") && word.count > 4 || word.hasSuffix("ly") && word.count > 4 { return true }
        if isVerb(phrase, index) || Vocabulary.asides.contains(word) { return true }
        switch word {
        case "in", "for":
            return ["his", "her", "its", "their", "a", "explanation", "exercise", "right", "response", "reply", "turn"]
                .contains(index + 1 < phrase.count ? phrase.lower(index + 1) : .empty)
        case "on": return phrase.word(index + 1, is: "behalf") || phrase.word(index + 1, is: "a")
        case "and":
            return index + 1 < phrase.count && phrase.words[index + 1].shape == .lower && isBoundary(phrase, index + 1)
        default: return false
        }
    }

    /// `Chair of the Committee established pursuant to resolution 1267 (1999)`
    private static func isEstablished(_ phrase: Phrase, _ index: Int) -> Bool {
        phrase.word(index, is: "established") && index + 1 < phrase.count
            && ["pursuant", "by", "under", "in"].contains(phrase.lower(index + 1))
    }

    private static func isVerb(_ phrase: Phrase, _ index: Int) -> Bool {
        let word = phrase.lower(index)
        return word.hasSuffix("ed") && word.count > 4 && word != "united" && word != "retired"
            && word != "displaced"
            && word != "armed" && !isEstablished(phrase, index) && word != "related" && word != "appointed"
            && word != "affected" && word != "occupied"
            || Vocabulary.irregularVerbs.contains(word)
    }
}
