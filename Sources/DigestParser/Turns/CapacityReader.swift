import Meetings

/// For whom else a turn is given, whose words it joins, and on what occasion, from how it opens.
struct CapacityReader {
    let phrase: Phrase
    let names: StateNames

    struct Capacities: Equatable {
        var onBehalfOf: [String] = []
        var alignedWith: [String] = []
        var occasion: Statement.Occasion?
    }

    func read(from start: Int) -> Capacities {
        var capacities = Capacities()
        let end = phrase.sentenceEnd(from: start)
        var index = 0
        while index < end {
            if !phrase.word(index, isIn: Self.openings) {
                index += 1
            } else if let object = alignment(at: index, limit: end) {
                capacities.alignedWith += parties(in: object)
                index = object.upperBound
            } else if let object = behalf(at: index, after: start, limit: end) {
                capacities.onBehalfOf += list(object)
                index = object.upperBound
            } else {
                index += 1
            }
        }
        capacities.occasion = occasion(0..<end)
        return capacities
    }

    /// What alignment and behalf are read at.
    private static let openings: WordTable = [
        "associating", "aligning", "associated", "aligned", "associates", "aligns", "behalf", "for",
    ]

    // MARK: Alignment

    /// The object of `associating himself with …`, `aligned her delegation with …`.
    private func alignment(at index: Int, limit: Int) -> Range<Int>? {
        guard phrase.word(index, isIn: Self.aligning) else { return nil }
        var next = index + 1
        // `aligning with the Group`: the participle needs no object where it stands apart.
        var isOwn = phrase.word(next, is: "with") && index > 0 && phrase.words[index - 1].has(.comma)
        while next < limit, next - index < 5, !phrase.word(next, is: "with") {
            let word = phrase.lower(next)
            isOwn =
                isOwn || word.hasSuffix("self") || word.hasSuffix("selves")
                || ["his", "her", "its", "their"].contains(word)
            next += 1
        }
        guard isOwn, phrase.word(next, is: "with") else { return nil }
        return next + 1..<objectEnd(from: next + 1, limit: limit)
    }

    private static let aligning: WordTable = [
        "associating", "aligning", "associated", "aligned", "associates", "aligns",
    ]

    /// Those whose words are joined: behind `the statement to be delivered by …`, its own list otherwise.
    private func parties(in object: Range<Int>) -> [String] {
        var start = object.lowerBound
        let statements: [StaticString] = [
            "statement", "statements", "remarks", "position", "positions", "intervention", "comments", "views",
        ]
        if let noun = object.first(where: { statements.contains(phrase.lower($0)) }) {
            if noun > start, let owner = Possessive.owner(phrase.text(start..<noun)) { return [Self.bare(owner)] }
            let by =
                (noun..<object.upperBound).last { phrase.word($0 - 1, is: "behalf") && phrase.word($0, is: "of") }
                ?? (noun..<object.upperBound).first { ["by", "of", "from", "for"].contains(phrase.lower($0)) }
            guard let by else { return [] }
            start = by + 1
        }
        return list(start..<object.upperBound)
    }

    // MARK: Behalf

    /// The object of `on behalf of …`, `speaking for …`.
    private func behalf(at index: Int, after start: Int, limit: Int) -> Range<Int>? {
        if phrase.word(index, is: "behalf"), phrase.word(index - 1, is: "on"), phrase.word(index + 1, is: "of") {
            guard isSpeaking(before: index - 1, after: start) else { return nil }
            let object = index + 2..<objectEnd(from: index + 2, limit: limit)
            return isNamed(object) ? object : nil
        }
        guard phrase.word(index, is: "for"), isSpeakingFor(index) else { return nil }
        let object = index + 1..<objectEnd(from: index + 1, limit: limit)
        return isNamed(object) ? object : nil
    }

    /// `speaking`, `also`, `and` and the like stand before the words; nothing of the speech does.
    private func isSpeaking(before index: Int, after start: Int) -> Bool {
        let before = phrase.lower(max(0, index - 1))
        if ["speaking", "spoke", "also", "again", "and", "statement", "speak", "floor", "remarks", "intervening"]
            .contains(
                before)
        {
            return true
        }
        guard index > 0 else { return false }
        if index - start < 12 && phrase.words[index - 1].has(.comma) || phrase.words[index].has(.opensParenthesis) {
            return true
        }
        return isInParticiple(index, after: start)
    }

