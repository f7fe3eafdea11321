import Meetings

/// Somebody named as the one who speaks in a sentence of prose.
struct Mention: Equatable {
    var range: Range<Int>
    var form: Statement.Form = .prose
    var speaker: Speaker
}

/// Finds speakers in prose: `The representative of Cuba demanded`, `Ireland’s delegate said`, `“…,” observed the
/// representative of Oman`, `Robert A. Wood (United States) said`, `Péter Szijjártó, Minister … of Hungary, said`.
struct MentionReader {
    let phrase: Phrase
    let names: StateNames

    /// The speaker whom the first sentence brings in; nil when it has none, or goes on with `he` or `she`.
    func opening(offices: Bool) -> Mention? {
        let end = phrase.sentenceEnd(from: 0)
        if let nobody = indefinite(limit: end) { return nobody }
        var index = 0
        while index < end {
            let word = phrase.words[index]
            if word.isQuoted {
                index += 1
                continue
            }
            if phrase.word(index, isIn: Vocabulary.pronouns), index > 0 || isTelling(index + 1) { return nil }
            if let mention = mention(at: index, limit: end), isSubject(mention) {
                return isApposition(mention) || isPast(mention) || isReason(mention) ? nil : mention
            }
            if let mention = named(at: index, limit: end, offices: offices) { return mention }
            if index == 0, offices, let mention = state() { return mention }
            index += 1
        }
        return nil
    }

    /// `Canada’s delegate, Ms. PRUDHOMME, said`: the delegation of the one who is named next.
    func delegation(before limit: Int) -> String? {
        (0..<limit).lazy.compactMap { mention(at: $0, limit: limit) }.first {
            $0.range.upperBound == limit && isSubject($0)
        }?.speaker
            .delegation
    }

    /// `The President, speaking in his capacity as the representative of Brazil, …`: the State named there.
    func nationality(after start: Int) -> String? {
        let end = phrase.sentenceEnd(from: start)
        return (start..<end).lazy.filter {
            phrase.word($0 - 1, is: "the") && phrase.word($0 - 2, is: "as") || phrase.word($0 - 1, is: "as")
        }
        .compactMap { mention(at: $0, limit: end) }.first?.speaker.delegation
    }

    /// Everybody a passage quotes or paraphrases, in order.
    func all() -> [Mention] {
        var mentions: [Mention] = []
        var start = 0
        while start < phrase.count {
            let end = phrase.sentenceEnd(from: start)
            var index = start
            while index < end {
                let found =
                    phrase.words[index].isQuoted
                    ? nil
                    : mention(at: index, limit: end).flatMap { isSubject($0) || isAuthor($0) ? $0 : nil }
                        ?? named(at: index, limit: end, offices: true)
                if let found {
                    mentions.append(found)
                    index = max(index + 1, found.range.upperBound)
                } else {
                    index += 1
                }
            }
            start = end
        }
        return mentions
    }

    /// `Austria, speaking on behalf of the European Union, said`, `Belarus rejected`: as Geneva’s releases name speakers.
    func state() -> Mention? {
        let limit = phrase.sentenceEnd(from: 0)
        guard let end = names.end(in: phrase, from: 0, limit: limit), end < limit else { return nil }
        let isAside = phrase.words[end - 1].has(.comma)
        let asides = ["speaking", "introducing", "presenting", "exercising", "responding", "in", "on", "also", "as"]
        guard isAside ? asides.contains(phrase.lowerText(end)) : isTelling(end) else { return nil }
        return Mention(range: 0..<end, speaker: speaker(noun: 0..<0, delegation: phrase.text(0..<end)))
    }

    /// `The Minister for Social Affairs of Tunisia said`: a State's, at the very beginning, with the verb behind.
    func minister() -> Mention? {
        guard
            let mention = PersonReader(phrase: phrase, names: names).read(
                at: 0, limit: phrase.sentenceEnd(from: 0), offices: true),
            mention.speaker.delegation != nil, isTelling(mention.range.upperBound)
        else { return nil }
        return mention
    }

    /// `Michel Kafando, Special Envoy for Burundi, said`: a full name and an office at the very beginning.
    func official() -> Mention? {
        guard phrase.count > 1, let mention = named(at: 0, limit: phrase.sentenceEnd(from: 0), offices: true),
            mention.range.lowerBound == 0, mention.form == .prose, mention.speaker.honorific == nil,
            mention.speaker.name?.utf8.contains(Ascii.space) == true,
            mention.speaker.role != nil || mention.speaker.delegation != nil
        else { return nil }
        return mention
    }

    // MARK: Speakers by delegation

    private func mention(at index: Int, limit: Int) -> Mention? {
        if phrase.word(index, isIn: Vocabulary.speakers) { return speakerNoun(at: index, limit: limit) }
        if phrase.word(index, is: "delegation"), let head = headOfDelegation(index) { return head }
        return nil
    }

