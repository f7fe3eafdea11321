/// "today’s resolution", "the resolution just adopted", "the newly adopted text": words for what this meeting decided.
struct SessionMention {
    enum Subject { case resolution, presidentialStatement, anyText }

    var subject: Subject
    var range: Range<Int>

    /// Reads the mention whose noun stands at `noun`; nil where the words do not tie it to this meeting.
    ///
    /// - Parameter meeting: the body that meets: "the Assembly resolution adopted today" is none of the Council's.
    static func read(_ text: InlineText, noun: Int, meeting: Organ) -> SessionMention? {
        guard let (subject, end) = subject(text, at: noun) else { return nil }
        if let organ = Organ.named(before: noun, in: text), organ != meeting { return nil }
        // "today’s statement" is a speaker’s as often as the Council’s.
        let isBare = statement.end(in: text, at: noun) != nil
        if let start = welcomed(text, before: noun) ?? opening(text, before: noun, isBare: isBare) {
            return SessionMention(subject: subject, range: start..<end)
        }
        guard let close = closing(text, after: end) ?? due(text, after: end) else { return nil }
        var start = noun
        if let word = text.previousWord(before: start), text.end(of: "draft", at: word.lowerBound) == word.upperBound {
            start = word.lowerBound
        }
        return SessionMention(subject: subject, range: includingArticle(text, start)..<close)
    }

    private static func subject(_ text: InlineText, at index: Int) -> (Subject, Int)? {
        if let end = resolution.end(in: text, at: index) { return (.resolution, end) }
        if let end = presidentialStatement.end(in: text, at: index) ?? statement.end(in: text, at: index) {
            return (.presidentialStatement, end)
        }
        return anyText.end(in: text, at: index).map { (.anyText, $0) }
    }

    /// `today’s landmark`, `the newly adopted`, `the just-adopted` before the noun: where they begin.
    private static func opening(_ text: InlineText, before noun: Int, isBare: Bool) -> Int? {
        var place = noun
        for step in 0..<4 {
            guard let word = text.previousWord(before: place) else { return nil }
            if !isBare,
                ["today’s", "today's", "tonight’s", "tonight's"].contains(where: {
                    text.end(of: $0, at: word.lowerBound) == word.upperBound
                })
            {
                return word.lowerBound
            }
            if step == 0, text.end(ofWord: ["just-adopted", "newly-adopted"], at: word.lowerBound) != nil {
                return includingArticle(text, word.lowerBound)
            }
            if step == 0, text.end(ofWord: ["adopted"], at: word.lowerBound) != nil,
                let before = text.previousWord(before: word.lowerBound),
                text.end(ofWord: ["newly", "just"], at: before.lowerBound) != nil
            {
                return includingArticle(text, before.lowerBound)
            }
            // A draft is not adopted yet; a new clause is another matter.
            guard text.bytes[word].allSatisfy({ Ascii.isLetter($0) || $0 == Ascii.hyphen }),
                !text.matches("draft", at: word.lowerBound), text.skippingSpaces(from: word.upperBound) == place
            else { return nil }
            place = word.lowerBound
        }
        return nil
    }

    /// "welcomed the unanimous adoption of the resolution": of the one this meeting adopted. Where "the" begins.
    private static func welcomed(_ text: InlineText, before noun: Int) -> Int? {
        guard let the = text.previousWord(before: noun), text.end(of: "the", at: the.lowerBound) == the.upperBound,
            let of = text.previousWord(before: the.lowerBound), text.end(of: "of", at: of.lowerBound) == of.upperBound,
            let adoption = text.previousWord(before: of.lowerBound),
            text.end(of: "adoption", at: adoption.lowerBound) == adoption.upperBound
        else { return nil }
        var place = adoption.lowerBound
        for _ in 0..<4 {
            guard let word = text.previousWord(before: place) else { return nil }
            if welcoming.contains(word, of: text) { return the.lowerBound }
            place = word.lowerBound
        }
        return nil
    }

    /// "paragraph 4 of the resolution": the noun has nothing but its article.
    static func isPlain(_ text: InlineText, noun: Int) -> Bool {
        guard resolution.end(in: text, at: noun) != nil, let the = text.previousWord(before: noun) else { return false }
        return text.end(of: "the", at: the.lowerBound) == the.upperBound
    }

    /// "the resolution", "that resolution" and nothing of which; `isDistant` for a "that", which points away from here.
    static func anaphor(_ text: InlineText, noun: Int) -> (range: Range<Int>, isDistant: Bool)? {
        guard let end = resolution.end(in: text, at: noun), var word = text.previousWord(before: noun) else {
            return nil
        }
        if same.contains(word, of: text) {
            guard let before = text.previousWord(before: word.lowerBound) else { return nil }
            word = before
        }
        guard pointing.contains(word, of: text), qualifiers.end(in: text, at: text.skippingSpaces(from: end)) == nil
        else { return nil }
        return (word.lowerBound..<end, text.matches("that", at: word.lowerBound))
    }

