/// "resolution 1373 (2001)", "resolutions 1267 (1999), 1989 (2011) and 2253 (2015)": the word, and its numbers.
struct ResolutionMention {
    struct Item {
        var number: ResolutionNumber
        /// A single number's span has the word in it; in a list behind "resolutions" each is its number alone.
        var span: Range<Int>
    }

    var items: [Item]
    /// The body named beside the word.
    var organ: Organ?
    var end: Int

    /// Reads the mention whose word stands at `word`; nil where no number follows it.
    static func read(_ text: InlineText, word: Int) -> ResolutionMention? {
        guard let after = nouns.end(in: text, at: word) else { return nil }
        let isPlural = Ascii.lowered(text.bytes[after - 1]) == UInt8(ascii: "s")
        var organ = Organ.named(before: word, in: text)
        var place = numberStart(text, after: after, organ: &organ)
        var items: [Item] = []
        while let number = ResolutionNumber.read(text, at: place), items.isEmpty || number.isSure || isPlural {
            let isFirst = items.isEmpty && !isPlural
            items.append(Item(number: number, span: (isFirst ? word : place)..<number.range.upperBound))
            guard items.count < 500, let next = separator(text, at: number.range.upperBound) else { break }
            place = next
        }
        guard let last = items.last else { return nil }
        return ResolutionMention(items: items, organ: organ, end: last.span.upperBound)
    }

    /// Behind "No.", "numbers", or "of the Security Council".
    private static func numberStart(_ text: InlineText, after word: Int, organ: inout Organ?) -> Int {
        var place = text.skippingSpaces(from: word)
        for (words, body) in bodies {
            if let end = text.end(of: words, at: place), text.isWordEnd(end) {
                organ = body
                place = text.skippingSpaces(from: end)
                break
            }
        }
        if let end = text.end(of: "nos.", at: place) ?? text.end(of: "no.", at: place)
            ?? numbers.end(in: text, at: place)
        {
            place = text.skippingSpaces(from: end)
        }
        return place
    }

    /// A comma, semicolon, "and", "or", "as well as", "to" – or, by a slip, nothing but a space – between two numbers.
    private static func separator(_ text: InlineText, at index: Int) -> Int? {
        var place = index
        if let byte = text.byte(place), byte == Ascii.comma || byte == Ascii.semicolon { place += 1 }
        place = text.skippingSpaces(from: place)
        if let end = joints.end(in: text, at: place) {
            place = text.skippingSpaces(from: end)
        }
        return place > index ? place : nil
    }

    private static let nouns: WordList = ["resolutions", "resolution"]
    private static let numbers: WordList = ["numbers", "number"]
    private static let joints: WordList = ["and/or", "and", "or", "as well as", "to", "through", "&"]
    private static let bodies: [(StaticString, Organ)] = [
        ("of the security council", .securityCouncil), ("of the general assembly", .generalAssembly),
        ("of the council", .securityCouncil), ("of the assembly", .generalAssembly),
        ("of the human rights council", .humanRightsCouncil),
        ("of the economic and social council", .economicAndSocialCouncil),
    ]
}

/// A number with its year in brackets, without the word "resolution" right before it: `as well as 2242 (2015)`.
enum BareNumber {
    /// Where the number before `bracket` begins, if it can be a resolution's: the sentence names resolutions from
    /// `since` on, and the word before the number is none that has numbers of its own (`Protocol 14 (2004)`).
    static func start(_ text: InlineText, bracket: Int, since: Int) -> Int? {
        guard text.byte(bracket + 1).map({ Ascii.isDigit($0) || $0 == Ascii.space }) == true else { return nil }
        let end = text.skippingSpaces(before: bracket)
        var start = end
        while start > since, end - start < 5, Ascii.isDigit(text.bytes[start - 1]) { start -= 1 }
        guard end > start, end - start <= 4, text.isWordStart(start), let (_, _) = ResolutionNumber.year(text, at: end)
        else {
            return nil
        }
        guard !endsSentence(text, since..<start) else { return nil }
        let before = text.skippingSpaces(before: start)
        if let mark = text.byte(before - 1), mark == Ascii.comma || mark == Ascii.semicolon { return start }
        guard let word = text.word(before: before), word.lowerBound >= since else { return nil }
        return joints.contains(word, of: text) ? start : nil
    }

    private static func endsSentence(_ text: InlineText, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if text.bytes[index] == Ascii.period {
                let next = text.skippingSpaces(from: index + 1)
                if next > index + 1, let byte = text.byte(next), Ascii.isUpper(byte) { return true }
            }
            index += 1
        }
        return false
    }

    private static let joints: WordList = [
        "and", "or", "as", "with", "to", "by", "through", "including", "also", "particularly", "namely", "of", "in",
        "under",
        "both", "notably", "from",
    ]
}

/// "Presidential Statement 2015/25", "presidential statements 2015/25 and 2016/9".
struct StatementNumber {
    struct Item {
        /// `2015/25`
        var number: String
        var range: Range<Int>
    }

    var items: [Item]
    var end: Int

    private static let nouns: WordList = ["presidential statements", "presidential statement"]

    /// Reads the mention whose word "presidential" stands at `word`; nil where no number follows.
    static func read(_ text: InlineText, word: Int) -> StatementNumber? {
        guard let after = nouns.end(in: text, at: word) else {
            return nil
        }
        let isPlural = Ascii.lowered(text.bytes[after - 1]) == UInt8(ascii: "s")
        var place = text.skippingSpaces(from: after)
        var items: [Item] = []
        while let number = ResolutionNumber.read(text, at: place), case .yearly(let year, let value) = number.form {
            let start = items.isEmpty && !isPlural ? word : place
            items.append(Item(number: "\(year)/\(value)", range: start..<number.range.upperBound))
            place = number.range.upperBound
            if text.byte(place) == Ascii.comma { place += 1 }
            place = text.skippingSpaces(from: place)
            if let and = text.end(ofWord: ["and"], at: place) { place = text.skippingSpaces(from: and) }
        }
        return items.last.map { StatementNumber(items: items, end: $0.range.upperBound) }
    }
}
