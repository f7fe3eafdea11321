import Meetings

/// Reads the tallies of a sentence, in whatever order they stand (genre: votes).
///
/// `11 in favour to 1 against (X), with 3 abstentions (Y, Z)` · `1 against (X) to 11 in favour` · `100 against to 14 in
/// favour with 38 in abstention` · `by 11 votes to 1, with 3 abstentions` · `a vote of 13-0-2` · `with China abstaining`.
struct TallyReader {
    let names: DelegationList

    /// All tallies in a range of a text; a side told a second time begins the next one.
    func tallies(in text: InlineText, _ range: Range<Int>) -> [Tally] {
        var tallies: [Tally] = []
        var taken: Set<Side> = []
        var starts = FormStarts(in: text, range)
        while let index = starts.next() {
            guard Self.opensItem(text.bytes[index], text.byte(index + 1) ?? 0),
                text.isWordStart(index) || Self.isGlued(text, index),
                let items = items(text, at: index, in: range)
            else { continue }
            for item in items {
                if taken.contains(item.side) || tallies.isEmpty {
                    tallies.append(Tally(range: item.range))
                    taken = []
                }
                taken.insert(item.side)
                let last = tallies.count - 1
                tallies[last][keyPath: item.side.count] = item.count
                tallies[last][keyPath: item.side.names] = item.names
                let start = min(tallies[last].range.lowerBound, item.range.lowerBound)
                tallies[last].range = start..<max(item.range.upperBound, start)
            }
            starts.skip(to: max(index + 1, items.last?.range.upperBound ?? 0))
        }
        return tallies.filter { $0.favour != nil || ($0.against != nil && $0.abstain != nil) }
    }

    private struct Item {
        var side: Side
        var count: Int?
        var names: [String] = []
        var range: Range<Int>
    }

    /// `1against`, `48abstentions`: scraped copies lose spaces.
    private static func isGlued(_ text: InlineText, _ index: Int) -> Bool {
        text.byte(index - 1).map(Ascii.isDigit) == true
    }

    private static func opensItem(_ first: UInt8, _ second: UInt8) -> Bool {
        switch (first | 0x20, second | 0x20) {
        case (UInt8(ascii: "f"), UInt8(ascii: "a")), (UInt8(ascii: "v"), UInt8(ascii: "o")): true
        case (UInt8(ascii: "a"), UInt8(ascii: "g")), (UInt8(ascii: "a"), UInt8(ascii: "b")): true
        default: false
        }
    }

    private func items(_ text: InlineText, at index: Int, in range: Range<Int>) -> [Item]? {
        if let end = Self.favour.end(in: text, at: index) {
            guard let word = text.previousWord(before: index),
                text.end(of: "in", at: word.lowerBound) == word.upperBound
            else {
                return nil
            }
            return item(.favour, text, word.lowerBound, end, range)
        }
        if let end = Self.against.end(in: text, at: index) { return item(.against, text, index, end, range) }
        if let end = Self.abstentions.end(in: text, at: index) {
            return item(.abstain, text, index, end, range)
        }
        if let end = Self.abstaining.end(in: text, at: index) {
            return item(.abstain, text, index, end, range) ?? abstaining(text, index, end, range)
        }
        guard let end = Self.votes.end(in: text, at: index) else { return nil }
        return pair(text, index, end) ?? dashed(text, end)
    }

    /// `<count> [votes] in favour (names)`; or the count behind, `in favour: 11`.
    private func item(_ side: Side, _ text: InlineText, _ start: Int, _ end: Int, _ range: Range<Int>) -> [Item]? {
        var first = start
        for _ in 0..<4 {
            guard let word = text.previousWord(before: first), word.lowerBound >= range.lowerBound,
                text.skippingSpaces(from: word.upperBound) == first
            else { break }
            if let count = CountWord.value(text, word) {
                let (names, close) = bracketed(text, after: end)
                return [Item(side: side, count: count, names: names, range: word.lowerBound..<close)]
            }
            guard Self.voters.contains(word, of: text) else { break }
            first = word.lowerBound
        }
        guard text.byte(end) == Ascii.colon, let word = text.word(at: text.skippingSpaces(from: end + 1)),
            let count = CountWord.value(text, word)
        else { return nil }
        let (names, close) = bracketed(text, after: word.upperBound)
        return [Item(side: side, count: count, names: names, range: start..<close)]
    }

