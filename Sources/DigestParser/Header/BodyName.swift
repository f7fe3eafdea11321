/// The name of a body: `Security Council`, `GENERAL ASSEMBLY`, `Third Committee`, `Commission on the Status of Women`.
/// Read by form: capitalised words around the noun for a body.
struct BodyName: Equatable {
    /// In reading case.
    var name: String
    /// `Sixty-fourth` of `Sixty-fourth General Assembly`.
    var session: String?

    /// The body that a whole line names; nil for anything else, a headline about a body too.
    static func line(_ text: String) -> BodyName? {
        guard text.utf8.count <= 120 else { return nil }
        return read(Phrase(text))
    }

    /// `Committee on Elimination of` above `Discrimination against Women`: a name broken over two lines.
    static func brokenLine(_ text: String, goingOn next: String) -> BodyName? {
        let joints: [Substring] = ["of", "on", "for", "the", "and", "against", "to", "in"]
        guard text.utf8.count + next.utf8.count <= 119, let last = text.split(separator: " ").last,
            joints.contains(last)
        else { return nil }
        return line(text + " " + next)
    }

    static func read(_ phrase: Phrase) -> BodyName? {
        guard (2...14).contains(phrase.count), phrase.words[0].shape != .lower,
            phrase.words.allSatisfy({ $0.marks.isSubset(of: [.comma, .opensParenthesis, .closesParenthesis]) })
        else { return nil }
        guard !phrase.word(phrase.count - 1, isIn: small) else { return nil }
        for index in 0..<phrase.count where phrase.words[index].shape == .lower {
            guard phrase.word(index, isIn: small) else { return nil }
        }
        let start =
            phrase.text(0).utf8.contains(Ascii.hyphen) || phrase.word(0, isIn: ordinals) ? sessionEnd(phrase) : 0
        guard start < phrase.count, isBody(phrase, from: start) else { return nil }
        let session = start > 0 ? reading(phrase.text(0..<start)) : nil
        return BodyName(name: reading(phrase.text(start..<phrase.count)), session: session)
    }

    /// `Security Council` at the end, or `Commission on …`, `Special Committee on …` at the beginning.
    private static func isBody(_ phrase: Phrase, from start: Int) -> Bool {
        let last = phrase.count - 1
        if phrase.word(last, isIn: nouns), last - start <= 6 {
            return !(start..<last).contains { phrase.word($0, isIn: nouns) || isHeadlineVerb(phrase, $0) }
        }
        if phrase.words[last].has(.closesParenthesis),
            let open = (start..<phrase.count).first(where: { phrase.words[$0].has(.opensParenthesis) }), open > start
        {
            return phrase.word(open - 1, isIn: nouns) && open - start <= 6
        }
        guard let noun = (start..<min(phrase.count, start + 4)).first(where: { phrase.word($0, isIn: nouns) })
        else { return false }
        return noun + 1 < phrase.count && ["on", "of", "for", "to"].contains(phrase.lower(noun + 1))
            && phrase.count - start <= 10
            && !(noun + 2..<phrase.count).contains { isHeadlineVerb(phrase, $0) }
    }

    /// `Adopts`, `Hears`: headlines tell in the present tense.
    private static func isHeadlineVerb(_ phrase: Phrase, _ index: Int) -> Bool {
        phrase.word(index, isIn: headlineVerbs)
    }

    private static let headlineVerbs: WordTable = [
        "adopts", "approves", "hears", "calls", "concludes", "opens", "begins", "elects", "extends", "urges", "takes",
        "recommends", "considers", "discusses", "told", "tells", "says", "stress", "decides", "holds", "debates",
        "continues",
        "condemns", "endorses", "rejects", "votes", "closes", "reviews", "examines", "sends", "marks", "requests",
        "grants",
    ]

    /// Words of grammar within a name.
    private static let small: WordTable = ["of", "on", "the", "and", "for", "in", "to", "against"]

    /// `Sixty-fourth General Assembly`, `Third Committee`: an ordinal before an Assembly or Session counts it; before a
    /// Committee it names it.
    private static func sessionEnd(_ phrase: Phrase) -> Int {
        phrase.count > 2 && phrase.word(phrase.count - 1, is: "assembly") ? 1 : 0
    }

    private static let ordinals: WordTable = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
        "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth",
        "hundredth",
    ]

    private static let nouns: WordTable = [
        "council", "assembly", "committee", "commission", "forum", "board", "conference", "subcommittee", "congress",
        "court",
    ]

    /// Capitals into reading case: `GENERAL ASSEMBLY` → `General Assembly`.
    static func reading(_ text: String) -> String {
        guard !text.unicodeScalars.contains(where: Latin.isLower) else { return text }
        let small: Set<String> = ["OF", "ON", "THE", "AND", "FOR", "IN", "TO"]
        let words = text.split(separator: " ").enumerated().map { index, word in
            index > 0 && small.contains(String(word)) ? word.lowercased() : NameCase().reading(String(word))
        }
        return words.joined(separator: " ")
    }

    /// True for `Seventy-second Session,`, `Sixty-first session`, `2016 Session`, `Emergency Special Session`: a line that
    /// counts a session.
    static func isSession(_ text: String) -> Bool {
        guard text.utf8.count <= 80 else { return false }
        let phrase = Phrase(text)
        guard let noun = (0..<phrase.count).last(where: { phrase.word($0, is: "session") }), noun > 0 else {
            return false
        }
        let first = phrase.lower(0)
        return phrase.count - noun <= 4
            && (phrase.text(0).utf8.contains(Ascii.hyphen) || ordinals.contains(first)
                || phrase.words[0].shape == .number
                || first == "emergency" || first == "special" || first == "resumed" || first == "substantive"
                || first == "organizational")
    }
}
