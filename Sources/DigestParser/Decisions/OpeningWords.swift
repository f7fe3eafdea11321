/// The words a paragraph of a decision opens with, which the official text prints in italics
/// (genre: a participle or adjective in the preamble, a present-tense verb in the operative part).
///
/// Read by how such openings are built – adverb, verb, and the few words that go with it – not from a list of verbs.
enum OpeningWords {
    /// The opening of a paragraph, as printed: `Recalling`, `Expressing deep concern`, `Takes note with appreciation`.
    static func read(_ text: String) -> String {
        let text = head(of: text)
        let words = words(of: text)
        guard !words.isEmpty else { return "" }
        var count = leadLength(words)
        guard count < words.count, count == 0 || !words[count - 1].stops else { return join(words.prefix(count), text) }
        count += 1
        while let more = tailLength(words, after: count), !words[count - 1].stops { count += more }
        return join(words.prefix(count), text)
    }

    /// True for a present-tense verb (`Decides`, `Also calls upon`), false for participles and adjectives (`Conscious of`).
    static func isOperative(_ text: String) -> Bool {
        let words = words(of: head(of: text))
        let lead = leadLength(words)
        guard lead < words.count else { return false }
        let verb = words[lead].plain
        return verb.hasSuffix("s") && !verb.hasSuffix("ous") && !verb.hasSuffix("ss") && verb.count > 3
            && words.count > lead + 1
    }

    private static func head(of text: String) -> InlineText {
        var text = text
        return InlineText(bytes: text.withUTF8 { Array(UnsafeBufferPointer(rebasing: $0.prefix(160))) })
    }

    private struct Word {
        /// In the text.
        var range: Range<Int>
        var plain: LowercaseWord
        var isCapitalised: Bool
        /// A comma or colon follows: the opening ends here.
        var stops: Bool
    }

    /// The first words of a text; an opening has eight at most.
    private static func words(of text: InlineText) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(8)
        var start = text.skippingSpaces(from: 0)
        while start < text.count, words.count < 8 {
            var end = start
            while end < text.count, Typography.spaceWidth(text.bytes, at: end) == nil { end += 1 }
            var last = end
            while last > start, text.bytes[last - 1] < 0x80, !Ascii.isLetter(text.bytes[last - 1]) { last -= 1 }
            words.append(
                Word(
                    range: start..<last, plain: text.lower(start..<last),
                    isCapitalised: last > start && isCapital(text, start), stops: last < end))
            start = text.skippingSpaces(from: end)
        }
        return words
    }

    private static func isCapital(_ text: InlineText, _ index: Int) -> Bool {
        text.bytes.withUnsafeBufferPointer { Latin.isUpper(Latin.scalar(in: $0, at: index).scalar) }
    }

    /// `Also`, `Further`, `Once again`, `Strongly`: what may stand before the verb.
    private static func leadLength(_ words: [Word]) -> Int {
        var count = 0
        while count < words.count, count < 3 {
            let word = words[count].plain
            if word == "once", count + 1 < words.count, ["again", "more"].contains(words[count + 1].plain) {
                count += 2
            } else if ["also", "further", "furthermore", "again"].contains(word) || word.hasSuffix("ly") {
                count += 1
            } else {
                break
            }
        }
        return count
    }

    /// How many of the words after the first `count` still belong to the opening; nil when none does.
    private static func tailLength(_ words: [Word], after count: Int) -> Int? {
        guard count < words.count else { return nil }
        let verb = words[count - 1].plain
        let next = words[count].plain
        switch (verb, next) {
        case (_, "also"), (_, "further"), (_, "again"): return isBesideVerb(words, count) ? 1 : nil
        case (_, "once") where count + 1 < words.count && ["again", "more"].contains(words[count + 1].plain): return 2
        case ("calls", "upon"), ("calls", "on"), ("calling", "upon"), ("calling", "on"), ("calls", "for"): return 1
        case ("taking", "note"), ("takes", "note"), ("note", "of"), ("mindful", "of"), ("conscious", "of"): return 1
        case ("aware", "of"), ("cognizant", "of"), ("guided", "by"), ("looks", "forward"), ("looking", "forward"):
            return 1
        case ("pays", "tribute"), ("paying", "tribute"), ("having", _): return 1
        case ("bearing", "in"), ("keeping", "in"), ("taking", "into"), ("takes", "into"): return 2
        case (_, "with"): return sentimentLength(words, from: count + 1).map { $0 + 1 }
        case ("expressing", _), ("expresses", _): return sentimentLength(words, from: count)
        case ("reiterating", _), ("reiterates", _):
            return sentimentLength(words, from: count).flatMap { words[count + $0 - 1].plain == "concern" ? $0 : nil }
        default: return nil
        }
    }

    /// `Recalls further that`, not `Welcomes further briefings`: the adverb is the verb's where no noun follows it.
    private static func isBesideVerb(_ words: [Word], _ adverb: Int) -> Bool {
        guard !words[adverb].stops, adverb + 1 < words.count else { return true }
        let next = words[adverb + 1]
        return determiners.contains(next.plain) || next.isCapitalised
    }

    /// `deep concern`, `its appreciation`, `grave and continuing concern`: what a body expresses, or notes with.
    private static func sentimentLength(_ words: [Word], from start: Int) -> Int? {
        var index = start
        while index < words.count, index < start + 4 {
            if sentiments.contains(words[index].plain) { return index - start + 1 }
            guard !words[index].stops, qualifiers.contains(words[index].plain) else { return nil }
            index += 1
        }
        return nil
    }

    private static func join(_ words: some Sequence<Word>, _ text: InlineText) -> String {
        words.map { text.string($0.range) }.joined(separator: " ")
    }

    private static let determiners: WordTable = [
        "that", "the", "its", "their", "his", "her", "a", "an", "all", "any", "each", "every", "both", "this", "these",
        "those",
        "to", "in", "on", "of", "with", "upon", "by", "whether", "how", "and", "relevant",
    ]
    private static let sentiments: WordTable = [
        "alarm", "appreciation", "approval", "belief", "commitment", "concern", "condemnation", "condolences",
        "confidence", "conviction", "determination", "dismay", "disappointment", "gratitude", "hope", "indignation",
        "intention", "interest", "outrage", "readiness", "regret", "satisfaction", "solidarity", "support", "sympathy",
        "thanks", "willingness",
    ]
    private static let qualifiers: WordTable = [
        "its", "their", "deep", "deepest", "grave", "gravest", "great", "serious", "strong", "profound", "particular",
        "continued", "continuing", "growing", "increasing", "utmost", "sincere", "warm", "firm", "full", "and", "the",
        "extreme", "special", "keen", "renewed",
    ]
}
