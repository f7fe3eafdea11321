import Meetings

/// What an action was about: a resolution, a draft, an amendment, a paragraph kept, a motion.
struct VotedText: Equatable {
    enum Kind: Equatable { case resolution, presidentialStatement, amendment, paragraph, motion }

    var kind: Kind
    /// In canonical form, where the text gives one.
    var symbol: String?
    /// `Uniting for peace`, the words of a motion, `draft resolution II`: what it is called where no symbol is given.
    var name: String?
    /// `amendment to A/C.3/72/L.1`: the symbol is that of the text to be amended.
    var isToSymbol = false
    /// `the five amendments`: how many, where they are told of at once.
    var number: String?

    /// Nothing but "the text", "it": it stands for something named elsewhere.
    var isGeneric: Bool { symbol == nil && name == nil }

    /// In the words a vote keeps as its subject.
    var subject: String? {
        switch kind {
        case .amendment where isGeneric && number != nil: (number ?? "") + " amendments"
        case .amendment:
            symbol.map { (isToSymbol ? "amendment to " : "amendment ") + $0 } ?? name.map { "amendment “\($0)”" }
                ?? "amendment"
        case .paragraph: [name, symbol].compactMap { $0 }.joined(separator: " of ")
        case .motion where name?.hasPrefix("motion") == true: name
        default: symbol ?? name
        }
    }
}

/// Finds what was voted on in a stretch of a sentence.
struct VotedTextReader {
    let meeting: Organ
    /// For short forms (`L.25`).
    let drafts: DraftSymbols

    /// The texts named first in the range: several only when one list names them (`resolutions 2330 (2016) and 2331 (2016)`).
    func texts(in text: InlineText, _ range: Range<Int>) -> [VotedText] {
        var found: VotedText?
        var isPlural = false
        var starts = FormStarts(in: text, range)
        while let index = starts.next() {
            guard Self.opensNoun(text.bytes[index]), text.bytes[index] == Ascii.slash || text.isWordStart(index) else {
                continue
            }
            // What stands behind "pursuant to" is another text.
            if Self.citations.end(in: text, at: index) != nil {
                break
            }
            if text.bytes[index] == Ascii.slash {
                guard let symbol = DocumentSymbol.read(text, slash: index), isNamed(text, symbol.range.lowerBound)
                else { continue }
                if let number = became(text, after: symbol.range.upperBound) { return resolutions(number) }
                let first = with(symbol: symbol, found)
                let list = listed(text, first, after: symbol.range.upperBound)
                guard isPlural, list.count == 1 else { return list }
                return list + further(text, symbol.range.upperBound..<range.upperBound, like: first)
            }
            if Self.plurals.end(in: text, at: index) != nil { isPlural = true }
            if let named = found, let short = DraftSymbols.shortForm(text, at: index), let symbol = drafts[short.ending]
            {
                var named = named
                named.symbol = symbol
                return listed(text, named, after: short.end)
            }
            if let mention = ResolutionMention.read(text, word: index), mention.items.allSatisfy(\.number.isSure) {
                if let found, !isBecoming(text, index) { return [found] }
                return resolutions(mention)
            }
            if let statement = StatementNumber.read(text, word: index) {
                return statement.items.map { VotedText(kind: .presidentialStatement, symbol: "S/PRST/" + $0.number) }
            }
            if found != nil, let (title, end) = title(text, at: index) {
                if found?.name == nil { found?.name = title }
                starts.skip(to: end)
            } else if found == nil || found?.isGeneric == true, let noun = noun(text, at: index) {
                // `an amendment to preambular paragraph 7 of “L.6”` stays one.
                if found?.isToSymbol != true { found = noun }
            }
        }
        return found.map { [$0] } ?? []
    }

    /// A text and those in a list with it: `“A/72/L.4” and “A/72/L.5”`.
    private func listed(_ text: InlineText, _ first: VotedText, after end: Int) -> [VotedText] {
        var found = [first]
        var place = end
        while let next = separator(text, at: place) {
            var symbol: String?
            if let short = DraftSymbols.shortForm(text, at: next) {
                (symbol, place) = (drafts[short.ending], short.end)
            } else if let slash = text.word(at: next)?.upperBound, text.byte(slash) == Ascii.slash,
                let named = DocumentSymbol.read(text, slash: slash)
            {
                (symbol, place) = (named.target, named.range.upperBound)
            }
            guard let symbol else { break }
            found.append(VotedText(kind: first.kind, symbol: symbol, isToSymbol: first.isToSymbol))
        }
        return found
    }

