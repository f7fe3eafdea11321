import Meetings

/// Finds the references of one text in a single pass.
///
/// Only a slash, an opening bracket before a digit, and words that open with a few letters are looked at; all else is
/// passed over, eight bytes at a time. What a form reads ahead or behind is bounded, so that time is linear whatever the text.
struct ReferenceScanner {
    /// Where the text stands.
    struct Place {
        /// The text of a decision whose "paragraph 5 above" it may name.
        var own: String?
        /// The first statement of whoever is speaking: nobody is linked to themselves.
        var speaker: String?
        /// Paragraphs of a decision speak of other meetings' people and texts.
        var isDecision = false
    }

    /// A form that is not as it should be, for a diagnostic.
    struct Slip: Equatable {
        enum Kind { case malformedSymbol, impossibleYear }
        var kind: Kind
        /// The words as printed, and their first byte in the text.
        var text: String
        var start: Int
        /// The resolution's number and year as printed, where it is the year that cannot be.
        var number: Int?
        var year: Int?
        /// What is meant, in canonical form, as far as it is known.
        var meant: String
    }

    let meeting: Organ
    let decided: Decided
    private var people: PeopleIndex
    private let openings: PairSet
    /// For short forms: “L.25”.
    let drafts: DraftSymbols
    /// Years the release prints elsewhere for numbers whose own year cannot be.
    var knownYears: [Int: Int] = [:]

    /// Possible years by number, of all texts read so far.
    private(set) var printedYears: [Int: Int] = [:]
    private(set) var slips: [Slip] = []
    private var text = InlineText("")
    private var place = Place()
    private var found: [Reference] = []
    /// A resolution that this meeting did not adopt is among them.
    private var namesOther = false
    /// The last word "resolution" or number of one: what a bare `2242 (2015)` behind it is a number of.
    private var lastResolution: Int?
    /// The resolutions the text has named so far: what "that resolution" may mean.
    private var named = Named.none

    private enum Named: Equatable {
        case none
        case one(String)
        case several
    }

    init(meeting: Organ, decided: Decided, people: PeopleIndex, drafts: DraftSymbols) {
        self.meeting = meeting
        self.decided = decided
        self.people = people
        self.drafts = drafts
        openings = Self.openings(people)
    }

    /// The references of a text, in order.
    mutating func references(in words: String, at place: Place) -> [Reference] {
        text = InlineText(words)
        self.place = place
        found = []
        namesOther = false
        slips = []
        lastResolution = nil
        named = .none
        var starts = FormStarts(in: text, 0..<text.count)
        while let start = starts.next() {
            if isTrigger(start) { starts.skip(to: max(read(at: start), start + 1)) }
        }
        return found
    }

    // MARK: Triggers

    /// A mark, or the first letters of a word some form opens with.
    private func isTrigger(_ index: Int) -> Bool {
        guard index + 1 < text.count else { return false }
        let (first, next) = (text.bytes[index], text.bytes[index + 1])
        if first == Ascii.slash || first == Ascii.openParenthesis { return true }
        guard openings.contains(first, next) else { return false }
        if isCapital(first), people.openings.contains(first, next) { return true }
        if first == UInt8(ascii: "L"), next == Ascii.period { return !drafts.isEmpty }
        return index + 2 < text.count && Self.opensForm(first | 0x20, next | 0x20, text.bytes[index + 2] | 0x20)
    }

    private func isCapital(_ byte: UInt8) -> Bool { Ascii.isUpper(byte) || 0xC3...0xC7 ~= byte }

