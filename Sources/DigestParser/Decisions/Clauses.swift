import Meetings

/// A sentence cut into what belongs together: a verb, its tally, and the words that name what was voted on.
struct Clauses {
    struct Clause {
        /// Index of its verb in the sentence.
        var verb: Int?
        var tally: Tally?
        /// Where the text voted on is named.
        var window: Range<Int>
        /// Where to look when it is not named there.
        var surroundings: Range<Int>
        /// Which of several texts, where the sentence says "respectively".
        var part: Int?
    }

    private let sentence: Range<Int>
    private let verbs: [ActionVerb]
    private let tallies: [Tally]

    private init(_ sentence: Range<Int>, _ verbs: [ActionVerb], _ tallies: [Tally]) {
        self.sentence = sentence
        self.verbs = verbs
        self.tallies = tallies
    }

    /// One clause for each tally, and one for each verb that has none.
    static func read(_ text: InlineText, _ sentence: Range<Int>, _ verbs: [ActionVerb], _ tallies: [Tally]) -> [Clause]
    {
        let clauses = Clauses(sentence, verbs, tallies)
        let counted =
            tallies.count > 1 && contains("respectively", text, sentence) ? clauses.shared() : clauses.counted()
        let used = Set(counted.compactMap(\.verb))
        return counted + verbs.indices.filter { !used.contains($0) }.map(clauses.uncounted)
    }

    /// `adopted X and Y by votes of … and of …, respectively`: one verb, the texts in the order of the tallies.
    private func shared() -> [Clause] {
        let verb = verbs.isEmpty ? nil : 0
        return tallies.enumerated().map { part, tally in
            Clause(verb: verb, tally: tally, window: sentence, surroundings: sentence, part: part)
        }
    }

    private func counted() -> [Clause] {
        var clauses: [Clause] = []
        let leads =
            tallies.first.map { first in !verbs.contains { $0.range.lowerBound < first.range.lowerBound } } ?? false
        for (index, tally) in tallies.enumerated() {
            let start = index == 0 ? sentence.lowerBound : tallies[index - 1].range.upperBound
            let end = index + 1 < tallies.count ? tallies[index + 1].range.lowerBound : sentence.upperBound
            let before = verbs.lastIndex {
                start <= $0.range.lowerBound && $0.range.lowerBound < tally.range.lowerBound
            }
            let after = verbs.firstIndex { tally.range.upperBound <= $0.range.lowerBound && $0.range.lowerBound < end }
            let verb = leads ? after ?? before : before ?? clauses.last?.verb ?? after
            let around = start..<max(start, end)
            let window = verb.map { self.window($0, tally: tally, in: around) } ?? around
            clauses.append(Clause(verb: verb, tally: tally, window: window, surroundings: around))
        }
        return clauses
    }

    /// The object of an active verb stands behind it, that of a passive one before.
    private func window(_ index: Int, tally: Tally, in around: Range<Int>) -> Range<Int> {
        let verb = verbs[index]
        if verb.range.lowerBound < around.lowerBound {
            return around.lowerBound..<max(around.lowerBound, tally.range.lowerBound)
        }
        if verb.isPassive { return around.lowerBound..<max(around.lowerBound, verb.range.lowerBound) }
        let end = verb.objectStart < tally.range.lowerBound ? tally.range.lowerBound : around.upperBound
        return verb.objectStart..<max(verb.objectStart, end)
    }

    private func uncounted(_ index: Int) -> Clause {
        let verb = verbs[index]
        let previous = index > 0 ? verbs[index - 1].range.upperBound : sentence.lowerBound
        let next = index + 1 < verbs.count ? verbs[index + 1].range.lowerBound : sentence.upperBound
        let start = max(
            previous, tallies.last { $0.range.upperBound <= verb.range.lowerBound }?.range.upperBound ?? previous)
        let end = min(next, tallies.first { $0.range.lowerBound >= verb.objectStart }?.range.lowerBound ?? next)
        let window = verb.isPassive ? start..<verb.range.lowerBound : verb.objectStart..<max(verb.objectStart, end)
        return Clause(verb: index, tally: nil, window: window, surroundings: start..<max(start, end))
    }

    private static func contains(_ word: StaticString, _ text: InlineText, _ range: Range<Int>) -> Bool {
        range.contains {
            text.bytes[$0] | 0x20 == word.utf8Start[0] && text.isWordStart($0) && text.matches(word, at: $0)
        }
    }
}