    /// `introducing both drafts on behalf of …`: the aside before the verb is still about who speaks.
    private func isInParticiple(_ index: Int, after start: Int) -> Bool {
        var first = index
        while first > start, first > index - 10, !phrase.words[first - 1].has(.comma) { first -= 1 }
        return [
            "introducing", "presenting", "explaining", "exercising", "delivering", "intervening", "taking", "raising",
            "responding", "addressing", "making", "reading", "who",
        ].contains(phrase.lower(first))
    }

    private func isSpeakingFor(_ index: Int) -> Bool {
        if phrase.word(index - 1, is: "speaking") || phrase.word(index - 1, is: "spoke") { return true }
        guard phrase.word(index - 1, is: "also") else { return false }
        return phrase.word(index - 2, is: "speaking") || phrase.words[index].has(.opensParenthesis)
    }

    /// Names somebody: `the first time`, `his delegation`, `those without a voice` are nobody to speak for.
    private func isNamed(_ object: Range<Int>) -> Bool {
        guard let first = object.first else { return false }
        if phrase.word(first, is: "a"),
            ["group", "number", "coalition", "cross-regional"].contains(phrase.lower(first + 1))
        {
            return true
        }
        let word = phrase.lower(first)
        guard !["his", "her", "its", "their", "himself", "herself", "itself"].contains(word) else { return false }
        if let last = object.last, phrase.word(last, isIn: Vocabulary.groups) { return true }
        return object.contains { [.capital, .upper].contains(phrase.words[$0].shape) }
    }

    // MARK: Objects and lists

    /// An object ends at a stop, at the verb of a comma forgotten, or at a comma that no further name follows.
    private func objectEnd(from start: Int, limit: Int) -> Int {
        var index = start
        let depth = start < phrase.count ? phrase.words[start].depth : 0
        while index < limit {
            let word = phrase.words[index]
            if word.depth < depth { return index }
            if index > start, word.shape == .lower, endsObject(index) { return index }
            if word.has(.closesParenthesis), word.depth <= depth, depth > 0 { return index + 1 }
            if !word.marks.isDisjoint(with: [.stop, .semicolon, .colon, .dash]) { return index + 1 }
            if word.has(.comma), !continuesList(after: index, limit: limit) { return index + 1 }
            index += 1
        }
        // The words that open the object may be the last: then it is empty.
        return max(start, limit)
    }

    private func endsObject(_ index: Int) -> Bool {
        // `of the European Union after the vote`, `… in a general comment`: when and how, no longer for whom.
        if ["after", "before", "prior", "ahead"].contains(phrase.lower(index)) { return true }
        if phrase.word(index, is: "in"), index + 1 < phrase.count, phrase.words[index + 1].shape == .lower {
            return !phrase.word(index + 1, is: "the")
        }
        if phrase.word(index, is: "and"), index + 1 < phrase.count, phrase.words[index + 1].shape == .lower {
            let next = phrase.lower(index + 1)
            return next.hasSuffix("ing") || Vocabulary.tellingVerbs.contains(next) || next == "in" || next == "on"
        }
        return ["said", "told", "stressed", "emphasized", "noted", "underscored", "called", "expressed", "welcomed"]
            .contains(phrase.lower(index))
    }

    /// After a comma a list goes on with another name (`Netherlands, Slovenia`, `and the African Group`).
    private func continuesList(after index: Int, limit: Int) -> Bool {
        var next = index + 1
        while next < limit, ["and", "the", "as", "well"].contains(phrase.lower(next)) { next += 1 }
        guard next < limit, phrase.words[next].shape == .capital || phrase.words[next].shape == .upper else {
            return false
        }
        return !phrase.words[next].isQuoted && !namesSpeaker(from: next, limit: limit)
    }