    /// The first three letters of "resolution", "representative", "presidential", "paragraph", "text", "delegate",
    /// "speaker", "statement", "observer".
    private static func opensForm(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (UInt8(ascii: "r"), UInt8(ascii: "e")): third == UInt8(ascii: "s") || third == UInt8(ascii: "p")
        case (UInt8(ascii: "p"), UInt8(ascii: "r")): third == UInt8(ascii: "e")
        case (UInt8(ascii: "p"), UInt8(ascii: "a")): third == UInt8(ascii: "r")
        case (UInt8(ascii: "t"), UInt8(ascii: "e")): third == UInt8(ascii: "x")
        case (UInt8(ascii: "d"), UInt8(ascii: "e")): third == UInt8(ascii: "l")
        case (UInt8(ascii: "s"), UInt8(ascii: "p")): third == UInt8(ascii: "e")
        case (UInt8(ascii: "s"), UInt8(ascii: "t")): third == UInt8(ascii: "a")
        case (UInt8(ascii: "o"), UInt8(ascii: "b")): third == UInt8(ascii: "s")
        default: false
        }
    }

    /// The first two letters of a speaker's name, of those words, and of a draft's "L.".
    private static func openings(_ people: PeopleIndex) -> PairSet {
        var openings = people.openings
        for form in ["re", "pr", "pa", "te", "de", "sp", "st", "ob"] {
            let letters = Array(form.utf8)
            for (first, second) in [(0, 0), (0x20, 0), (0, 0x20), (0x20, 0x20)] as [(UInt8, UInt8)] {
                openings.insert(letters[0] ^ first, letters[1] ^ second)
            }
        }
        openings.insert(UInt8(ascii: "L"), Ascii.period)
        return openings
    }

    /// Reads what may begin at `index`; returns where reading goes on.
    private mutating func read(at index: Int) -> Int {
        switch text.bytes[index] {
        case Ascii.slash: return readSymbol(slash: index)
        case Ascii.openParenthesis: return readBareNumber(bracket: index)
        default: break
        }
        guard text.isWordStart(index) else { return index }
        if let end = readName(at: index) { return end }
        switch text.bytes[index] | 0x20 {
        case UInt8(ascii: "r"):
            return text.matches("resolution", at: index) ? readResolution(at: index) : readDelegates(at: index)
        case UInt8(ascii: "p"):
            return text.matches("para", at: index) ? readParagraphs(at: index) : readPresidentialStatement(at: index)
        case UInt8(ascii: "t"): return readSession(at: index)
        case UInt8(ascii: "s") where text.matches("statement", at: index): return readSession(at: index)
        case UInt8(ascii: "l"): return readDraft(at: index)
        default: return readDelegates(at: index)
        }
    }

    // MARK: Forms

    private mutating func readSymbol(slash: Int) -> Int {
        guard let symbol = DocumentSymbol.read(text, slash: slash) else { return slash }
        if symbol.isMalformed { slip(.malformedSymbol, symbol.range, symbol.target) }
        add(symbol.kind, symbol.target, symbol.range)
        return symbol.range.upperBound
    }

    private mutating func readResolution(at index: Int) -> Int {
        guard let mention = ResolutionMention.read(text, word: index) else {
            lastResolution = index
            if let end = text.end(ofWord: ["resolutions"], at: index) {
                named = .several
                return end
            }
            let end = readSession(at: index)
            return end > index ? end : readAnaphor(at: index)
        }
        let named = mention.organ
        for item in mention.items { add(item.number, span: item.span, named: named) }
        lastResolution = mention.end
        return mention.end
    }

    /// `2242 (2015)` some words behind "resolutions", in the same sentence.
    private mutating func readBareNumber(bracket: Int) -> Int {
        guard let last = lastResolution, bracket - last < 1000,
            let start = BareNumber.start(text, bracket: bracket, since: last),
            let number = ResolutionNumber.read(text, at: start), number.isSure
        else { return bracket }
        add(number, span: number.range, named: nil)
        lastResolution = number.range.upperBound
        return number.range.upperBound
    }

    private mutating func readParagraphs(at index: Int) -> Int {
        guard let mention = ParagraphMention.read(text, word: index), let home = symbol(of: mention.home) else {
            return index
        }
        for item in mention.items { add(.paragraph, home + "#" + item.number, item.range) }
        return mention.end
    }

    private func symbol(of home: ParagraphMention.Home) -> String? {
        switch home {
        case .own: return place.own
        case .resolution(let number, let named): return canonical(number, named: named).target
        case .session: return sessionResolution
        case .mention(let index):
            if let session = SessionMention.read(text, noun: index, meeting: meeting) {
                return symbol(of: session.subject)
            }
            if SessionMention.isPlain(text, noun: index) { return sessionResolution }
            guard let slash = text.word(at: index)?.upperBound, text.byte(slash) == Ascii.slash else { return nil }
            return DocumentSymbol.read(text, slash: slash)?.target
        }
    }

    /// What this meeting adopted, where the text has named no other resolution that could be meant.
    private var sessionResolution: String? {
        place.isDecision || namesOther ? nil : decided.resolution
    }

    private mutating func readPresidentialStatement(at index: Int) -> Int {
        guard let mention = StatementNumber.read(text, word: index) else { return readSession(at: index) }
        let series = meeting == .other ? "PRST/" : "S/PRST/"
        for item in mention.items { add(.presidentialStatement, series + item.number, item.range) }
        return mention.end
    }

    /// `“L.25”`: the draft whose symbol the release prints in full elsewhere.
    private mutating func readDraft(at index: Int) -> Int {
        guard let (ending, end) = DraftSymbols.shortForm(text, at: index), let symbol = drafts[ending] else {
            return index
        }
        add(.document, symbol, index..<end)
        return end
    }

    private mutating func readSession(at index: Int) -> Int {
        if place.isDecision { return readOwn(at: index) }
        guard let mention = SessionMention.read(text, noun: index, meeting: meeting),
            let symbol = symbol(of: mention.subject)
        else { return index }
        if symbol.hasPrefix("S/PRST/") || symbol.hasPrefix("PRST/") {
            add(.presidentialStatement, symbol, mention.range)
        } else {
            add(resolution: symbol, mention.range)
        }
        return mention.range.upperBound
    }

    /// A resolution told without its number; one that has none yet is known by the symbol of its draft.
    private mutating func add(resolution symbol: String, _ range: Range<Int>) {
        let isNumbered = ByteSearch.contains(symbol, "/RES/") || !symbol.utf8.contains(Ascii.slash)
        add(isNumbered ? .resolution : .document, symbol, range)
    }

    /// `that resolution`, `the resolution`: the one this text has named; with none named, the one this meeting adopted.
    private mutating func readAnaphor(at index: Int) -> Int {
        guard !place.isDecision else { return index }
        guard let (range, isDistant) = SessionMention.anaphor(text, noun: index) else {
            if SessionMention.isAnother(text, noun: index) { named = .several }
            return index
        }
        let target: String? =
            switch named {
            case .none: isDistant || decided.isOneOfMany ? nil : decided.resolution
            case .one(let one): isDistant || decided.resolution == nil || decided.resolution == one ? one : nil
            case .several: nil
            }
        guard let target else { return index }
        add(resolution: target, range)
        return range.upperBound
    }

    /// `the implementation of this resolution`: in the words of a decision, that decision.
    private mutating func readOwn(at index: Int) -> Int {
        guard let own = place.own, ByteSearch.contains(own, "/RES/") || meeting == .other,
            let range = SessionMention.ownRange(text, noun: index)
        else { return index }
        add(.resolution, own, range)
        return range.upperBound
    }

    private func symbol(of subject: SessionMention.Subject) -> String? {
        switch subject {
        case .resolution: decided.resolution
        case .presidentialStatement: decided.presidentialStatement
        case .anyText: decided.only
        }
    }

    private mutating func readName(at index: Int) -> Int? {
        guard !place.isDecision, index + 1 < text.count,
            people.openings.contains(text.bytes[index], text.bytes[index + 1]),
            let mention = PersonMention.named(text, at: index, people: people)
        else { return nil }
        add(mention)
        return mention.range.upperBound
    }

    private mutating func readDelegates(at index: Int) -> Int {
        guard !place.isDecision, let (mentions, end) = PersonMention.delegates(text, noun: index, people: &people)
        else {
            return index
        }
        mentions.forEach { add($0) }
        return end
    }

    // MARK: Keeping

    private mutating func add(_ mention: PersonMention) {
        if mention.target != place.speaker { add(.statement, mention.target, mention.range) }
    }

    private mutating func add(_ number: ResolutionNumber, span: Range<Int>, named: Organ?) {
        let (target, isPossible) = canonical(number, named: named)
        if case .council(let value, let year?) = number.form {
            if isPossible { printedYears[value] = year } else { slip(.impossibleYear, span, target, value, year) }
        }
        add(.resolution, target, span)
    }

    /// The symbol of a number. A year that cannot be gives way to the one that is known, or to none.
    private func canonical(_ number: ResolutionNumber, named: Organ?) -> (target: String, isPossible: Bool) {
        guard case .council(let value, let year?) = number.form, named != .generalAssembly, meeting != .other,
            !ResolutionYears.isPossible(number: value, year: year)
        else { return (Organ.symbol(of: number.form, named: named, meeting: meeting), true) }
        let meant = ResolutionNumber.Form.council(
            number: value, year: knownYears[value] ?? ResolutionYears.year(of: value))
        return (Organ.symbol(of: meant, named: named, meeting: meeting), false)
    }

    private mutating func slip(
        _ kind: Slip.Kind, _ range: Range<Int>, _ meant: String, _ number: Int? = nil, _ year: Int? = nil
    ) {
        slips.append(
            Slip(
                kind: kind, text: text.string(range), start: range.lowerBound, number: number, year: year, meant: meant)
        )
    }

    private mutating func add(_ kind: Reference.Kind, _ target: String, _ range: Range<Int>) {
        guard range.lowerBound >= found.last?.end ?? 0 else { return }
        namesOther = namesOther || kind == .resolution && target != decided.resolution
        if kind == .resolution || target == decided.resolution {
            named = named == .none || named == .one(target) ? .one(target) : .several
        }
        found.append(
            Reference(
                kind: kind, target: target, text: text.string(range), start: range.lowerBound, end: range.upperBound))
    }
}
