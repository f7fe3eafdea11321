import Meetings

/// The names of States, word by word: finds where one begins or ends in running text.
struct StateNames: Sendable {
    private let names: Set<KeyHash>
    private let firstWords: Set<KeyHash>
    private let lastWords: Set<KeyHash>
    private let longest: Int

    init(_ table: StateTable) {
        var names: Set<String> = []
        for state in table.states {
            for name in [state.name, state.formalName] + state.otherNames { names.insert(Latin.key(name)) }
        }
        names.remove("")
        self.names = Set(names.map { KeyHash($0) })
        let words = names.map { $0.split(separator: " ") }
        firstWords = Set(words.compactMap(\.first).map { KeyHash($0) })
        lastWords = Set(words.compactMap(\.last).map { KeyHash($0) })
        longest = words.map(\.count).max() ?? 0
    }

    /// True when the text, an article aside, is the name of a State.
    func contains(_ text: some StringProtocol) -> Bool {
        if names.contains(KeyHash(text)) { return true }
        let key = Latin.key(text)
        return ByteSearch.hasPrefix(key, "the ") && names.contains(KeyHash(key.dropFirst(4)))
    }

    /// Where the longest name that begins at a word ends (past its last word); nil when none begins there.
    func end(in phrase: Phrase, from start: Int, limit: Int? = nil) -> Int? {
        let limit = min(limit ?? phrase.count, phrase.count)
        guard start < limit, phrase.words[start].shape != .lower, firstWords.contains(phrase.firstKey(start)) else {
            return nil
        }
        var found: Int?
        var key = KeyHash()
        var end = start
        repeat {
            if names.contains(phrase.key(key, endingIn: end)) { found = end + 1 }
            key = phrase.key(key, goingOnWith: end)
            end += 1
        } while end < limit && end - start < longest && phrase.words[end - 1].marks.isDisjoint(with: .pause)
        return found
    }

    /// Where the longest name that ends before a word begins; nil when none ends there.
    func start(in phrase: Phrase, endingAt end: Int, notBefore limit: Int) -> Int? {
        guard end > limit, lastWords.contains(phrase.lastKey(end - 1)) else { return nil }
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

    private func key(_ phrase: Phrase, _ range: Range<Int>) -> KeyHash {
        let head = range.dropLast().reduce(KeyHash()) { phrase.key($0, goingOnWith: $1) }
        return phrase.key(head, endingIn: range.upperBound - 1)
    }
}

/// Words of a phrase as parts of a name's key.
extension Phrase {
    fileprivate func key(_ key: KeyHash, goingOnWith index: Int) -> KeyHash {
        withWord(index) { word in
            var key = key
            key.append(word)
            key.part()
            return key
        }
    }

    /// Without the possessive that the last word ends in: `Greece’s`, `Philippines’`.
    fileprivate func key(_ key: KeyHash, endingIn index: Int) -> KeyHash {
        withWord(index) { word in
            var key = key
            key.append(Possessive.owner(word))
            return key
        }
    }

    fileprivate func firstKey(_ index: Int) -> KeyHash { withWord(index, KeyHash.firstPart) }

    /// Without a possessive.
    fileprivate func lastKey(_ index: Int) -> KeyHash {
        withWord(index) { KeyHash.lastPart(of: Possessive.owner($0)) }
    }
}

/// `Greece’s`, `United Arab Emirates’`
enum Possessive {
    /// The name without its possessive ending; nil when it has none.
    static func owner(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            let name = owner(bytes)
            return name.count < bytes.count ? String(decoding: name, as: UTF8.self) : nil
        }
    }

    /// The name without its possessive ending; all of it where it has none.
    static func owner(_ name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        for (ending, length) in endings where name.count >= ending.utf8CodeUnitCount {
            let tail = name.suffix(ending.utf8CodeUnitCount)
            if ending.withUTF8Buffer({ tail.elementsEqual($0) }) {
                return UnsafeBufferPointer(rebasing: name.dropLast(length))
            }
        }
        return name
    }

    /// With how many bytes of them are no part of the name.
    private static let endings: [(StaticString, Int)] = [("’s", 4), ("'s", 2), ("s’", 3), ("s'", 1)]
}