    /// `drafts on masts (document A/72/L.4) and on oars (document A/72/L.5)`: the others, each in its brackets.
    private func further(_ text: InlineText, _ range: Range<Int>, like first: VotedText) -> [VotedText] {
        var found: [VotedText] = []
        var index = range.lowerBound
        while index < range.upperBound, found.count < 100 {
            defer { index += 1 }
            guard text.bytes[index] == Ascii.slash, let symbol = DocumentSymbol.read(text, slash: index) else {
                continue
            }
            index = symbol.range.upperBound
            guard isNamed(text, symbol.range.lowerBound), isDraft(symbol) else { continue }
            found.append(VotedText(kind: first.kind, symbol: symbol.target, isToSymbol: first.isToSymbol))
        }
        return found
    }

    private func isDraft(_ symbol: DocumentSymbol) -> Bool {
        ["/L.", "/RES/", "/CRP."].contains { symbol.target.contains($0) }
    }

    /// Quotation marks, a comma, "and" between the symbols of a list: where the next may begin.
    private func separator(_ text: InlineText, at index: Int) -> Int? {
        var place = skippingMarks(text, index)
        if text.byte(place) == Ascii.comma { place += 1 }
        let isQuoted = place > index
        place = skippingMarks(text, text.skippingSpaces(from: place))
        if let end = text.end(ofWord: ["and", "or"], at: place) {
            return skippingMarks(text, text.skippingSpaces(from: end))
        }
        return isQuoted ? place : nil
    }

    private func skippingMarks(_ text: InlineText, _ index: Int) -> Int {
        if text.byte(index) == Ascii.quote { return index + 1 }
        let marks = [Typography.opening, Typography.closing]
        return marks.contains { Typography.has($0, in: text.bytes, at: index) } ? index + 3 : index
    }

    /// A symbol in brackets or behind a word for what it is names the text; others are cited.
    private func isNamed(_ text: InlineText, _ start: Int) -> Bool {
        if text.byte(start - 1) == Ascii.openParenthesis { return true }
        let isQuoted = Typography.has(Typography.opening, in: text.bytes, at: start - 3)
        guard let word = text.previousWord(before: isQuoted ? start - 3 : start) else { return false }
        return Self.namers.contains(word, of: text)
    }

    /// `(document S/2018/956) as resolution 2440 (2018)`: the number a draft got, a few words behind its symbol.
    private func became(_ text: InlineText, after end: Int) -> ResolutionMention? {
        for index in end..<min(end + 60, text.count) {
            // Another symbol, another text; and the next sentence.
            if text.bytes[index] == Ascii.slash || text.bytes[index] == Ascii.period { return nil }
            guard text.bytes[index] | 0x20 == UInt8(ascii: "r"), text.isWordStart(index) else { continue }
            if isBecoming(text, index), let mention = ResolutionMention.read(text, word: index) { return mention }
        }
        return nil
    }

    /// `adopted the draft as resolution 2440 (2018)`.
    private func isBecoming(_ text: InlineText, _ index: Int) -> Bool {
        guard let word = text.previousWord(before: index) else { return false }
        return Self.becoming.contains(word, of: text)
    }

    private static let citations: WordList = ["pursuant", "established", "in accordance", "in violation"]
    private static let becoming: WordList = ["as", "became", "becoming"]
    private static let titling: WordList = ["titled", "entitled"]
    private static let amendments: WordList = ["amendment", "amendments", "subamendment", "sub-amendment"]
    private static let paragraphs: WordList = ["paragraph", "paragraphs"]
    private static let statements: WordList = ["presidential statement"]
    private static let plurals: WordList = ["drafts", "texts", "resolutions", "draft resolutions", "draft texts"]
    private static let texts: WordList = ["resolution", "draft resolution", "text", "draft", "measure", "draft text"]
    private static let namers: WordList = [
        "document", "documents", "resolution", "resolutions", "draft", "drafts", "amendment", "amendments", "text",
        "texts", "as", "symbol", "in",
        "statement",
    ]