    /// "a resolution", "another resolution": one that is not told.
    static func isAnother(_ text: InlineText, noun: Int) -> Bool {
        var place = noun
        for _ in 0..<4 {
            guard let word = text.previousWord(before: place) else { return false }
            if others.contains(word, of: text) { return true }
            place = word.lowerBound
        }
        return false
    }

    /// "this resolution", "the present resolution".
    static func ownRange(_ text: InlineText, noun: Int) -> Range<Int>? {
        guard let end = resolution.end(in: text, at: noun), let word = text.previousWord(before: noun),
            own.contains(word, of: text)
        else { return nil }
        return includingArticle(text, word.lowerBound)..<end
    }

    private static func includingArticle(_ text: InlineText, _ start: Int) -> Int {
        guard let word = text.previousWord(before: start), text.end(of: "the", at: word.lowerBound) == word.upperBound
        else {
            return start
        }
        return word.lowerBound
    }

    /// `just adopted`, `adopted this morning`, `that the Council had just adopted` behind the noun: where they end.
    private static func closing(_ text: InlineText, after noun: Int) -> Int? {
        var place = text.skippingSpaces(from: noun)
        var isJust = false
        var adopted: Int?
        for _ in 0..<9 {
            guard let word = text.word(at: place) else { break }
            if text.end(ofWord: ["today", "tonight"], at: place) != nil {
                return adopted == nil ? nil : word.upperBound
            }
            if adopted != nil,
                let end = text.end(
                    ofWord: ["this morning", "this afternoon", "this evening", "earlier today"], at: place)
            {
                return end
            }
            if text.end(ofWord: ["adopted", "passed"], at: place) != nil {
                adopted = word.upperBound
                if isJust { break }
            } else if text.end(ofWord: ["just", "newly"], at: place) != nil {
                isJust = true
                if let end = adopted, end < place { return word.upperBound }
            } else if fillers.end(in: text, at: place) == nil {
                break
            }
            place = text.skippingSpaces(from: word.upperBound)
        }
        guard let adopted, isJust else { return nil }
        // "the one just adopted on 23 February" was adopted then.
        let next = text.skippingSpaces(from: adopted)
        return text.end(ofWord: ["on", "yesterday", "last", "in"], at: next) == nil ? adopted : nil
    }

    /// `due for adoption today`, `to be adopted this morning` behind the noun: where they end.
    private static func due(_ text: InlineText, after noun: Int) -> Int? {
        var place = text.skippingSpaces(from: noun)
        var isAdoption = false
        for _ in 0..<6 {
            guard let word = text.word(at: place) else { return nil }
            if let end = days.end(in: text, at: place) { return isAdoption ? end : nil }
            if adoptions.contains(word, of: text) {
                isAdoption = true
            } else if !dues.contains(word, of: text) {
                return nil
            }
            place = text.skippingSpaces(from: word.upperBound)
        }
        return nil
    }

    private static let days: WordList = ["today", "tonight", "this morning", "this afternoon", "this evening"]
    private static let adoptions: WordList = ["adoption", "adopted"]
    private static let dues: WordList = [
        "due", "set", "slated", "scheduled", "expected", "for", "to", "be", "being", "up", "about",
    ]
    private static let resolution: WordList = ["resolution"]
    private static let presidentialStatement: WordList = ["presidential statement"]
    private static let statement: WordList = ["statement"]
    private static let anyText: WordList = ["text"]
    private static let own: WordList = ["this", "present"]
    private static let same: WordList = ["same"]
    private static let pointing: WordList = ["the", "this", "that"]
    /// What tells the resolution apart from today's: "the resolution on Cyprus", "of 5 May", "to be adopted" – or is
    /// another noun: "the resolution of the conflict".
    private static let qualifiers: WordList = [
        "of", "to", "on", "for", "about", "just", "before", "between", "through", "process", "mechanism", "submitted",
        "proposed", "presented", "drafted", "concerning", "regarding", "titled", "entitled", "under", "adopted",
        "passed", "text", "from", "by", "calling", "with",
    ]
    private static let others: WordList = [
        "a", "an", "another", "any", "each", "every", "no", "previous", "earlier", "new",
    ]
    private static let welcoming: WordList = [
        "welcomed", "welcoming", "welcomes", "welcome", "hailed", "hailing", "applauded", "applauding", "unanimous",
    ]
    private static let fillers: WordList = [
        "that", "which", "was", "were", "had", "has", "have", "been", "unanimously", "by", "the", "security", "council",
        "general", "assembly", "committee", "it", "we", "earlier", "members",
    ]
}
