/// The name that opens a turn: `KORO BESSHO`, `Ms. JAQUEZ`, `PRINCE ALBERT II`, `Secretary-General KOFI ANNAN`,
/// `NAME TO COME`.
struct NameRun {
    /// Title or office before the name, in words of the phrase.
    var title: Range<Int>
    var name: Range<Int>
    var isPlaceholder = false
    /// A courtesy title in running case stands before the name: `Ms. JAQUEZ`.
    var isTitled = false

    static func read(_ phrase: Phrase, names: StateNames) -> NameRun? {
        if let placeholder = placeholder(phrase) { return placeholder }
        if let run = read(phrase, from: 0, names: names) { return run }
        return leadIns(phrase).lazy.compactMap { read(phrase, from: $0, names: names) }.first
    }

    /// Past an introduction and its commas: `In the ensuing discussion, Mr. WANGDI, …`, `Taking up Tokelau, the
    /// Ulu-o-Tokelau, AFEGA GAUALOFA, …`.
    private static func leadIns(_ phrase: Phrase) -> [Int] {
        guard let first = phrase.words.first, first.shape == .capital else { return [] }
        var starts: [Int] = []
        for index in 0..<min(phrase.count - 1, 24) {
            let word = phrase.words[index]
            if word.isQuoted || word.shape == .upper && word.depth == 0
                || phrase.word(index, isIn: Vocabulary.pronouns)
            {
                break
            }
            if word.has(.comma), word.depth == 0 || word.has(.closesParenthesis) {
                starts.append(index + 1)
            } else if !word.marks.isDisjoint(with: .pause), word.depth == 0 {
                break
            }
        }
        return starts.filter { $0 <= 16 || isNamed(phrase, $0) }.prefix(3).map { $0 }
    }

    private static func isNamed(_ phrase: Phrase, _ index: Int) -> Bool {
        phrase.words[index].shape == .upper || phrase.word(index, isIn: Vocabulary.honorifics)
    }

    private static func read(_ phrase: Phrase, from first: Int, names: StateNames) -> NameRun? {
        var start = first
        while start < min(phrase.count, first + 7), !isUpper(phrase, start), isTitleWord(phrase, start) {
            start += 1
        }

        // `P. CHANDRASEKHARA RAO`: what looks like a title is a given name cut short.
        if (first..<start).allSatisfy({ phrase.words[$0].shape == .initial }) { start = first }
        let end = runEnd(phrase, from: start)
        guard end > start, isName(phrase, start..<end), start == first || isTitle(phrase, first..<start) else {
            return mixed(phrase, from: first, names: names)
        }
        var run = NameRun(title: first..<start, name: start..<end)
        run.isTitled = start > first && phrase.word(start - 1, isIn: Vocabulary.honorifics)
        return run.withoutCapitalTitle(phrase).withoutState(phrase, names: names).validated(phrase, names: names)
    }

    /// `NAME TO COME (Ukraine)`, `[Name to come] (Ukraine)`, `TO COME (Ukraine)`
    private static func placeholder(_ phrase: Phrase) -> NameRun? {
        for end in 2...4 where end <= phrase.count {
            guard phrase.word(end - 2, is: "to"), phrase.word(end - 1, is: "come") || phrase.word(end - 1, is: "follow")
            else {
                continue
            }
            guard end == 2 || phrase.word(0, is: "name") || phrase.word(0, is: "speaker") else { return nil }
            let isApart = end < phrase.count
            guard isApart, phrase.words[end].has(.opensParenthesis) || phrase.words[end - 1].has(.comma) else {
                return nil
            }
            return NameRun(title: 0..<0, name: 0..<end, isPlaceholder: true)
        }
        return nil
    }

    /// `Koro BESSHO (Japan)`: given names in running case before a surname in capitals.
    private static func mixed(_ phrase: Phrase, from first: Int, names: StateNames) -> NameRun? {
        var end = first
        while end < min(phrase.count, first + 6),
            phrase.words[end].shape == .capital || phrase.words[end].shape == .initial,
            phrase.words[end].marks.isEmpty
        {
            end += 1
        }
        guard end > first, end < phrase.count, phrase.words[end].shape == .upper else { return nil }
        let surnameEnd = runEnd(phrase, from: end)
        guard surnameEnd < phrase.count, phrase.words[surnameEnd].has(.opensParenthesis),
            names.end(in: phrase, from: surnameEnd) != nil
        else { return nil }
        return NameRun(title: first..<first, name: first..<surnameEnd)
    }

    private static func runEnd(_ phrase: Phrase, from start: Int) -> Int {
        var end = start
        while end < phrase.count, end - start < 12 {
            let word = phrase.words[end]
            // `LT. GEN. (RET.) DAN OKWU`
            guard !word.has(.opensParenthesis) || isRetired(phrase, end) else { break }
            switch word.shape {
            case .upper, .initial, .caseless: break
            case .lower where end > start && Particles.contains(phrase.lower(end)) && isUpper(phrase, end + 1): break
            default: return end
            }
            end += 1
            if word.marks == .comma, isSuffix(phrase, end) { continue }
            let ends: Word.Marks = [.comma, .semicolon, .colon, .stop, .dash, .closesParenthesis]
            if !word.marks.isDisjoint(with: ends), !isRetired(phrase, end - 1) { break }
        }
        return end
    }

