import Meetings

/// Whom a summary quotes, paraphrases, or lists as having spoken.
struct AttributionReader {
    let names: StateNames

    func attributions(_ paragraph: Paragraph) -> [Summary.Attribution] {
        if ByteSearch.isWord(paragraph.text) { return [] }
        let phrase = Phrase(paragraph.text)
        var attributions: [Summary.Attribution] = []
        let roll = RollReader(phrase: phrase, names: names)
        var rolls: [Range<Int>] = []
        var start = 0
        while start < phrase.count {
            let end = phrase.sentenceEnd(from: start)
            if let names = roll.names(in: start..<end) {
                rolls.append(start..<end)
                attributions += names.map { .init(delegation: $0, name: nil, lines: paragraph.lines, listed: true) }
            }
            start = end
        }
        // Both come in the order of the text.
        var later = rolls[...]
        for mention in MentionReader(phrase: phrase, names: names).all() {
            later = later.drop { $0.upperBound <= mention.range.lowerBound }
            if later.first?.contains(mention.range.lowerBound) == true { continue }
            let speaker = mention.speaker
            guard speaker.delegation != nil || speaker.name != nil else { continue }
            attributions.append(
                .init(delegation: speaker.delegation, name: speaker.name, lines: paragraph.lines, listed: false))
        }
        return unique(attributions)
    }

    private func unique(_ attributions: [Summary.Attribution]) -> [Summary.Attribution] {
        var seen: Set<KeyHash> = []
        return attributions.filter { seen.insert(KeyHash(($0.delegation ?? "") + " / " + ($0.name ?? ""))).inserted }
    }
}

/// A sentence that lists who spoke: `Also speaking today were the representatives of …`, `The Permanent Observer of the
/// Holy See and a representative of the European Union delegation also delivered statements, as did …`.
struct RollReader {
    let phrase: Phrase
    let names: StateNames

    /// The delegations that a sentence lists; nil when it is no such list.
    func names(in sentence: Range<Int>) -> [String]? {
        guard let start = listStart(sentence) else { return nil }
        var found: [String] = []
        var index = start
        while index < sentence.upperBound {
            let word = phrase.words[index]
            if word.depth == 0, phrase.word(index, is: "behalf"), phrase.word(index + 1, is: "of") {
                // `Norway on behalf of the Nordic countries, Pakistan`: those spoken for did not speak.
                while index < sentence.upperBound, phrase.words[index].marks.isDisjoint(with: .pause) { index += 1 }
                index += 1
            } else if word.depth > 0 || word.shape == .lower || word.shape == .number || isNoun(index) {
                index += 1
            } else if let end = names.end(in: phrase, from: index, limit: sentence.upperBound) {
                found.append(phrase.text(index..<end))
                index = end
            } else if let state = stateOfOffice(from: index, limit: sentence.upperBound) {
                index = state
            } else {
                let end = organisationEnd(from: index, limit: sentence.upperBound)
                let name = CapacityReader.bare(phrase.text(index..<end))
                if !name.isEmpty { found.append(name) }
                index = end
            }
        }
        return found
    }

    /// `Ministers for Foreign Affairs of Togo`, `Attorney General of Guatemala`: past the office, to its State.
    private func stateOfOffice(from start: Int, limit: Int) -> Int? {
        var index = start
        var isOffice = phrase.word(start, is: "foreign")
        while index < limit, index - start < 10 {
            let word = phrase.lower(index)
            isOffice =
                isOffice || Vocabulary.offices.contains(word)
                || word.hasSuffix("s") && Vocabulary.offices.contains(phrase.lower(index, without: 1))
            if isOffice, word == "of" {
                let next = phrase.word(index + 1, is: "the") ? index + 2 : index + 1
                if names.end(in: phrase, from: next, limit: limit) != nil { return next }
            }
            if !phrase.words[index].marks.isDisjoint(with: .pause) { return nil }
            index += 1
        }
        return nil
    }

    /// Where the names begin; nil when the sentence does not say that these spoke.
    private func listStart(_ sentence: Range<Int>) -> Int? {
        guard sentence.count > 3 else { return nil }
        let head = sentence.prefix(6)
        let opensRoll =
            head.prefix(3).contains {
                [
                    "speaking", "addressing", "participating", "delivering", "making", "taking", "intervening",
                    "contributing",
                ].contains(phrase.lower($0))
            } || ["others", "other"].contains(phrase.lower(sentence.lowerBound))
        if opensRoll,
            let verb = sentence.prefix(24).first(where: {
                ["were", "was", "included", "are"].contains(phrase.lower($0))
            })
        {
            return verb + 1
        }
        // `Speakers today included …`
        if head.prefix(3).contains(where: { phrase.word($0, is: "speakers") }),
            let verb = sentence.prefix(10).first(where: { phrase.word($0, is: "included") })
        {
            return verb + 1
        }
        if let verb = sentence.first(where: isMade),
            let by = (verb + 1..<min(verb + 12, sentence.upperBound)).first(
                where: { phrase.word($0, is: "by") })
        {
            return by + 1
        }
        guard sentence.contains(where: isToldAsList), hasSpeakers(sentence) else { return nil }
        return sentence.lowerBound
    }

