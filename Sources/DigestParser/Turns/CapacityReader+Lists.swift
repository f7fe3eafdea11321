import Meetings

/// For whom, and with whom: where the object of the words ends, and the names it lists.
extension CapacityReader {
    /// An object ends at a stop, at the verb of a comma forgotten, or at a comma that no further name follows.
    func objectEnd(from start: Int, limit: Int) -> Int {
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
            && !namesPerson(from: next, limit: limit)
    }

    /// `…, and Fu Li (China) voiced support`: somebody with a State of their own.
    private func namesPerson(from start: Int, limit: Int) -> Bool {
        for index in start + 1..<max(start + 1, min(limit, start + 6)) {
            if phrase.words[index].has(.opensParenthesis) {
                guard index > start + 1, names.end(in: phrase, from: start) == nil else { return false }
                return names.end(in: phrase, from: index).map { phrase.words[$0 - 1].has(.closesParenthesis) } ?? false
            }
            if !phrase.words[index].marks.isEmpty || phrase.words[index].shape == .lower { return false }
        }
        return false
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
}
