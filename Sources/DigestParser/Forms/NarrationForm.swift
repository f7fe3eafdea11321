/// Words that belong to nobody: procedure told by the release itself, and editorial notes in brackets (genre, 7).
enum NarrationForm {
    /// `[The representative spoke in Arabic …]`, `(For background, see Press Release SC/15569.)`
    static func isBracketed(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "(") else {
            return false
        }
        let close = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
        let tail = text.utf8.suffix(3)
        guard tail.contains(close) else { return false }
        // `(a) …` and `[the] Council said …` open running text.
        let inside = text.utf8.dropFirst().firstIndex(of: close) ?? text.utf8.endIndex
        return text.utf8.distance(from: inside, to: text.utf8.endIndex) <= 3
    }

    /// `The Council then unanimously adopted resolution 2331 (2016).`, `The meeting was suspended at 1 p.m.`,
    /// `Also speaking today were …`, `Acting without a vote, the Assembly …`
    static func isProcedure(_ text: String) -> Bool {
        if ByteSearch.hasPrefix(text, "Having obtained the required ") { return true }
        guard mayBeProcedure(text) else { return false }
        let phrase = Phrase.opening(of: text, within: 700)
        let end = phrase.sentenceEnd(from: 0)
        if speaks(phrase, end: end) { return false }
        if isRoll(phrase, end: end) { return true }
        return bodyActs(phrase, end: end)
    }

    /// `Also speaking were …`, `Closing remarks were made by Mr. X`: who spoke, and nothing of what was said.
    static func isRoll(_ text: String) -> Bool {
        let head = ByteSearch.head(of: text, scalars: 240)
        let isPeople =
            ByteSearch.hasPrefix(text, "M") && ByteSearch.contains(head, " and M")
            || ByteSearch.contains(head, ") and ")
        guard isPeople || ByteSearch.contains(head, " were ") || ByteSearch.contains(head, " was ") else {
            return false
        }
        let phrase = Phrase.opening(of: text, within: 700)
        let end = phrase.sentenceEnd(from: 0)
        return !speaks(phrase, end: end) && isList(phrase, end: end)
    }

    /// A first look at the bytes: the sentence names a body, a meeting or those who spoke.
    private static func mayBeProcedure(_ text: String) -> Bool {
        subjects.isMet(in: ByteSearch.head(of: text, scalars: 240))
    }

    private static let subjects: WordSearch = [
        "Council", "Assembly", "Committee", "Commission", "meeting", "speaking", "statements", "epresentatives",
        "elegat", "remarks",
        "peakers", "text", "resolution", "vote", "mendment", "body", "Body", "Forum", "Conference", "draft",
        "It then", "floor was", "anellist", "RESIDENT", "resident", "Chair", "statement",
    ]

    /// Reported speech: somebody of the turn goes on.
    static func speaks(_ phrase: Phrase, end: Int) -> Bool {
        for index in 0..<min(end, phrase.count) where !phrase.words[index].isQuoted {
            guard phrase.word(index, isIn: Vocabulary.pronouns), !phrase.word(index, is: "they"),
                index + 1 < phrase.count
            else { continue }
            var next = index + 1
            if ["also", "then", "further", "therefore"].contains(phrase.lower(next)) { next += 1 }
            guard next < phrase.count else { continue }
            let verb = phrase.lower(next)
            if Vocabulary.tellingVerbs.contains(verb) || verb.hasSuffix("ed")
                || Vocabulary.irregularVerbs.contains(verb)
            {
                return true
            }
        }
        return false
    }

    /// `Also speaking today were …`, `Representatives of several countries, among them …`, `Prior to the vote, several
    /// delegates expressed …`: many at once.
    private static func isRoll(_ phrase: Phrase, end: Int) -> Bool {
        if isList(phrase, end: end) { return true }
        for start in 0..<end where start == 0 || phrase.words[start - 1].has(.comma) {
            if phrase.words[start].isQuoted { continue }
            let index = pastQuantifiers(phrase, start, end: end)
            guard index < end else { return false }
            switch phrase.lower(index) {
            case "representatives", "delegates", "speakers", "delegations", "members", "ministers", "countries",
                "observers", "panellists", "panelists", "experts", "briefers":
                if index > start || start == 0, isPlainPlural(phrase, index, end: end) { return true }
            default: break
            }
        }
        return false
    }

    /// `Speaking were`, `statements were made`: the sentence lists speakers.
    private static func isList(_ phrase: Phrase, end: Int) -> Bool {
        if listsPeople(phrase, end: end) { return true }
        for start in 0..<end where start == 0 || phrase.words[start - 1].has(.comma) {
            if phrase.words[start].isQuoted { continue }
            let index = pastQuantifiers(phrase, start, end: end)
            guard index < end else { return false }
            switch phrase.lower(index) {
            case "speaking", "participating", "contributing":
                if isInverted(phrase, index, end: end), !tellsWhat(phrase, end: end) { return true }
            case "addressing", "delivering", "making", "taking", "intervening":
                if start == 0, isInverted(phrase, index, end: end), !tellsWhat(phrase, end: end) { return true }
            case "statements", "statement", "explanations", "interventions", "intervention", "presentations", "remarks":
                if (index + 1..<min(end, index + 6)).contains(where: { isPassive(phrase, $0) }) { return true }
            default: break
            }
        }
        return false
    }

    /// `Ms. ROTH (Switzerland), Mr. NOVAK (Slovenia) and Ms. GATT (Malta) made brief remarks`
    private static func listsPeople(_ phrase: Phrase, end: Int) -> Bool {
        guard phrase.word(0, isIn: Vocabulary.honorifics) else { return listsDelegates(phrase, end: end) }
        let others = (1..<max(end, 1)).filter {
            phrase.word($0, isIn: Vocabulary.honorifics)
                && (phrase.word($0 - 1, is: "and") || phrase.words[$0 - 1].has(.comma))
        }
        guard let last = others.last, phrase.word(last - 1, is: "and") else { return false }
        return (last..<end).contains { ["remarks", "statements", "spoke"].contains(phrase.lower($0)) }
    }

    /// `Joon Bo (Malta) and Tofig Ali (Chad) also took the floor.`
    private static func listsDelegates(_ phrase: Phrase, end: Int) -> Bool {
        guard end > 6, phrase.words[0].shape == .capital,
            phrase.word(end - 1, is: "floor") || phrase.word(end - 1, is: "spoke")
        else { return false }
        guard let and = (1..<end - 1).first(where: { phrase.word($0, is: "and") && phrase.words[$0].depth == 0 }) else {
            return false
        }
        return phrase.words[and - 1].has(.closesParenthesis)
            && (and..<end).contains { phrase.words[$0].has(.closesParenthesis) }
    }

    private static func pastQuantifiers(_ phrase: Phrase, _ start: Int, end: Int) -> Int {
        var index = start
        while index < min(end, start + 5), phrase.word(index, isIn: quantifiers) { index += 1 }
        return index
    }

    /// A verb before whom it brings in: `Also speaking in the debate were …`, up to the first pause.
    private static func isInverted(_ phrase: Phrase, _ index: Int, end: Int) -> Bool {
        for next in index..<min(end, index + 14) {
            if phrase.word(next, is: "were") || phrase.word(next, is: "was") { return true }
            if phrase.words[next].has(.comma) { return false }
        }
        return false
    }

    /// `Also addressing the Council was Mr. X, who said`: one speaker, with what was said.
    private static func tellsWhat(_ phrase: Phrase, end: Int) -> Bool {
        (1..<end).contains {
            phrase.word($0 - 1, is: "who") && phrase.word($0, isIn: Vocabulary.tellingVerbs)
        }
    }

    /// `were made`, `was delivered`
    private static func isPassive(_ phrase: Phrase, _ index: Int) -> Bool {
        (phrase.word(index, is: "were") || phrase.word(index, is: "was"))
            && ["made", "delivered", "given", "heard", "also"].contains(phrase.lower(min(index + 1, phrase.count - 1)))
    }

    private static let quantifiers: WordTable = [
        "also", "others", "other", "the", "several", "many", "some", "most", "a", "number", "of", "all", "few",
        "handful", "second", "third", "further",
        "council", "committee", "assembly", "various", "both", "two", "three", "four", "five", "still", "closing",
        "opening", "concluding", "introductory", "brief", "general",
    ]

    /// Told of, not addressed: a past tense or a list of countries follows.
    private static func isPlainPlural(_ phrase: Phrase, _ index: Int, end: Int) -> Bool {
        guard index + 1 < end else { return false }
        let next = phrase.lower(index + 1)
        if phrase.words[index].has(.comma) { return ["including", "among", "such", "led", "notably"].contains(next) }
        return ["of", "from", "for", "then", "also", "and", "were", "who", "in"].contains(next) || next.hasSuffix("ed")
            || Vocabulary.tellingVerbs.contains(next)
    }

    /// A body is the subject of a verb of procedure, or does something `then`, `next`.
    private static func bodyActs(_ phrase: Phrase, end: Int) -> Bool {
        guard var body = subject(phrase, end: end) else { return false }
        var isSequel = false
        if phrase.words[body - 1].has(.comma), let close = asideEnd(phrase, from: body, end: end) { body = close }
        for index in body..<min(end, body + 6) where !phrase.words[index].isQuoted {
            let word = phrase.lower(index)
            if word == "then" || word == "next" { isSequel = true }
            if procedures.contains(word) { return isSequel || isPlainAct(phrase, verb: index, end: end) }
            if phrase.words[index].has(.comma) || ["must", "should", "is", "has", "can", "cannot"].contains(word) {
                return false
            }
        }
        return isSequel
    }

    /// Past an aside between commas: `, which received 13 votes in favour (…), with 2 abstentions, was not adopted`.
    private static func asideEnd(_ phrase: Phrase, from start: Int, end: Int) -> Int? {
        let commas = (start..<end).filter { phrase.words[$0].has(.comma) && $0 + 1 < end }
        let verb = commas.first { phrase.word($0 + 1, is: "was") || phrase.word($0 + 1, is: "were") }
        return (verb ?? commas.first).map { $0 + 1 }
    }

    private static func isPlainAct(_ phrase: Phrase, verb: Int, end: Int) -> Bool {
        if phrase.word(verb, is: "was") || phrase.word(verb, is: "were") {
            return (verb..<min(end, verb + 5)).contains {
                [
                    "suspended", "adjourned", "resumed", "adopted", "rejected", "approved", "closed", "postponed",
                    "elected", "defeated", "opened",
                ]
                .contains(phrase.lower($0))
            }
        }
        return true
    }

    private static let procedures: WordTable = [
        "adopted", "approved", "rejected", "decided", "elected", "took", "heard", "suspended", "resumed", "adjourned",
        "concluded", "failed", "turned", "observed", "postponed", "appointed", "endorsed", "authorized", "agreed",
        "voted",
        "proceeded", "was", "were", "began", "continued", "met", "held", "considered", "deferred", "retained", "acted",
        "granted", "recommended", "invited", "reconvened", "reelected", "re-elected", "will", "defeated", "passed",
    ]

    /// Past the body that is the sentence’s subject: at its beginning, or behind an introduction and its comma.
    private static func subject(_ phrase: Phrase, end: Int) -> Int? {
        for index in 0..<end where !phrase.words[index].isQuoted {
            guard index == 0 || phrase.words[index - 1].has(.comma) || phrase.word(index, is: "it") else { continue }
            if phrase.word(index, is: "it"), index == 0 { return 1 }
            if phrase.word(index, is: "none") || phrase.word(index, is: "members"), index == 0 { return 1 }
            var next = index
            if phrase.word(next, is: "the") || phrase.word(next, is: "today’s") { next += 1 }
            guard next < end, next > index else { continue }
            let start = next
            while next < end, next - start < 8, isNamePart(phrase, next, after: start) {
                next += 1
                if phrase.words[next - 1].has(.comma) { break }
            }
            if next > start, phrase.word(next - 1, isIn: bodies) { return next }
            if next == start,
                ["meeting", "body", "draft", "text", "amendment", "resolution", "organ", "oral", "floor"].contains(
                    phrase.lower(next))
            {
                let isDraft = ["resolution", "decision", "text", "amendment"].contains(
                    phrase.lower(min(next + 1, phrase.count - 1)))
                return isDraft && next + 1 < end ? next + 2 : next + 1
            }
        }
        return nil
    }

    /// `Economic and Social Council`
    private static func isNamePart(_ phrase: Phrase, _ index: Int, after start: Int) -> Bool {
        if [.capital, .upper].contains(phrase.words[index].shape) { return true }
        return index > start && phrase.word(index, is: "and") && index + 1 < phrase.count
            && phrase.words[index + 1].shape == .capital
    }

    private static let bodies: WordTable = [
        "council", "assembly", "committee", "commission", "conference", "forum", "board", "body", "president", "chair",
    ]
}
