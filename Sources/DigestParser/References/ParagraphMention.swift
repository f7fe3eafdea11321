/// "paragraph 5 above", "paragraphs 33 and 34 of resolution 2270 (2016)", "operative paragraph 8 (d) of its resolution …".
struct ParagraphMention {
    /// Whose paragraphs they are.
    enum Home: Equatable {
        /// "above", "below", "of this resolution": the text the words stand in.
        case own
        /// "of resolution 1769 (2007)".
        case resolution(ResolutionNumber, named: Organ?)
        /// "of today’s resolution": what the words from this index on mean is read like any mention of it.
        case mention(at: Int)
        /// "operative paragraph 9", and no word of whose: the one text that this meeting acted on.
        case session
    }

    struct Item: Equatable {
        /// `5`, or `pp-5` for a preambular one.
        var number: String
        var range: Range<Int>
    }

    var items: [Item]
    var home: Home
    /// Where reading goes on.
    var end: Int

    /// Reads the mention whose word `paragraph` stands at `word`; nil where it names none by number, or no text they belong to.
    static func read(_ text: InlineText, word: Int) -> ParagraphMention? {
        guard let after = nouns.end(in: text, at: word) else { return nil }
        var place = text.skippingSpaces(from: after)
        var items: [Item] = []
        let prefix = text.previousWord(before: word)
        let isPreambular = prefix.map { text.matches("preambular", at: $0.lowerBound) } ?? false
        while let (value, end) = text.number(at: place, limit: 3), value > 0, text.isWordEnd(end) {
            let close = points(text, at: end)
            items.append(Item(number: (isPreambular ? "pp-" : "") + String(value), range: place..<close))
            guard items.count < 40, let next = separator(text, at: close) else {
                place = close
                break
            }
            guard text.byte(next).map(Ascii.isDigit) == true else {
                place = close
                break
            }
            place = next
        }
        let opens = prefix.map { text.matches("operative", at: $0.lowerBound) || isPreambular } ?? false
        guard var last = items.last,
            let (home, end) = home(text, at: last.range.upperBound)
                ?? (opens ? sessionHome(text, at: last.range.upperBound) : nil)
        else { return nil }
        if items.count == 1 {
            let close = end ?? last.range.upperBound
            last.range = (opens ? prefix?.lowerBound ?? word : word)..<close
            items = [last]
        }
        return ParagraphMention(items: items, home: home, end: max(place, last.range.upperBound))
    }

    /// Points behind the number: `8 (d)`, `2(a) and (b)`, `1 (a) (ii)`.
    private static func points(_ text: InlineText, at index: Int) -> Int {
        var end = index
        while true {
            var open = text.skippingSpaces(from: end)
            if end > index, let next = separator(text, at: end), text.byte(next) == Ascii.openParenthesis {
                open = next
            }
            guard text.byte(open) == Ascii.openParenthesis else { return end }
            var close = open + 1
            while let byte = text.byte(close), close - open < 6, Ascii.isAlphanumeric(byte) { close += 1 }
            guard close > open + 1, text.byte(close) == Ascii.closeParenthesis else { return end }
            end = close + 1
        }
    }

    /// A comma, "and", "or", "to", "through" or a dash between two numbers.
    private static func separator(_ text: InlineText, at index: Int) -> Int? {
        var place = index
        if text.byte(place) == Ascii.comma { place += 1 }
        let spaced = text.skippingSpaces(from: place)
        if let end = text.end(ofWord: ["and", "or", "to", "through"], at: spaced) {
            return text.skippingSpaces(from: end)
        }
        if text.byte(spaced) == Ascii.hyphen { return spaced + 1 }
        for dash in [Typography.enDash, Typography.emDash] where Typography.has(dash, in: text.bytes, at: spaced) {
            return text.skippingSpaces(from: spaced + 3)
        }
        return place > index ? spaced : nil
    }

    private static func home(_ text: InlineText, at index: Int) -> (Home, end: Int?)? {
        let place = text.skippingSpaces(from: index)
        if let end = text.end(ofWord: ["above", "below"], at: place) { return (.own, end) }
        guard var next = text.end(ofWord: ["of", "in", "from"], at: place).map(text.skippingSpaces(from:)) else {
            return nil
        }
        if let end = text.end(ofWord: ["this resolution", "the present resolution"], at: next) { return (.own, end) }
        let start = next
        for _ in 0..<7 {
            guard let word = text.word(at: next) else { return nil }
            if let end = text.end(ofWord: ["resolution"], at: next) {
                let number = text.skippingSpaces(from: end)
                if let number = ResolutionNumber.read(text, at: number) {
                    return (.resolution(number, named: Organ.named(before: next, in: text)), nil)
                }
                return (.mention(at: next), nil)
            }
            guard fillers.contains(word, of: text) else { break }
            next = text.skippingSpaces(from: word.upperBound)
        }
        // "paragraph 12 of S/2016/949": a document's symbol.
        return text.byte(start).map(Ascii.isUpper) == true ? (.mention(at: start), nil) : nil
    }

    /// Nothing behind the number says whose it is, or no more than "of the draft", "of the text".
    private static func sessionHome(_ text: InlineText, at index: Int) -> (Home, end: Int?)? {
        let place = text.skippingSpaces(from: index)
        guard let of = text.end(ofWord: ["of", "in", "from"], at: place) else { return (.session, nil) }
        guard let the = text.end(ofWord: ["the"], at: text.skippingSpaces(from: of)) else { return nil }
        return drafts.end(in: text, at: text.skippingSpaces(from: the)) == nil ? nil : (.session, nil)
    }

    private static let drafts: WordList = ["draft", "text", "resolution"]
    private static let nouns: WordList = ["paragraphs", "paragraph", "paras.", "para."]
    /// What may stand between "of" and "resolution".
    private static let fillers: WordList = [
        "its", "the", "that", "united", "nations", "security", "general", "economic", "and", "social", "human",
        "rights",
        "council", "council’s", "council's", "assembly", "assembly’s", "assembly's", "previous", "earlier", "today’s",
        "today's", "newly", "adopted", "just-adopted", "newly-adopted",
    ]
}