    /// `…, the United Kingdom’s representative`: whoever has the floor, and no further name of the list.
    private func namesSpeaker(from start: Int, limit: Int) -> Bool {
        for index in start..<min(limit, start + 8) {
            if phrase.word(index, isIn: Vocabulary.speakers) {
                return Possessive.owner(phrase.text(index - 1)) != nil || phrase.words[index].shape == .lower
            }
            if !phrase.words[index].marks.isDisjoint(with: .pause) { return false }
        }
        return false
    }

    /// A list into its names: at commas always, at `and` where both sides can stand alone.
    func list(_ range: Range<Int>) -> [String] {
        var items: [Range<Int>] = []
        var start = range.lowerBound
        let depth = range.isEmpty ? 0 : phrase.words[start].depth
        for index in range {
            let isLast = index == range.upperBound - 1
            // `Mountain Group (Upper Sarn, Hollin and Tarn)` is one.
            let isInside = phrase.words[index].depth > depth && !phrase.words[index].has(.closesParenthesis)
            if phrase.words[index].has(.comma) && !isInside || isLast {
                items.append(start..<index + 1)
                start = index + 1
            }
        }
        if items.count > 1, let last = items.last, let and = onlyAnd(last) {
            items[items.count - 1] = last.lowerBound..<and
            items.append(and + 1..<last.upperBound)
        }
        return items.flatMap(splitAtAnd).map { withoutAside(Self.bare(phrase.text(untilQuoteEnd($0)))) }
            .filter { !$0.isEmpty }
    }

    /// The last of several names has the "and" of the list before it: where it has but one, that is the joint.
    private func onlyAnd(_ range: Range<Int>) -> Int? {
        let joints = range.dropFirst().dropLast().filter {
            phrase.word($0, is: "and") && phrase.words[$0].depth == phrase.words[range.lowerBound].depth
        }
        guard joints.count == 1, !phrase.word(range.lowerBound, is: "and"),
            !names.contains(Self.bare(phrase.text(range)))
        else { return nil }
        return joints[0]
    }

    /// `United Arab Emirates (Disarmament Initiative)`: the brackets tell what the States of the list are together.
    private func withoutAside(_ name: String) -> String {
        guard name.utf8.contains(Ascii.openParenthesis), let open = name.range(of: " (") else { return name }
        let head = String(name[..<open.lowerBound])
        let isList = name[open.upperBound...].utf8.contains(Ascii.comma)
        return (names.contains(head) || isList) && !names.contains(name) ? head : name
    }

    /// `“Group of 77” developing countries`: the name is what stands in quotation marks.
    private func untilQuoteEnd(_ range: Range<Int>) -> Range<Int> {
        guard let close = range.first(where: { phrase.words[$0].has(.closesQuote) }), close + 1 < range.upperBound,
            phrase.words[close + 1].shape == .lower
        else { return range }
        return range.lowerBound..<close + 1
    }

    private func splitAtAnd(_ range: Range<Int>) -> [Range<Int>] {
        var range = range
        while let first = range.first, ["and", "as", "well", "also"].contains(phrase.lower(first)) {
            range = range.dropFirst()
        }
        if range.isEmpty { return [] }
        if names.contains(Self.bare(phrase.text(range))) { return [range] }
        for index in range.dropFirst().dropLast()
        where phrase.word(index, is: "and") && phrase.words[index].depth == phrase.words[range.lowerBound].depth {
            let left = range.lowerBound..<index
            let right = index + 1..<range.upperBound
            if standsAlone(right) && standsAlone(article(left)) { return [left] + splitAtAnd(right) }
        }
        return [range]
    }

    private func article(_ range: Range<Int>) -> Range<Int> {
        phrase.word(range.lowerBound, is: "the") ? range.dropFirst() : range
    }