    private func speakerNoun(at index: Int, limit: Int) -> Mention? {
        if let possessive = possessor(of: index) ?? antecedent(of: index, limit: limit) { return possessive }
        if phrase.words.indices.contains(index + 1), ["of", "for", "from"].contains(phrase.lower(index + 1)),
            phrase.words[index].marks.isEmpty
        {
            let start = phrase.word(index + 2, is: "the") ? index + 3 : index + 2
            guard let end = nameEnd(from: start, limit: limit) else { return nil }
            let from = nounStart(index)
            return Mention(
                range: from..<end, speaker: speaker(noun: from..<index + 1, delegation: phrase.text(start..<end)))
        }
        return adjective(before: index)
    }

    /// `Greece’s representative`, `The United Arab Emirates’ speaker`, `the European Union’s Permanent Observer`
    private func possessor(of index: Int) -> Mention? {
        var owner = index - 1
        while owner > 0, index - owner < 4, ["permanent", "deputy", "acting"].contains(phrase.lower(owner)) {
            owner -= 1
        }
        guard owner >= 0, phrase.words[owner].marks.isSubset(of: [.opensParenthesis]),
            let name = Possessive.owner(phrase.text(owner))
        else { return nil }
        let state = names.start(in: phrase, endingAt: owner + 1, notBefore: max(0, owner - 8))
        // `Côte d’Ivoire’s` ends in a small letter's word.
        guard state != nil || phrase.words[owner].shape != .lower else { return nil }
        var start = state ?? owner
        if start == owner, !names.contains(name) {
            while start > 0, phrase.words[start - 1].shape == .capital, phrase.words[start - 1].marks.isEmpty,
                !phrase.word(start - 1, is: "the")
            {
                start -= 1
            }
        }
        let delegation = start == owner ? name : phrase.text(start..<owner) + " " + name
        if phrase.word(start - 1, is: "the") { start -= 1 }
        return Mention(range: start..<index + 1, speaker: speaker(noun: owner + 1..<index + 1, delegation: delegation))
    }

    /// `Among them was Japan, whose delegate said`, `with that country’s representative stating`: the State named last.
    private func antecedent(of index: Int, limit: Int) -> Mention? {
        guard index > 1 else { return nil }
        let isRelative = phrase.word(index - 1, is: "whose")
        let isThatCountry =
            ["country’s", "country's", "nation’s"].contains(phrase.lower(index - 1))
            && phrase.word(index - 2, is: "that")
        guard isRelative || isThatCountry else { return nil }
        var end = isRelative ? index - 1 : index - 2
        let start = end
        while end > 0, start - end < 40, !phrase.words[end - 1].has(.stop) {
            if let first = names.start(in: phrase, endingAt: end, notBefore: max(0, end - 8)) {
                let name = phrase.text(first..<end)
                let delegation = Possessive.owner(name) ?? name
                return Mention(
                    range: start..<index + 1, speaker: speaker(noun: index..<index + 1, delegation: delegation))
            }
            end -= 1
        }
        return nil
    }

    /// `The Syrian delegate`, `the United States representative`
    private func adjective(before index: Int) -> Mention? {
        if index >= 2, phrase.words[index - 1].shape == .capital || phrase.words[index - 1].shape == .upper,
            phrase.words[index - 1].marks.isEmpty,
            let start = names.start(in: phrase, endingAt: index, notBefore: max(0, index - 8)),
            phrase.word(start - 1, is: "the")
        {
            let delegation = phrase.text(start..<index)
            return Mention(
                range: start - 1..<index + 1, speaker: speaker(noun: index..<index + 1, delegation: delegation))
        }
        guard index >= 2, phrase.word(index - 2, is: "the"), phrase.words[index - 1].shape == .capital,
            phrase.words[index - 1].marks.isEmpty, let state = Demonyms.state(phrase.text(index - 1), names: names)
        else { return nil }
        return Mention(range: index - 2..<index + 1, speaker: speaker(noun: index..<index + 1, delegation: state))
    }

    /// `the Head of the European Union delegation`
    private func headOfDelegation(_ index: Int) -> Mention? {
        var start = index
        while start > 0, phrase.words[start - 1].shape == .capital, phrase.words[start - 1].marks.isEmpty,
            !phrase.word(start - 1, is: "the")
        {
            start -= 1
        }
        guard start < index, phrase.word(start - 1, is: "the"), phrase.word(start - 2, is: "of"),
            phrase.word(start - 3, is: "head")
        else { return nil }
        let from = phrase.word(start - 4, is: "the") ? start - 4 : start - 3
        return Mention(
            range: from..<index + 1,
            speaker: Speaker(
                printed: nil, name: nil, role: phrase.text(start - 3..<index + 1),
                delegation: phrase.text(start..<index),
                unnamed: true))
    }