    private static func opensNoun(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "r"), UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "a"),
            UInt8(ascii: "p"),
            UInt8(ascii: "e"), UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "o"), UInt8(ascii: "i"):
            true
        default: byte == Ascii.slash
        }
    }

    private func resolutions(_ mention: ResolutionMention) -> [VotedText] {
        mention.items.map { item in
            VotedText(
                kind: .resolution, symbol: Organ.symbol(of: item.number.form, named: mention.organ, meeting: meeting))
        }
    }

    private func with(symbol: DocumentSymbol, _ found: VotedText?) -> VotedText {
        let isStatement = symbol.kind == .presidentialStatement
        // `its statement, as contained in document PBC/12/LBR/1`: no draft, and so no resolution.
        var text = found ?? VotedText(kind: isDraft(symbol) ? .resolution : .motion)
        if isStatement { text.kind = .presidentialStatement }
        text.symbol = symbol.target
        return text
    }

    /// `titled “…”`, `entitled "…"`.
    private func title(_ text: InlineText, at index: Int) -> (String, Int)? {
        guard let end = Self.titling.end(in: text, at: index) else { return nil }
        let open = text.skippingSpaces(from: end)
        let isStraight = text.byte(open) == Ascii.quote
        guard isStraight || Typography.has(Typography.opening, in: text.bytes, at: open) else { return nil }
        let start = open + (isStraight ? 1 : 3)
        var close = start
        while close < text.count, close - start < 600 {
            if isStraight
                ? text.bytes[close] == Ascii.quote : Typography.has(Typography.closing, in: text.bytes, at: close)
            {
                let words = text.string(start..<close)
                return (words.last == "," ? String(words.dropLast()) : words, close)
            }
            close += 1
        }
        return nil
    }

    private func noun(_ text: InlineText, at index: Int) -> VotedText? {
        if let end = Self.amendments.end(in: text, at: index) {
            let isTo = text.end(ofWord: ["to", "of"], at: text.skippingSpaces(from: end)) != nil
            return VotedText(kind: .amendment, isToSymbol: isTo, number: number(text, before: index, end))
        }
        if let end = Self.paragraphs.end(in: text, at: index) { return paragraph(text, index, end) }
        if Self.statements.end(in: text, at: index) != nil {
            return VotedText(kind: .presidentialStatement)
        }
        if let end = Self.texts.end(in: text, at: index) {
            return VotedText(kind: .resolution, name: romanNumber(text, after: end).map { "draft resolution " + $0 })
        }
        guard Self.motions.end(in: text, at: index) != nil else { return nil }
        return VotedText(kind: .motion, name: motion(text, at: index))
    }

    /// `five proposed amendments`: the number, some adjectives before.
    private func number(_ text: InlineText, before index: Int, _ end: Int) -> String? {
        guard Ascii.lowered(text.bytes[end - 1]) == UInt8(ascii: "s") else { return nil }
        var place = index
        for _ in 0..<3 {
            guard let word = text.previousWord(before: place), text.skippingSpaces(from: word.upperBound) == place
            else { return nil }
            if CountWord.value(text, word) ?? 0 > 1 { return text.string(word) }
            place = word.lowerBound
        }
        return nil
    }

    /// `operative paragraph 5`, `preambular paragraphs 8 and 9`, `paragraph 3 (b)`.
    private func paragraph(_ text: InlineText, _ index: Int, _ end: Int) -> VotedText {
        var start = index
        if let word = text.previousWord(before: index),
            text.end(ofWord: ["operative", "preambular"], at: word.lowerBound) == word.upperBound
        {
            start = word.lowerBound
        }
        var close = end
        var place = text.skippingSpaces(from: end)
        while let word = text.word(at: place) {
            let isNumber = text.number(at: place, limit: 3) != nil
            guard isNumber || text.end(of: "and", at: place) == word.upperBound else { break }
            if isNumber { close = word.upperBound }
            place = text.skippingSpaces(
                from: text.byte(word.upperBound) == Ascii.comma ? word.upperBound + 1 : word.upperBound)
        }
        return VotedText(kind: .paragraph, name: text.string(start..<close).lowercased())
    }

    /// `draft resolution II`: the texts of a committee's report.
    private func romanNumber(_ text: InlineText, after end: Int) -> String? {
        let place = text.skippingSpaces(from: end)
        guard let word = text.word(at: place), text.bytes[word].allSatisfy({ "IVX".utf8.contains($0) }) else {
            return nil
        }
        return text.string(word)
    }

    /// `motion to adjourn the debate`: up to the next pause, tally or verb.
    private func motion(_ text: InlineText, at index: Int) -> String {
        var end = index
        var place = index
        for _ in 0..<12 {
            guard let word = text.word(at: place),
                Self.stops.end(in: text, at: place) != word.upperBound || isMover(text, by: word)
            else { break }
            end = word.upperBound
            place = text.skippingSpaces(from: end)
            if place == end { break }
        }
        return text.string(index..<max(end, index))
    }

    /// `motion by Peru`, and not `by a vote of`.
    private func isMover(_ text: InlineText, by word: Range<Int>) -> Bool {
        text.end(of: "by", at: word.lowerBound) == word.upperBound
            && text.byte(text.skippingSpaces(from: word.upperBound)).map(Ascii.isUpper) == true
    }

    private static let stops: WordList = [
        "by", "with", "was", "were", "which", "that", "and", "owing", "having", "as", "in", "on", "failed",
    ]
    private static let motions: WordList = [
        "motion", "proposal", "request", "provisional agenda", "agenda", "draft decision", "decision", "report",
        "appeal",
        "invitation", "recommendation", "nomination",
    ]
}