    /// A State, or a name that begins with an article or ends in a noun for an organisation.
    private func standsAlone(_ range: Range<Int>) -> Bool {
        let text = phrase.text(range)
        if names.contains(Self.bare(text)) { return true }
        if let end = names.end(in: phrase, from: range.lowerBound, limit: range.upperBound), end < range.upperBound,
            phrase.word(end, is: "and")
        {
            return true
        }
        if phrase.word(range.lowerBound, is: "the") || phrase.words[range.upperBound - 1].has(.closesQuote) {
            return true
        }
        guard phrase.words[range.lowerBound].shape != .lower else { return false }
        return phrase.word(range.upperBound - 1, isIn: Vocabulary.organisations)
            || phrase.word(range.lowerBound, isIn: Vocabulary.organisations) && !endsInAdjective(range)
            || phrase.words[range.upperBound - 1].has(.closesParenthesis) && beginsOrganisation(range)
            || range.count == 1 && phrase.words[range.lowerBound].shape == .upper
    }

    /// `Community of Latin American` waits for its noun.
    private func endsInAdjective(_ range: Range<Int>) -> Bool {
        let last = phrase.lower(range.upperBound - 1)
        return range.count > 1 && ["an", "ern", "ic", "ese", "ish", "al"].contains { last.hasSuffix($0) }
            && !names.contains(phrase.text(range.upperBound - 1..<range.upperBound))
    }

    private func beginsOrganisation(_ range: Range<Int>) -> Bool {
        range.prefix(3).contains {
            phrase.word($0, isIn: Vocabulary.organisations) && !phrase.word($0, is: "states")
        }
    }

    /// Without article, `members of`, `delegation`, quotation marks, and without the possessive at its end.
    static func bare(_ name: String) -> String {
        let holdsMarks = name.utf8.contains { $0 == 0xE2 || $0 == Ascii.quote }
        let plain = holdsMarks ? name.filter { $0 != "“" && $0 != "”" && $0 != "\"" } : name
        var words = plain.utf8.split(separator: Ascii.space).map { Substring($0) }[...]
        let isMembers = words.count > 2 && words.prefix(3).contains { LowercaseWord($0).hasPrefix("member") }
        while words.count > 1, let first = words.first.map({ LowercaseWord($0) }),
            isMembers ? memberWords.contains(first) : first == "the"
        {
            words.removeFirst()
        }
        if words.count > 2, speakerWords.contains(LowercaseWord(words[words.startIndex])),
            LowercaseWord(words[words.startIndex + 1]) == "of"
        {
            return bare(words.dropFirst(2).joined(separator: " "))
        }
        if words.count > 1, let last = words.last, LowercaseWord(last) == "delegation" { words.removeLast() }
        let bare = words.joined(separator: " ")
        guard let owner = Possessive.owner(bare), bare.utf8.last == UInt8(ascii: "s") else { return bare }
        return owner
    }

    private static let speakerWords: WordTable = [
        "representative", "representatives", "delegate", "delegates", "delegation", "delegations",
    ]
    private static let memberWords: WordTable = ["the", "members", "member", "of", "all", "both", "states"]

    // MARK: Occasion

    private func occasion(_ range: Range<Int>) -> Statement.Occasion? {
        for index in range where phrase.word(index, isIn: Self.occasions) && !phrase.words[index].isQuoted {
            switch phrase.lower(index) {
            case "capacity": if phrase.word(index - 1, is: "national") { return .nationalCapacity }
            case "reply":
                if phrase.word(index - 1, is: "of"), phrase.word(index - 2, is: "right") { return .rightOfReply }
            default: if let occasion = explanation(at: index) { return occasion }
            }
        }
        return nil
    }

    private static let occasions: WordTable = ["capacity", "reply", "vote", "voting", "adoption", "action"]

    /// `Speaking before the vote, …`, `explaining his vote after the vote`; `voted … before the vote` in a speech is none.
    private func explanation(at index: Int) -> Statement.Occasion? {
        let article =
            ["the", "that", "this", "today’s", "its"].contains(phrase.lower(max(0, index - 1))) ? index - 1 : index
        guard article > 0 else { return nil }
        let before = phrase.word(article - 1, is: "before")
        guard before || phrase.word(article - 1, is: "after") || phrase.word(article - 1, is: "following") else {
            return nil
        }
        let isTold = (max(0, article - 8)..<article).contains {
            ["speaking", "spoke", "explaining", "explanation", "explained", "position"].contains(phrase.lower($0))
        }
        guard isTold || article <= 2 else { return nil }
        return before ? .explanationBefore : .explanationAfter
    }
}
