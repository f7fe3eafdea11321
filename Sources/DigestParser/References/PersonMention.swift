/// "the representative of Ukraine", "Ukraine’s delegate", "Special Representative Bangura", "Nadia Murad".
struct PersonMention {
    var target: String
    var range: Range<Int>

    // MARK: By name

    /// A speaker's name, or a title and surname, whose name stands at `index`; nil where two could be meant.
    static func named(_ text: InlineText, at index: Int, people: PeopleIndex) -> PersonMention? {
        guard let first = text.word(at: index) else { return nil }
        var best: (target: String, end: Int)?
        var isShared = false
        var titleStart: Int??
        for (person, place) in people.people(withWord: text.lower(stem(text, first))) {
            let speaker = people.people[person]
            guard let match = NameMatch(speaker.words, from: place, in: text, at: index), !nameGoesOn(text, match.end)
            else {
                continue
            }
            if match.needsTitle {
                if titleStart == nil { titleStart = .some(title(text, before: index)) }
                guard case .some(.some) = titleStart else { continue }
            }
            if match.end > best?.end ?? 0 {
                best = (speaker.statement, match.end)
                isShared = false
            } else if match.end == best?.end, speaker.statement != best?.target {
                isShared = true
            }
        }
        guard let best, !isShared else { return nil }
        return PersonMention(target: best.target, range: (titleStart.flatMap { $0 } ?? index)..<best.end)
    }

    /// The word without a possessive ending.
    private static func stem(_ text: InlineText, _ word: Range<Int>) -> Range<Int> {
        for ending in endings where Typography.has(ending, in: text.bytes, at: word.upperBound - ending.count) {
            return word.lowerBound..<max(word.lowerBound, word.upperBound - ending.count)
        }
        if word.count > 2, text.bytes[word.upperBound - 2] == Ascii.apostrophe {
            return word.lowerBound..<word.upperBound - 2
        }
        return word
    }

    private static let endings = [Typography.possessive, Typography.apostrophe]

    /// A capital behind the name: another, longer one.
    private static func nameGoesOn(_ text: InlineText, _ end: Int) -> Bool {
        if text.byte(end) == Ascii.hyphen { return true }
        let next = text.skippingSpaces(from: end)
        return next > end && next - end <= 2 && text.byte(next).map(Ascii.isUpper) == true
    }

    /// Where the title before a surname begins: `Mr.`, `Ambassador`, `Special Representative`.
    private static func title(_ text: InlineText, before index: Int) -> Int? {
        guard let word = text.previousWord(before: index), isTitle(text, word) else { return nil }
        var start = word.lowerBound
        for _ in 0..<3 {
            guard let before = text.previousWord(before: start), text.skippingSpaces(from: before.upperBound) == start,
                isTitle(text, before) || ranks.contains(before, of: text)
            else { break }
            start = before.lowerBound
        }
        return start
    }

    private static func isTitle(_ text: InlineText, _ word: Range<Int>) -> Bool {
        guard let first = text.byte(word.lowerBound), Ascii.isUpper(first) else { return false }
        return titles.contains(word, of: text)
    }

    private static let titles: WordList = [
        "mr.", "ms.", "mrs.", "miss", "dr.", "mr", "ms", "mrs", "dr", "sir", "dame", "lord", "lady", "prince",
        "princess",
        "king", "queen", "sheikh", "monsignor", "archbishop", "cardinal", "bishop", "ambassador", "president",
        "minister",
        "chancellor", "premier", "secretary", "secretary-general", "under-secretary-general", "under‑secretary‑general",
        "secretary‑general", "representative", "envoy", "adviser", "advisor", "rapporteur", "coordinator",
        "commissioner",
        "director", "director-general", "prosecutor", "judge", "justice", "general", "admiral", "colonel", "professor",
        "chair", "chairman", "chairwoman", "chairperson", "facilitator", "observer", "senator", "speaker", "chief",
    ]

