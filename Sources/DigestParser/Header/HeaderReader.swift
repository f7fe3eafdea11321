import Meetings

/// What stands above the text: number, time mark, symbol, date, body, session, headlines, in any order, any of it missing.
struct Header: Equatable {
    var body: String?
    var session: String?
    var numbers: [Int] = []
    var timeMark: String?
    var symbol: String?
    var headline: String?
    var subheadlines: [String] = []
    /// ISO 8601.
    var date: String?
    /// How many passages from the top it takes.
    var passages = 0
}

extension Header {
    /// What a head of a later page says, where the first said nothing.
    mutating func add(_ line: MeetingNumberLine?) {
        guard let line else { return }
        if numbers.isEmpty { numbers = line.numbers }
        timeMark = timeMark ?? line.timeMark
        date = date ?? line.date
    }
}

struct HeaderReader {
    private let passages: [Passage]
    private let openers: OpenerReader
    private var header = Header()
    /// No release has more lines above its text.
    private static let longest = 40
    /// The last passage added to the headline or a sub-headline: one that goes on joins it.
    private var lastTitle: Int?

    static func read(_ passages: [Passage], openers: OpenerReader) -> Header {
        var reader = HeaderReader(passages: passages, openers: openers)
        reader.read()
        return reader.header
    }

    private init(passages: [Passage], openers: OpenerReader) {
        self.passages = passages
        self.openers = openers
    }

    private mutating func read() {
        while header.passages < min(passages.count, Self.longest) {
            let passage = passages[header.passages]
            guard readFact(passage) || readTitle(passage, at: header.passages) else { break }
            header.passages += 1
        }
        if header.passages < passages.count { readGluedDate(passages[header.passages]) }
    }