    /// `with China and the Russian Federation abstaining`: names, and no count.
    private func abstaining(_ text: InlineText, _ start: Int, _ end: Int, _ range: Range<Int>) -> [Item]? {
        var first = start
        for _ in 0..<24 {
            guard let word = text.previousWord(before: first), word.lowerBound >= range.lowerBound else { return nil }
            if text.end(of: "with", at: word.lowerBound) == word.upperBound || isJoint(text, word) {
                let found = names.names(in: text.string(word.upperBound..<start))
                return found.isEmpty ? nil : [Item(side: .abstain, names: found, range: word.lowerBound..<end)]
            }
            first = word.lowerBound
        }
        return nil
    }

    /// `none against and Peru abstaining`: the "and" behind another side.
    private func isJoint(_ text: InlineText, _ word: Range<Int>) -> Bool {
        guard text.end(of: "and", at: word.lowerBound) == word.upperBound,
            let side = text.previousWord(before: word.lowerBound)
        else { return false }
        return Self.sides.end(in: text, at: side.lowerBound) == side.upperBound
            || Self.favour.contains(side, of: text)
    }

    /// `11 votes to 1`, `a vote of 11 to 1`.
    private func pair(_ text: InlineText, _ index: Int, _ end: Int) -> [Item]? {
        var place = text.skippingSpaces(from: end)
        var favour = text.previousWord(before: index).flatMap { word in
            CountWord.value(text, word).map { ($0, word.lowerBound) }
        }
        if favour == nil, let of = text.end(of: "of ", at: place), let word = text.word(at: of),
            let count = CountWord.value(text, word)
        {
            favour = (count, word.lowerBound)
            place = text.skippingSpaces(from: word.upperBound)
        }
        guard let (count, start) = favour, let to = text.end(of: "to ", at: place), let word = text.word(at: to),
            let against = CountWord.value(text, word), !isSide(text, after: word.upperBound)
        else { return nil }
        let (names, close) = bracketed(text, after: word.upperBound)
        return [
            Item(side: .favour, count: count, range: start..<place),
            Item(side: .against, count: against, names: names, range: word.lowerBound..<close),
        ]
    }

    /// `to 1 against`: the side is named, and read where it stands.
    private func isSide(_ text: InlineText, after end: Int) -> Bool {
        let next = text.skippingSpaces(from: end)
        return Self.sides.end(in: text, at: next) != nil
    }

    /// `a vote of 13-0-2`, in the order favour, against, abstaining.
    private func dashed(_ text: InlineText, _ end: Int) -> [Item]? {
        var place = text.skippingSpaces(from: end)
        place = text.end(of: "of ", at: place) ?? place
        if text.byte(place) == Ascii.openParenthesis { place += 1 }
        var items: [Item] = []
        for side in Side.allCases {
            guard let (count, next) = text.number(at: place, limit: 3) else { return nil }
            items.append(Item(side: side, count: count, range: place..<next))
            if side == .abstain { return text.isWordEnd(next) ? items : nil }
            let dashes = [Typography.enDash, Typography.nonBreakingHyphen]
            if text.byte(next) == Ascii.hyphen {
                place = next + 1
            } else if dashes.contains(where: { Typography.has($0, in: text.bytes, at: next) }) {
                place = next + 3
            } else {
                return nil
            }
        }
        return nil
    }

    /// The names in the brackets that follow, and where they end.
    private func bracketed(_ text: InlineText, after end: Int) -> (names: [String], end: Int) {
        let open = text.skippingSpaces(from: end)
        guard text.byte(open) == Ascii.openParenthesis else { return ([], end) }
        var depth = 0
        var index = open
        while let byte = text.byte(index), index - open < 8000 {
            if byte == Ascii.openParenthesis { depth += 1 }
            if byte == Ascii.closeParenthesis {
                depth -= 1
                if depth == 0 { return (names.names(in: text.string(open + 1..<index)), index + 1) }
            }
            index += 1
        }
        return ([], end)
    }

    private static let favour: WordList = ["favour", "favor"]
    private static let against: WordList = ["against"]
    private static let abstentions: WordList = ["abstentions", "abstention"]
    private static let abstaining: WordList = ["abstaining", "abstained"]
    private static let votes: WordList = ["votes", "vote"]
    private static let sides: WordList = ["against", "in favour", "in favor", "votes"]
    /// What may stand between a count and its side.
    private static let voters: WordList = [
        "votes", "vote", "voting", "members", "member", "states", "countries", "delegations", "in", "were", "cast",
    ]
}