    /// `Statements were made by …`, `Statements were made before and after the vote by …`
    private func isMade(_ index: Int) -> Bool {
        guard ["made", "delivered", "given"].contains(phrase.lower(index)),
            ["were", "was", "also"].contains(phrase.lower(max(0, index - 1)))
        else { return false }
        return phrase.word(index + 1, is: "by")
            || ["before", "after", "in"].contains(phrase.lower(min(index + 1, phrase.count - 1)))
                && (max(0, index - 4)..<index).contains {
                    ["statements", "statement", "remarks", "interventions"].contains(phrase.lower($0))
                }
    }

    /// `also spoke`, `made statements`, `delivered statements`, `took the floor`
    private func isToldAsList(_ index: Int) -> Bool {
        guard phrase.word(index, isIn: Self.tellings) else { return false }
        let word = phrase.lower(index)
        if word == "spoke" {
            return phrase.word(index - 1, is: "also") || phrase.words[index].has(.stop)
                || phrase.word(index + 1, is: "in")
        }
        if ["made", "delivered", "gave"].contains(word) {
            return (index + 1..<min(index + 4, phrase.count)).contains {
                ["statements", "statement", "remarks", "presentations"].contains(phrase.lower($0))
            }
        }
        return word == "heard" && phrase.word(index + 1, is: "from")
    }

    private static let tellings: WordTable = ["spoke", "made", "delivered", "gave", "heard"]

    /// `The representatives of …`, `The Permanent Observer of … and a representative of …`
    private func hasSpeakers(_ sentence: Range<Int>) -> Bool {
        sentence.prefix(6).contains {
            ["representatives", "representative", "observers", "observer", "delegates", "speakers", "ministers"]
                .contains(phrase.lower($0))
        } && !phrase.words[sentence.lowerBound].isQuoted
    }

    private func isNoun(_ index: Int) -> Bool {
        let word = phrase.lower(index)
        return [
            "the", "also", "permanent", "observer", "observers", "representative", "representatives", "ministers",
            "head",
            "high", "delegates", "as", "a", "an", "others", "council", "delegation", "delegations", "presidents",
            "officials",
        ].contains(word)
    }

    /// A run of capitalised words and the small ones between them; at `and` it ends when the next name can stand alone.
    private func organisationEnd(from start: Int, limit: Int) -> Int {
        var index = start
        var end = start + 1
        while index < limit {
            let word = phrase.words[index]
            if word.shape == .lower {
                let connector = phrase.lower(index)
                guard ["of", "the", "for", "and", "on", "in", "against"].contains(connector) else { break }
                if connector == "and",
                    endsAtAnd(start..<index, next: index + 1, limit: limit)
                        || isJoint(index, start: start, limit: limit)
                {
                    break
                }
            } else if word.depth > 0 {
                if !word.has(.closesParenthesis) {
                    index += 1
                    continue
                }
                end = index + 1
            } else {
                end = index + 1
            }
            if !word.marks.isDisjoint(with: [.comma, .semicolon, .stop]) { break }
            index += 1
        }
        return end
    }

    /// The "and" before the last of a list with commas, where no other stands behind the last comma.
    private func isJoint(_ and: Int, start: Int, limit: Int) -> Bool {
        guard start > 0, phrase.words[start - 1].has(.comma), !phrase.word(start, is: "and") else { return false }
        var index = start
        while index < limit, phrase.words[index].marks.isDisjoint(with: .pause) {
            if index != and, phrase.word(index, is: "and") { return false }
            index += 1
        }
        let isLast = index >= limit || !phrase.words[index].has(.comma)
        return isLast || ["as", "while", "along", "together"].contains(phrase.lower(min(index + 1, phrase.count - 1)))
    }

    private func endsAtAnd(_ left: Range<Int>, next: Int, limit: Int) -> Bool {
        guard next < limit else { return true }
        if ["the", "a", "an"].contains(phrase.lower(next)) || phrase.words[next].shape == .lower { return true }
        if names.end(in: phrase, from: next, limit: limit) != nil { return true }
        let isSingle = next + 1 >= limit || !phrase.words[next].marks.isDisjoint(with: [.stop, .comma])
        return isSingle && left.contains { phrase.word($0, isIn: Vocabulary.organisations) }
    }
}