    /// Words that stand before a title as part of it.
    private static let ranks: WordList = [
        "special", "deputy", "assistant", "under", "vice", "prime", "foreign", "high", "executive", "personal",
        "permanent",
        "humanitarian", "resident", "force", "major", "lieutenant", "brigadier", "chief", "crown", "joint", "former",
        "acting",
    ]

    // MARK: By delegation

    /// `representative of X`, `delegates of X and Y`, `speaker for X`, `X’s representative`, `the X delegate`:
    /// the mentions whose word for a delegate stands at `noun`, and where reading goes on.
    static func delegates(_ text: InlineText, noun: Int, people: inout PeopleIndex) -> (
        mentions: [PersonMention], end: Int
    )? {
        guard let end = nouns.end(in: text, at: noun) else {
            return headOfDelegation(text, noun: noun, people: &people)
        }
        let isPlural = Ascii.lowered(text.bytes[end - 1]) == UInt8(ascii: "s")
        let next = text.skippingSpaces(from: end)
        // A Special Representative of somebody is a person, not a delegation.
        if let rank = text.previousWord(before: noun),
            text.end(ofWord: ["special", "personal"], at: rank.lowerBound) != nil
        {
            return nil
        }
        if let of = text.end(ofWord: ["of", "for", "from"], at: next), !isVisitor(text, noun, of),
            let listed = listed(
                text, from: text.skippingSpaces(from: of), noun: noun, isPlural: isPlural, people: &people)
        {
            return listed
        }
        guard !isPlural, let owner = owner(text, before: noun, people: &people) else { return nil }
        let range = owner.start..<end
        return ([PersonMention(target: owner.target, range: range)], end)
    }

    /// `the Head of the European Union delegation`
    private static func headOfDelegation(_ text: InlineText, noun: Int, people: inout PeopleIndex) -> (
        mentions: [PersonMention], end: Int
    )? {
        guard let end = text.end(ofWord: ["delegation"], at: noun),
            let owner = owner(text, before: noun, people: &people),
            let of = text.previousWord(before: owner.start), text.end(of: "of", at: of.lowerBound) == of.upperBound,
            let head = text.previousWord(before: of.lowerBound),
            text.end(of: "head", at: head.lowerBound) == head.upperBound
        else { return nil }
        return ([PersonMention(target: owner.target, range: article(text, head.lowerBound)..<end)], end)
    }

    /// `international observers from Italy` came to look, and speak for nobody.
    private static func isVisitor(_ text: InlineText, _ noun: Int, _ from: Int) -> Bool {
        observers.end(in: text, at: noun) != nil && text.matches("from", at: from - 4)
    }

    private static func listed(
        _ text: InlineText, from start: Int, noun: Int, isPlural: Bool, people: inout PeopleIndex
    ) -> (mentions: [PersonMention], end: Int)? {
        var mentions: [PersonMention] = []
        var place = start
        var end = start
        for _ in 0..<200 {
            place = text.end(ofWord: ["the"], at: place).map(text.skippingSpaces(from:)) ?? place
            if let found = delegation(text, at: place, people: &people) {
                end = found.end
                guard isPlural else {
                    return ([PersonMention(target: found.target, range: article(text, noun)..<end)], end)
                }
                mentions.append(PersonMention(target: found.target, range: place..<end))
            } else if isPlural, let stranger = stranger(text, at: place) {
                end = stranger
            } else {
                break
            }
            guard let next = nextOfList(text, after: end) else { break }
            place = next
        }
        return mentions.isEmpty ? nil : (mentions, end)
    }

    /// Past the comma and the "and" behind a name of a list, and past what stands in brackets: `Denmark (on behalf of …), Fiji`.
    private static func nextOfList(_ text: InlineText, after end: Int) -> Int? {
        var next = text.skippingSpaces(from: end)
        if text.byte(next) == Ascii.openParenthesis {
            guard
                let close = text.bytes[next...].prefix(600).firstIndex(of: Ascii.closeParenthesis)
            else { return nil }
            next = close + 1
        }
        if text.byte(next) == Ascii.comma { next += 1 }
        next = text.skippingSpaces(from: next)
        if let and = text.end(ofWord: ["and"], at: next) { next = text.skippingSpaces(from: and) }
        return next > end ? next : nil
    }

