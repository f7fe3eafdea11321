import Meetings

/// A word that says what became of a text: adopted, approved, rejected, failed.
struct ActionVerb {
    var range: Range<Int>
    var outcome: Vote.Outcome
    /// Where what was voted on may begin; `failed, by a vote of …, to adopt the amendment` names it far behind.
    var objectStart: Int
    /// `was adopted`: what was voted on stands before the verb.
    var isPassive = false
    /// `decided unanimously`: the Council decides by resolution.
    var isDeciding = false
    /// `had adopted`, `adopted in 2004`: told of another day.
    var isRecalled = false

    /// The verbs of a sentence, in order. A verb of failing and the one it fails at (`failed … to adopt`) are one.
    static func verbs(in text: InlineText, _ range: Range<Int>) -> [ActionVerb] {
        var verbs: [ActionVerb] = []
        for index in FormStarts(in: text, range) {
            guard opensVerb(text.bytes[index], text.byte(index + 1) ?? 0), text.isWordStart(index) else { continue }
            if let end = failures.end(in: text, at: index) ?? rejections.end(in: text, at: index) {
                verbs.append(verb(.rejected, text, index..<end))
            } else if let end = nouns.end(in: text, at: index) {
                if isTold(text, index, end, in: range) { verbs.append(verb(.adopted, text, index..<end)) }
            } else if let end = adoptions.end(in: text, at: index) {
                if isInfinitive(text, index), let last = verbs.last,
                    failures.end(in: text, at: last.range.lowerBound) != nil
                {
                    verbs[verbs.count - 1].objectStart = end
                } else {
                    verbs.append(verb(isDenied(text, index) ? .rejected : .adopted, text, index..<end))
                }
            }
        }
        return verbs
    }

    /// "The unanimous adoption of", "Through the adoption of", "decided unanimously": the nouns and the verb that tell
    /// of an adoption only in such company ("required for the adoption of" does not).
    private static func isTold(_ text: InlineText, _ index: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
        let next = text.skippingSpaces(from: end)
        let before = text.previousWord(before: index)?.lowerBound ?? index
        if text.matches("unanimous", at: next) || text.matches("unanimous", at: before) { return true }
        return !text.matches("decided", at: index)
            && means.end(in: text, at: sentence.lowerBound)
                == index - 1
    }

