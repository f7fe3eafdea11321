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