    /// A name of a list who has no statement here, up to its comma or "and".
    private static func stranger(_ text: InlineText, at index: Int) -> Int? {
        var end: Int?
        var place = index
        for _ in 0..<9 {
            guard let word = text.word(at: place) else { break }
            let isName = !Ascii.isLower(text.bytes[word.lowerBound])
            guard isName || end != nil && joints.contains(word, of: text), !text.matches("and ", at: place) else {
                break
            }
            if isName { end = word.upperBound }
            place = text.skippingSpaces(from: word.upperBound)
            if place == word.upperBound { break }
        }
        return end
    }

    /// Where the words for the role begin: `the Permanent Observer`, `the Deputy Permanent Representative`.
    private static func article(_ text: InlineText, _ noun: Int) -> Int {
        var noun = noun
        for _ in 0..<2 {
            guard let word = text.previousWord(before: noun), text.skippingSpaces(from: word.upperBound) == noun,
                roleRanks.contains(word, of: text)
            else { break }
            noun = word.lowerBound
        }
        guard let word = text.previousWord(before: noun), text.end(of: "the", at: word.lowerBound) == word.upperBound
        else {
            return noun
        }
        return word.lowerBound
    }

    /// The delegation whose name stands at `index`: of all runs of words that may be one, the longest that is.
    private static func delegation(_ text: InlineText, at index: Int, people: inout PeopleIndex) -> (
        target: String, end: Int
    )? {
        guard let first = text.byte(index), Ascii.isUpper(first) || first >= 0xC3 else { return nil }
        var ends: [Int] = []
        var place = index
        while ends.count < 9, let word = text.word(at: place) {
            let isName = !Ascii.isLower(text.bytes[word.lowerBound])
            guard isName || joints.contains(word, of: text) else { break }
            ends.append(word.upperBound)
            place = text.skippingSpaces(from: word.upperBound)
            if place == word.upperBound { break }
        }
        for end in ends.reversed() {
            let plain = stem(text, index..<end).upperBound
            if let target = people.statement(ofDelegation: text.string(index..<plain)) { return (target, plain) }
        }
        return nil
    }

    /// Small words inside the names of States.
    private static let joints: WordList = ["of", "and", "the", "for", "in"]

    /// `Ukraine’s` before the noun, or `the Ukraine`.
    private static func owner(_ text: InlineText, before noun: Int, people: inout PeopleIndex) -> (
        target: String, start: Int
    )? {
        var end = text.skippingSpaces(before: noun)
        var isPossessive = true
        if Typography.has(Typography.possessive, in: text.bytes, at: end - 4) {
            end -= 4
        } else if end > 2, text.bytes[end - 2] == Ascii.apostrophe {
            end -= 2
        } else if Typography.has(Typography.apostrophe, in: text.bytes, at: end - 3) {
            end -= 3
        } else {
            isPossessive = false
        }
        var found: (target: String, start: Int)?
        var start = end
        for _ in 0..<8 {
            guard let word = text.previousWord(before: start),
                word.upperBound == end || text.skippingSpaces(from: word.upperBound) == start
            else { break }
            start = word.lowerBound
            let isArticle = text.end(of: "the", at: start) == word.upperBound
            if isArticle, !isPossessive { return found.map { ($0.target, start) } }
            if let target = people.statement(ofDelegation: text.string(start..<end)) { found = (target, start) }
        }
        return isPossessive ? found : nil
    }

    private static let roleRanks: WordList = ["permanent", "deputy", "acting", "alternate"]
    private static let observers: WordList = ["observers"]
    private static let nouns: WordList = [
        "representatives", "representative", "delegates", "delegate", "speakers", "speaker", "observers", "observer",
    ]
}
