import Meetings

/// The names of States, word by word: finds where one begins or ends in running text.
struct StateNames: Sendable {
    private let names: Set<String>
    private let firstWords: Set<Substring>
    private let lastWords: Set<Substring>
    private let longest: Int

    init(_ table: StateTable) {
        var names: Set<String> = []
        for state in table.states {
            for name in [state.name, state.formalName] + state.otherNames { names.insert(Latin.key(name)) }
        }
        names.remove("")
        self.names = names
        let words = names.map { $0.split(separator: " ") }
        firstWords = Set(words.compactMap(\.first))
        lastWords = Set(words.compactMap(\.last))
        longest = words.map(\.count).max() ?? 0
    }

    /// True when the text, an article aside, is the name of a State.
    func contains(_ text: some StringProtocol) -> Bool {
        let key = Latin.key(text)
        return names.contains(key) || key.hasPrefix("the ") && names.contains(String(key.dropFirst(4)))
    }

    /// Where the longest name that begins at a word ends (past its last word); nil when none begins there.
    func end(in phrase: Phrase, from start: Int, limit: Int? = nil) -> Int? {
        let limit = min(limit ?? phrase.count, phrase.count)
        guard start < limit, phrase.words[start].shape != .lower,
            let first = Latin.key(phrase.text(start)).split(separator: " ").first, firstWords.contains(first)
        else { return nil }
        var end = start + 1
        while end < limit, end - start < longest, phrase.words[end - 1].marks.isDisjoint(with: .pause) { end += 1 }
        while end > start {
            if names.contains(key(phrase, start..<end)) { return end }
            end -= 1
        }
        return nil
    }

    /// Where the longest name that ends before a word begins; nil when none ends there.
    func start(in phrase: Phrase, endingAt end: Int, notBefore limit: Int) -> Int? {
        guard end > limit, let last = Latin.key(possessor(phrase, end - 1)).split(separator: " ").last else {
            return nil
        }
        guard lastWords.contains(last) else { return nil }
        var start = end - 1
        while start > limit, end - start < longest, phrase.words[start - 1].marks.isDisjoint(with: .pause) {
            start -= 1
        }
        while start < end {
            if phrase.words[start].shape != .lower, names.contains(key(phrase, start..<end)) { return start }
            start += 1
        }
        return nil
    }

    private func key(_ phrase: Phrase, _ range: Range<Int>) -> String {
        let head = range.dropLast().map { phrase.text($0) }
        return Latin.key((head + [possessor(phrase, range.upperBound - 1)]).joined(separator: " "))
    }

    /// The word without the possessive it ends in: `Greece’s`, `Philippines’`.
    private func possessor(_ phrase: Phrase, _ index: Int) -> String {
        Possessive.owner(phrase.text(index)) ?? phrase.text(index)
    }
}

/// `Greece’s`, `United Arab Emirates’`
enum Possessive {
    /// The name without its possessive ending; nil when it has none.
    static func owner(_ text: String) -> String? {
        for ending in ["’s", "'s"] where text.hasSuffix(ending) { return String(text.dropLast(2)) }
        for ending in ["s’", "s'"] where text.hasSuffix(ending) { return String(text.dropLast()) }
        return nil
    }
}