    private static func isRetired(_ phrase: Phrase, _ index: Int) -> Bool {
        phrase.words[index].has(.opensParenthesis) && phrase.words[index].has(.closesParenthesis)
            && ["ret", "ret.", "retd", "retd."].contains(phrase.lower(index))
    }

    /// `JOSEPH R. BIDEN, JR.`
    private static func isSuffix(_ phrase: Phrase, _ index: Int) -> Bool {
        index < phrase.count && ["jr", "jr.", "sr", "sr.", "iii"].contains(phrase.lower(index))
    }

    private static func isUpper(_ phrase: Phrase, _ index: Int) -> Bool {
        phrase.words.indices.contains(index) && [.upper, .caseless].contains(phrase.words[index].shape)
    }

    private static func isTitleWord(_ phrase: Phrase, _ index: Int) -> Bool {
        let word = phrase.words[index]
        guard word.shape == .capital || word.shape == .initial, word.marks.isEmpty else { return false }
        return true
    }

    private static func isTitle(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
        range.contains { index in
            phrase.word(index, isIn: Vocabulary.honorifics)
                || phrase.word(index, hasPartIn: Vocabulary.offices)
        }
    }

    /// Words of grammar set in capitals make a title of something, not somebody's name.
    private static func isName(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
        var surnames = 0
        let isNoble =
            phrase.word(range.lowerBound, isIn: Vocabulary.capitalTitles)
            || phrase.word(range.lowerBound - 1, isIn: Vocabulary.capitalTitles)
        for index in range {
            switch phrase.lower(index) {
            case "of" where isNoble && index > range.lowerBound + 1: continue
            case "the" where isNoble && phrase.word(index - 1, is: "of"): continue
            case "the", "of", "and", "for", "on", "in", "to", "with", "un", "by", "at", "or", "from": return false
            default: if isUpper(phrase, index) { surnames += 1 }
            }
        }
        return surnames > 0
    }

    /// `PRINCE ALBERT II`: the title belongs before the name.
    private func withoutCapitalTitle(_ phrase: Phrase) -> NameRun {
        var run = self
        while run.name.count > 1, phrase.word(run.name.lowerBound, isIn: Vocabulary.capitalTitles) {
            run.name = run.name.lowerBound + 1..<run.name.upperBound
        }
        run.title = run.title.lowerBound..<run.name.lowerBound
        return run.title.isEmpty ? run.withoutCapitalOffice(phrase) : run
    }

    /// `SECRETARY-GENERAL BAN KI-MOON said`, `PRIME MINISTER JAN BERG, speaking`: an office set like the name.
    private func withoutCapitalOffice(_ phrase: Phrase) -> NameRun {
        var end = name.lowerBound
        while end < name.upperBound - 1, phrase.word(end, isIn: Self.ranks) { end += 1 }
        guard end < name.upperBound - 1, phrase.word(end, isIn: Self.capitalOffices) else { return self }
        return NameRun(title: title.lowerBound..<end + 1, name: end + 1..<name.upperBound, isPlaceholder: isPlaceholder)
    }

    private static let ranks: WordTable = [
        "prime", "foreign", "deputy", "first", "vice", "acting", "assistant", "council",
    ]
    private static let capitalOffices: WordTable = [
        "secretary-general", "under-secretary-general", "president", "vice-president", "minister", "ambassador",
        "chairman", "chairperson", "chairwoman", "commissioner", "chancellor",
    ]

    /// `PRINCESS MARY OF DENMARK`: the name ends where the State's begins; `LORD HOLM OF FENN (United Kingdom)` goes on.
    private func withoutState(_ phrase: Phrase, names: StateNames) -> NameRun {
        guard !title.isEmpty, let of = name.dropFirst().first(where: { phrase.word($0, is: "of") }) else { return self }
        let start = phrase.word(of + 1, is: "the") ? of + 2 : of + 1
        guard names.end(in: phrase, from: start) == name.upperBound else { return self }
        var run = self
        run.name = name.lowerBound..<of
        return run
    }

    /// One word in capitals is an acronym more often than a name: it needs a title, or a State after it.
    private func validated(_ phrase: Phrase, names: StateNames) -> NameRun? {
        let surnames = name.count { Self.isUpper(phrase, $0) }
        if surnames + (name.count > surnames ? 1 : 0) >= 2 || !title.isEmpty { return self }
        guard name.upperBound < phrase.count, phrase.words[name.upperBound].has(.opensParenthesis) else { return nil }
        return names.end(in: phrase, from: name.upperBound) != nil ? self : nil
    }
}