    /// Old releases set the date as eight digits right before the first words: `19971216At its resumed session, …`.
    private mutating func readGluedDate(_ passage: Passage) {
        let digits = passage.text.prefix(8)
        guard digits.utf8.count == 8, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), passage.utf8.count > 8
        else { return }
        header.date = header.date ?? PrintedDate.line(String(digits))
    }

    // MARK: Facts

    /// True for a line that states number, date, symbol, session or body.
    static func isFact(_ text: String) -> Bool {
        text.utf8.count <= 160
            && (MeetingNumberLine.read(text) != nil || PrintedDate.line(text) != nil || PressSymbol.line(text) != nil
                || BodyName.isSession(text) || BodyName.line(text) != nil)
    }

    private mutating func readFact(_ passage: Passage) -> Bool {
        let text = passage.text
        guard passage.utf8.count <= 160 else { return false }
        if let line = MeetingNumberLine.read(text) {
            header.add(line)
            readBody(in: text)
            readSession(in: text)
            return true
        }
        if let date = PrintedDate.line(text) {
            header.date = header.date ?? date
            return true
        }
        if let symbol = PressSymbol.line(text) {
            header.symbol = header.symbol ?? symbol
            readBody(in: String(text.prefix(upTo: text.range(of: symbol)?.lowerBound ?? text.startIndex)))
            return true
        }
        if MeetingNumberLine.isTimeMark(text) {
            header.timeMark = header.timeMark ?? text
            return true
        }
        if BodyName.isSession(text) {
            header.session = header.session ?? text.trimmingSuffix { $0 == "," }
            return true
        }
        if let body = BodyName.line(text) ?? BodyName.brokenLine(text, goingOn: nextLine) {
            take(body)
            return true
        }
        return isBoilerplate(text) || BodyName.brokenLine(previousLine, goingOn: text) != nil
    }

    private var nextLine: String { line(header.passages + 1) }
    private var previousLine: String { line(header.passages - 1) }

    private func line(_ index: Int) -> String { passages.indices.contains(index) ? passages[index].text : "" }

    /// `Seventy-second Session, 20th Meeting (Night)`
    private mutating func readSession(in text: String) {
        guard header.session == nil, let comma = text.firstIndex(of: ",") else { return }
        let head = String(text[..<comma])
        if BodyName.isSession(head) { header.session = head }
    }

    private mutating func readBody(in text: String) {
        let head = text.prefix { !$0.isNumber && $0 != "," }
        if let body = BodyName.line(String(head)) { take(body) }
    }

    /// A committee is more exact than the Assembly it belongs to.
    private mutating func take(_ body: BodyName) {
        header.session = header.session ?? body.session
        guard let known = header.body else {
            header.body = body.name
            return
        }
        if known.hasSuffix("Assembly"), !body.name.hasSuffix("Assembly") { header.body = body.name }
    }

    private func isBoilerplate(_ text: String) -> Bool {
        let line = text.lowercased()
        let heads = [
            "press release", "skip to main content", "meetings coverage", "plenary", "department of public information",
            "news and media division",
            "in progress at unhq", "for information media", "not an official record",
            "united nations information service",
            "department of global communications", "un headquarters", "round-up release", "roundup",
        ]
        if heads.contains(where: line.hasPrefix), text.utf8.count < 120 { return true }
        if PrintedDate.isDay(text) { return true }
        return !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            && !text.utf8.contains(Ascii.asterisk)
    }

    // MARK: Titles

    /// A headline or sub-headline: a title, not a sentence; the last title before a turn heads a section.
    private mutating func readTitle(_ passage: Passage, at index: Int) -> Bool {
        let text = passage.text
        if let headline = header.headline, text.utf8.count >= 20, text.utf8.count <= 200, repeats(text, headline) {
            lastTitle = index
            return true
        }
        guard isTitle(passage), !headsSection(index), !isSectionHeading(index) else { return false }
        if let headline = header.headline {
            if repeats(text, headline) {
                lastTitle = index
            } else if isPart(headline), Phrase(text).count > 5 {
                header.headline = text
                lastTitle = index
            } else {
                addTitle(text, at: index)
            }
            return true
        }
        if let colon = text.firstIndex(of: ":"), text[colon...].dropFirst().first?.isWhitespace == true,
            let body = BodyName.line(String(text[..<colon]))
        {
            take(body)
            header.headline = String(text[colon...].dropFirst().drop(while: \.isWhitespace))
        } else {
            readGluedDate(passage)
            header.headline = text
        }
        lastTitle = index
        return true
    }

    private mutating func addTitle(_ title: String, at index: Int) {
        readGluedDate(passages[index])
        let digits = title.prefix { $0.isNumber }
        let text = digits.utf8.count == 8 ? String(title.dropFirst(8).drop { $0 == " " }) : title
        let goesOn = lastTitle == index - 1 && Self.goesOn(text)
        lastTitle = index
        if goesOn, let last = header.subheadlines.indices.last {
            header.subheadlines[last] += " " + text
        } else if goesOn, let headline = header.headline {
            header.headline = headline + " " + text
        } else {
            header.subheadlines.append(text)
        }
    }

    /// A title broken over lines goes on with a small word, or with its last noun.
    private static func goesOn(_ text: String) -> Bool {
        guard let first = text.split(separator: " ").first else { return false }
        if first.unicodeScalars.first.map(Latin.isLower) == true { return true }
        return ["to", "of", "in", "and", "for", "on", "with", "at", "by", "from", "as", "against", "or"].contains(
            first.lowercased())
    }

    /// Printed twice, once in capitals, perhaps broken over lines.
    private func repeats(_ text: String, _ headline: String) -> Bool {
        let key = Latin.key(text)
        return Latin.key(headline).contains(key) && key.utf8.count > 8
            || header.subheadlines.contains { Latin.key($0).contains(key) }
    }

    private func isTitle(_ passage: Passage) -> Bool {
        let text = passage.text
        guard text.utf8.count <= 400, !NarrationForm.isBracketed(text), !FixedForms.isNote(text),
            !FixedForms.isFooter(text),
            !FixedForms.isFullTextIntroduction(text), FixedForms.placeholder(text) == nil, !TimesLine.isTimesLine(text),
            openers.namedOpener(of: text) == nil
        else { return false }
        let phrase = Phrase(text)
        guard let last = phrase.words.last, phrase.words[0].shape != .lower || lastTitle == header.passages - 1 else {
            return false
        }
        if last.has(.stop) && text.utf8.last == UInt8(ascii: ".") || last.has(.colon) {
            return false
        }
        var capitals = 0
        var small = 0
        for word in phrase.words {
            switch word.shape {
            case .upper, .initial, .capital: capitals += 1
            case .lower where word.range.count > 5: small += 1
            default: break
            }
        }
        return header.headline == nil && passage.utf8.count < 120 && header.passages < 8 && small <= 6
            || capitals > small * 3
    }

    /// The title directly above a turn heads its section, unless the text has no headline yet and this one is long.
    private func headsSection(_ index: Int) -> Bool {
        guard index + 1 < passages.count else { return false }
        let next = passages[index + 1].text
        let isOpener =
            openers.namedOpener(of: next) != nil
            || openers.proseOpener(of: next, offices: false) != nil
                && HeadingForm.matches(passages[index]) && passages[index].utf8.count < 40
        if isOpener { return header.headline != nil || passages[index].utf8.count < 40 }
        // An agenda title in capitals above the heading of its first section.
        guard header.headline != nil, index + 2 < passages.count, HeadingForm.matches(passages[index + 1]) else {
            return false
        }
        let isAgenda = !passages[index].text.unicodeScalars.contains(where: Latin.isLower)
        return isAgenda && openers.namedOpener(of: passages[index + 2].text) != nil
    }
}

extension HeaderReader {
    /// `Liberia Configuration`: two or three words above the headline say which part of the body met.
    private func isPart(_ headline: String) -> Bool {
        header.body != nil && header.subheadlines.isEmpty && Phrase(headline).count <= 3
    }

    /// `Action`, `Panel Discussion`: two or three words alone above running text are no sub-headline.
    private func isSectionHeading(_ index: Int) -> Bool {
        let passage = passages[index]
        guard header.headline != nil, index + 1 < passages.count, Phrase(passage.text).count <= 3,
            passages[index + 1].utf8.last == UInt8(ascii: "."), HeadingForm.matches(passage)
        else { return false }
        let isBelowTitle =
            lastTitle == index - 1 && index > 0
            && passages[index - 1].lines.upperBound + 1 == passage.lines.lowerBound
        return !isBelowTitle && !Self.goesOn(passage.text)
    }
}

extension String {
    fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, matches(last) { text = text.dropLast() }
        return String(text)
    }

    fileprivate func range(of needle: String) -> Range<Index>? {
        ranges(of: needle).first
    }
}