    /// The first two letters of a verb of the lists below: nothing else is compared with them.
    private static func opensVerb(_ first: UInt8, _ second: UInt8) -> Bool {
        switch (first | 0x20, second | 0x20) {
        case (UInt8(ascii: "a"), UInt8(ascii: "d")), (UInt8(ascii: "a"), UInt8(ascii: "p")),
            (UInt8(ascii: "a"), UInt8(ascii: "c")), (UInt8(ascii: "r"), UInt8(ascii: "e")),
            (UInt8(ascii: "r"), UInt8(ascii: "o")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
            (UInt8(ascii: "v"), UInt8(ascii: "o")), (UInt8(ascii: "p"), UInt8(ascii: "a")),
            (UInt8(ascii: "f"), UInt8(ascii: "a")), (UInt8(ascii: "c"), UInt8(ascii: "a")),
            (UInt8(ascii: "d"), UInt8(ascii: "e")), (UInt8(ascii: "d"), UInt8(ascii: "i")),
            (UInt8(ascii: "u"), UInt8(ascii: "n")):
            true
        default: false
        }
    }

    private static func verb(_ outcome: Vote.Outcome, _ text: InlineText, _ range: Range<Int>) -> ActionVerb {
        var before = text.previousWord(before: range.lowerBound)
        for _ in 0..<4 {
            guard let word = before, adverbs.contains(word, of: text) else { break }
            before = text.previousWord(before: word.lowerBound)
        }
        let isPassive = before.map { auxiliaries.contains($0, of: text) } ?? false
        let isAgent =
            agents.end(in: text, at: text.skippingSpaces(from: range.upperBound)) != nil
        return ActionVerb(
            range: range, outcome: outcome, objectStart: range.upperBound, isPassive: isPassive || isAgent,
            isDeciding: text.matches("decided", at: range.lowerBound),
            isRecalled: isPerfect(text, range.lowerBound) || isDated(text, after: range.upperBound))
    }

    /// `not adopted`, `not been adopted`.
    private static func isDenied(_ text: InlineText, _ index: Int) -> Bool {
        var place = index
        for _ in 0..<3 {
            guard let word = text.previousWord(before: place) else { return false }
            if denials.contains(word, of: text) { return true }
            place = word.lowerBound
        }
        return isNone(text, before: index)
    }

    /// `None of the five amendments was adopted.`
    private static func isNone(_ text: InlineText, before index: Int) -> Bool {
        var place = index
        for _ in 0..<10 {
            guard let word = text.previousWord(before: place) else { return false }
            if none.contains(word, of: text) {
                return text.end(ofWord: ["of"], at: text.skippingSpaces(from: word.upperBound)) != nil
            }
            guard text.skippingSpaces(from: word.upperBound) == place else { return false }
            place = word.lowerBound
        }
        return false
    }

    private static func isInfinitive(_ text: InlineText, _ index: Int) -> Bool {
        text.previousWord(before: index).map { text.end(of: "to", at: $0.lowerBound) == $0.upperBound } ?? false
    }

    /// `had adopted`, `previously adopted`; not `had just adopted`.
    private static func isPerfect(_ text: InlineText, _ index: Int) -> Bool {
        var place = index
        for _ in 0..<3 {
            guard let word = text.previousWord(before: place) else { return false }
            if fresh.contains(word, of: text) { return false }
            if perfect.contains(word, of: text) { return true }
            place = word.lowerBound
        }
        return false
    }

    /// `adopted in 1950`, `adopted on 23 February`, `adopted yesterday`, `adopted last year`.
    private static func isDated(_ text: InlineText, after end: Int) -> Bool {
        let next = text.skippingSpaces(from: end)
        if earlier.end(in: text, at: next) != nil { return true }
        guard let on = dating.end(in: text, at: next), let byte = text.byte(text.skippingSpaces(from: on))
        else {
            return false
        }
        return Ascii.isDigit(byte)
    }

    private static let nouns: WordList = ["adoption", "approval", "decided"]
    private static let means: WordList = ["through the", "by the", "with the", "following the"]
    private static let agents: WordList = ["by the", "by it", "by members"]
    private static let denials: WordList = ["not", "never"]
    private static let none: WordList = ["none", "neither"]
    private static let fresh: WordList = ["just", "newly"]
    private static let earlier: WordList = ["yesterday", "last", "earlier this", "previously"]
    private static let dating: WordList = ["in", "on"]
    private static let adoptions: WordList = [
        "adopted", "adopting", "adopts", "adopt", "approved", "approving", "approves", "approve",
        "passed", "passing", "retained", "retaining", "carried", "accepted", "accepting",
    ]
    private static let rejections: WordList = [
        "rejected", "rejecting", "rejects", "reject", "defeated", "vetoed", "vetoing", "voted down", "did not obtain",
        "did not receive", "did not garner", "did not get",
    ]
    private static let failures: WordList = ["failed", "failing", "fails", "failure", "unable"]
    private static let auxiliaries: WordList = ["was", "were", "is", "are", "been", "being", "be"]
    private static let adverbs: WordList = [
        "not", "then", "also", "unanimously", "overwhelmingly", "subsequently", "again", "therefore", "thus", "next",
        "further",
        "finally", "narrowly", "thereby", "orally", "separately",
    ]
    private static let perfect: WordList = [
        "had", "has", "have", "having", "previously", "recently", "would", "could", "should", "when", "since", "unless",
        "if",
        "until", "once", "may", "might",
    ]
}