    /// Where a delegation’s name ends: a State’s, or a run of capitalised words and the small ones between them.
    private func nameEnd(from start: Int, limit: Int) -> Int? {
        guard start < limit, phrase.words[start].shape != .lower, !phrase.words[start].isQuoted else { return nil }
        if let end = names.end(in: phrase, from: start, limit: limit) { return end }
        var end = start
        var index = start
        while index < limit, phrase.words[index].depth == 0 || phrase.words[index].has(.opensParenthesis) || end > start
        {
            let word = phrase.words[index]
            if word.shape == .capital || word.shape == .upper || word.shape == .initial {
                end = index + 1
            } else if !["of", "and", "for", "the", "on", "in", "against", "to", "de", "without"].contains(
                phrase.lower(index))
            {
                break
            }
            if !word.marks.isDisjoint(with: .pause) { break }
            index += 1
        }
        return end > start ? end : nil
    }

    private func nounStart(_ index: Int) -> Int {
        var start = index
        while start > 0, phrase.words[start - 1].marks.isEmpty,
            ["permanent", "deputy", "acting", "new", "the", "a", "an", "his", "her"].contains(phrase.lower(start - 1))
        {
            start -= 1
            if ["the", "a", "an", "his", "her"].contains(phrase.lower(start)) { break }
        }
        return start
    }

    private func speaker(noun: Range<Int>, delegation: String) -> Speaker {
        let words = noun.filter { !["the", "a", "an"].contains(phrase.lower($0)) }
        let isOffice = words.contains { phrase.words[$0].shape == .capital } && words.count > 1
        let role = isOffice ? words.map { phrase.text($0) }.joined(separator: " ") : nil
        return Speaker(printed: nil, name: nil, role: role, delegation: CapacityReader.bare(delegation), unnamed: true)
    }

    // MARK: Speakers by name

    private func named(at index: Int, limit: Int, offices: Bool) -> Mention? {
        guard [.capital, .initial].contains(phrase.words[index].shape), startsClause(index) else { return nil }
        return PersonReader(phrase: phrase, names: names).read(at: index, limit: limit, offices: offices)
    }

    /// A subject’s place: the beginning of a sentence, behind a comma or a dash, behind `while`, `and`, or the verb that
    /// follows a quotation.
    private func startsClause(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = phrase.words[index - 1]
        if before.has(.comma) || before.has(.dash) || before.has(.stop) || before.has(.closesQuote)
            || before.has(.colon)
        {
            return true
        }
        if isTelling(index - 1), index >= 2,
            phrase.words[index - 2].has(.closesQuote) || phrase.words[index - 2].has(.comma)
        {
            return true
        }
        if phrase.word(index - 1, is: "was") || phrase.word(index - 1, is: "were") { return isInverted(index - 1) }
        return ["while", "and", "but", "with", "whereas", "although", "as", "when", "then"].contains(
            phrase.lower(index - 1))
    }

    /// `Also briefing the Council was General X, who said`
    private func isInverted(_ verb: Int) -> Bool {
        verb > 1
            && [
                "council", "assembly", "committee", "commission", "today", "speaking", "briefing", "addressing", "them",
            ]
            .contains(phrase.lower(verb - 1))
    }

    /// `Introduced by Y’s delegate, the draft …`: one who spoke, though not in this sentence.
    private func isAuthor(_ mention: Mention) -> Bool {
        let index = mention.range.lowerBound
        return phrase.word(index - 1, is: "by")
            && ["introduced", "presented", "tabled"].contains(phrase.lower(max(0, index - 2)))
    }

    private func isSubject(_ mention: Mention) -> Bool {
        startsClause(mention.range.lowerBound) || isAgent(mention)
    }

    /// `That view was shared by Somalia’s representative, who said`
    private func isAgent(_ mention: Mention) -> Bool {
        let next = mention.range.upperBound
        return phrase.word(mention.range.lowerBound - 1, is: "by") && next > 0 && phrase.words[next - 1].has(.comma)
            && phrase.word(next, is: "who") && isTelling(next + 1)
    }

    func isTelling(_ index: Int) -> Bool {
        index >= 0 && index < phrase.count && phrase.word(index, isIn: Vocabulary.tellingVerbs)
    }

    /// `addressing the delegate from X, he said`: not the one who speaks.
    private func isApposition(_ mention: Mention) -> Bool {
        let next = mention.range.upperBound
        return next < phrase.count && phrase.words[next - 1].has(.comma)
            && phrase.word(next, isIn: Vocabulary.pronouns)
    }

    /// `Boats International (Chad) — as the representative of X asked for a list;`: an entry of a list, and why.
    private func isReason(_ mention: Mention) -> Bool {
        let index = mention.range.lowerBound
        return phrase.word(index - 1, is: "as") && index > 1 && phrase.words[index - 2].has(.dash)
    }

    /// `The representative of X had claimed`: told of an earlier turn.
    private func isPast(_ mention: Mention) -> Bool { phrase.word(mention.range.upperBound, is: "had") }
}
