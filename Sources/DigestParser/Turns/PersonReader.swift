import Meetings

/// Somebody named in running case as a speaker: `Robert A. Wood (United States) said`, `Prime Minister Mariano Rajoy of
/// Spain, …, spoke`, `Filippo Grandi, the United Nations High Commissioner for Refugees, told`, `said Mr. Guterres`.
struct PersonReader {
    let phrase: Phrase
    let names: StateNames

    /// - Parameter offices: whether a name counts without a delegation behind it in parentheses.
    func read(at start: Int, limit: Int, offices: Bool) -> Mention? {
        if phrase.word(start, is: "the") { return offices ? office(at: start, after: start, limit: limit) : nil }
        if offices, let (end, state) = possessor(at: start, limit: limit) {
            var mention = office(at: start, after: end, limit: limit)
            mention?.speaker.delegation = state
            return mention
        }
        // `the First Committee (Disarmament and International Security) concluded`
        guard phrase.words[start].depth == 0 else { return nil }
        let end = runEnd(from: start, limit: limit)
        guard end > start else { return nil }
        let title = titleEnd(start..<end)
        let name = title..<end
        guard isPerson(name, hasTitle: title > start) else { return nil }
        var speaker = Speaker(
            printed: phrase.text(name), name: phrase.text(name), honorific: nil, role: nil, delegation: nil,
            unnamed: false)
        readTitle(start..<title, into: &speaker)
        let isCourtesy = speaker.honorific != nil && name.count <= 2
        guard let bounds = account(of: name, from: start, limit: limit, offices: offices, into: &speaker) else {
            return nil
        }
        return Mention(range: bounds, form: isCourtesy ? .titled : .prose, speaker: speaker)
    }

    /// Everybody whom a passage introduces by full name and State or office, whether they are said to speak or not:
    /// `its Chair, Jürg Lauber (Switzerland)`, `a dialogue with Mary Lawlor, Special Rapporteur on …`.
    static func introductions(_ phrase: Phrase, names: StateNames) -> [Speaker] {
        let reader = PersonReader(phrase: phrase, names: names)
        return phrase.words.indices.compactMap { index in
            let opens = index == 0 || phrase.words[index - 1].shape == .lower || !phrase.words[index - 1].marks.isEmpty
            return opens && phrase.words[index].shape == .capital ? reader.introduction(at: index) : nil
        }
    }

    /// A full name between commas.
    func apposition(at start: Int) -> String? {
        let end = runEnd(from: start, limit: phrase.sentenceEnd(from: start, within: 12))
        let name = start..<end
        guard name.count > 1, phrase.words[end - 1].has(.comma), titleEnd(name) == start,
            isPerson(name, hasTitle: false)
        else { return nil }
        return phrase.text(name)
    }

    private func introduction(at start: Int) -> Speaker? {
        let limit = phrase.sentenceEnd(from: start, within: 60)
        let end = runEnd(from: start, limit: limit)
        let title = titleEnd(start..<end)
        let name = title..<end
        guard name.count > 1, isPerson(name, hasTitle: title > start) else { return nil }
        var speaker = Speaker(
            printed: phrase.text(name), name: phrase.text(name), honorific: nil, role: nil, delegation: nil,
            unnamed: false)
        guard readApposition(of: name, limit: limit, into: &speaker) != nil else { return nil }
        guard let role = speaker.role else { return speaker.delegation == nil ? nil : speaker }
        let words = Phrase(role)
        return words.words.indices.contains { words.word($0, hasPartIn: Vocabulary.offices) } ? speaker : nil
    }

    /// Capitalised words without a mark between them, small particles included.
    private func runEnd(from start: Int, limit: Int) -> Int {
        var end = start
        while end < limit, end - start < 12 {
            let word = phrase.words[end]
            if word.isQuoted || end > start && word.has(.opensParenthesis) { break }
            let isParticle =
                word.shape == .lower && end > start && end + 1 < limit && Particles.contains(phrase.lower(end))
                && (phrase.words[end + 1].shape == .capital || Particles.contains(phrase.lower(end + 1)))
            guard isParticle || [.capital, .initial, .upper].contains(word.shape) || end > start && isArticled(end)
            else { break }
            end += 1
            if !word.marks.isEmpty { break }
        }
        return end
    }

    /// `al-Hassan`: a small article, and the name behind its hyphen.
    private func isArticled(_ index: Int) -> Bool {
        phrase.withWord(index) { word in
            guard let hyphen = word.prefix(4).firstIndex(of: Ascii.hyphen), hyphen >= 2, hyphen + 1 < word.count else {
                return false
            }
            return Ascii.isUpper(word[hyphen + 1]) && word[..<hyphen].allSatisfy(Ascii.isLower)
        }
    }

    /// Past the last word of the run that is a title or an office.
    private func titleEnd(_ run: Range<Int>) -> Int {
        // The last word of several is a surname: `Inga King`.
        let last = (run.count > 1 ? run.dropLast() : run).last { index in
            let word = phrase.lower(index)
            return Vocabulary.honorifics.contains(word) || isOfficeHead(index)
        }
        if let end = run.last, end > run.lowerBound, isOfficeHead(end),
            !phrase.word(end, isIn: Vocabulary.honorifics)
        {
            return run.upperBound
        }
        return last.map { $0 + 1 } ?? run.lowerBound
    }

    private func isOfficeHead(_ index: Int) -> Bool {
        !phrase.word(index, is: "general") && phrase.word(index, hasPartIn: Vocabulary.offices)
    }

    private func isPerson(_ name: Range<Int>, hasTitle: Bool) -> Bool {
        guard !name.isEmpty, name.count <= 7, hasTitle || name.count >= 2 else { return false }
        let text = phrase.text(name)
        if names.contains(text) || Possessive.owner(text) != nil { return false }
        guard name.contains(where: { phrase.words[$0].shape == .capital }) else { return false }
        for index in name {
            let word = phrase.lower(index)
            if phrase.words[index].shape == .upper && name.count < 3 { return false }
            if Vocabulary.organisations.contains(word) || Vocabulary.pronouns.contains(word)
                || Self.grammar.contains(word)
            {
                return false
            }
            if index == name.lowerBound, !hasTitle, word.hasSuffix("ing") || word.hasSuffix("ly") { return false }
        }
        return names.end(in: phrase, from: name.lowerBound, limit: name.upperBound) == nil
    }

    /// Words that begin sentences, and nouns that stand capitalised without being anybody’s name.
    private static let grammar: WordTable = [
        "the", "a", "an", "in", "on", "at", "as", "for", "to", "by", "with", "from", "he", "she", "it", "they", "his",
        "her",
        "its", "their", "also", "other", "others", "many", "most", "some", "several", "all", "both", "such", "this",
        "that",
        "these", "those", "today", "member", "members", "state", "nations", "people", "government", "delegates",
        "speakers",
        "ministers", "representatives", "resolution", "charter", "africa", "europe", "asia", "america", "east", "west",
        "north",
        "south", "war", "day", "agenda", "convention", "treaty", "protocol", "agreement", "report", "article", "no",
        "not", "we",
        "our", "if", "when", "while", "but", "and", "another", "one", "two", "three", "after", "before", "following",
        "during",
        "however", "meanwhile", "likewise", "similarly", "further", "strip", "bank", "haram", "mission", "department",
    ]

    private func readTitle(_ title: Range<Int>, into speaker: inout Speaker) {
        guard !title.isEmpty else { return }
        var split = title.upperBound
        while split > title.lowerBound, phrase.word(split - 1, isIn: Vocabulary.honorifics) { split -= 1 }
        if split < title.upperBound {
            speaker.honorific = phrase.text(split..<title.upperBound)
            speaker.printed = phrase.text(split..<title.upperBound) + " " + (speaker.name ?? "")
        }
        guard split > title.lowerBound else { return }
        var office = title.lowerBound..<split
        if let state = names.end(in: phrase, from: office.lowerBound, limit: split), state < split {
            speaker.delegation = phrase.text(office.lowerBound..<state)
            office = state..<split
        }
        speaker.role = phrase.text(office)
    }

    /// Checks that the name is followed (or, behind a quotation, led) by an account of speech; reads what stands between.
    private func account(
        of name: Range<Int>, from start: Int, limit: Int, offices: Bool, into speaker: inout Speaker
    ) -> Range<Int>? {
        guard let (end, isDelegate) = readApposition(of: name, limit: limit, into: &speaker), isDelegate || offices
        else { return nil }
        let hasRole = speaker.role != nil || speaker.delegation != nil || speaker.honorific != nil
        let range = start..<max(end, name.upperBound)
        return tells(range, limit: limit, within: hasRole ? 40 : 1) ? range : nil
    }

    /// Reads what stands behind the name: where that ends, and whether it is a delegation in brackets.
    private func readApposition(
        of name: Range<Int>, limit: Int, into speaker: inout Speaker
    ) -> (end: Int, isDelegate: Bool)? {
        var end = name.upperBound
        var isDelegate = false
        if end < limit, phrase.words[end].has(.opensParenthesis), phrase.words[end - 1].marks.isEmpty {
            guard let state = names.end(in: phrase, from: end, limit: limit),
                phrase.words[state - 1].has(.closesParenthesis)
            else { return nil }
            speaker.delegation = phrase.text(end..<state)
            isDelegate = true
            end = state
        } else if phrase.word(end, is: "of"), let state = stateEnd(after: end, limit: limit) {
            speaker.delegation = phrase.text((phrase.word(end + 1, is: "the") ? end + 2 : end + 1)..<state)
            end = state
        }
        if end > 0, phrase.words[end - 1].has(.comma) {
            let parts = RoleParts.read(phrase, from: end, isAfterDelegation: isDelegate)
            if !parts.segments.isEmpty {
                let reading = RoleReader(phrase: phrase, names: names).read(parts.segments)
                speaker.role = speaker.role ?? reading.role.map(Self.withoutArticle)
                speaker.delegation = speaker.delegation ?? reading.delegation
                end = parts.end
            }
        }
        return (end, isDelegate)
    }

    private func stateEnd(after index: Int, limit: Int) -> Int? {
        names.end(in: phrase, from: phrase.word(index + 1, is: "the") ? index + 2 : index + 1, limit: limit)
    }

    /// A verb of telling stands right behind the range or behind an aside after its comma; or right before it, behind a
    /// quotation.
    private func tells(_ range: Range<Int>, limit: Int, within reach: Int) -> Bool {
        if range.lowerBound >= 2, isTelling(range.lowerBound - 1), phrase.words[range.lowerBound - 2].has(.closesQuote)
        {
            return true
        }
        var index = range.upperBound
        guard index < limit else { return false }
        let isAside = phrase.words[index - 1].has(.comma) || phrase.words[index - 1].has(.dash)
        var steps = 0
        while index < limit, steps < (isAside ? reach : 3) {
            if phrase.words[index].isQuoted { return phrase.words[index - 1].has(.colon) }
            if isTelling(index),
                steps == 0 || !isAside || phrase.words[index - 1].has(.comma) || isAdverb(index - 1)
                    || phrase.word(index - 1, is: "who") || phrase.word(index - 1, is: "then")
                    || phrase.words[index - 1].has(.dash)
            {
                return true
            }
            if !isAside,
                steps > 0 || !(isAdverb(index) || phrase.word(index, is: "also") || phrase.word(index, is: "then"))
            {
                return false
            }
            index += 1
            steps += 1
        }
        return false
    }

    private func isAdverb(_ index: Int) -> Bool { phrase.lower(index).hasSuffix("ly") }

    private func isTelling(_ index: Int) -> Bool { phrase.word(index, isIn: Vocabulary.tellingVerbs) }

    private static func withoutArticle(_ role: String) -> String {
        role.hasPrefix("the ") ? String(role.dropFirst(4)) : role
    }

    /// `The Assembly President, Dennis Francis (Trinidad and Tobago), opened the session`: the office, then who holds it.
    private func bearer(of office: [Range<Int>], behind whole: Range<Int>, limit: Int) -> Mention? {
        let index = whole.upperBound
        guard index < limit, phrase.words[index - 1].has(.comma), phrase.words[index].shape == .capital,
            var mention = read(at: index, limit: limit, offices: true), mention.range.lowerBound == index
        else { return nil }
        let reading = RoleReader(phrase: phrase, names: names).read(office)
        mention.speaker.role = mention.speaker.role ?? reading.role
        mention.speaker.delegation = mention.speaker.delegation ?? reading.delegation
        mention.range = whole.lowerBound..<mention.range.upperBound
        return mention
    }

    /// `Germany’s` before an office: where the State's name ends, at the word that has the ending.
    private func possessor(at start: Int, limit: Int) -> (last: Int, state: String)? {
        for last in start..<min(start + 6, limit) {
            let isGenitive = phrase.withWord(last) { $0.suffix(4).contains { $0 == Ascii.apostrophe || $0 == 0xE2 } }
            if isGenitive {
                guard let state = Possessive.owner(phrase.text(start..<last + 1)), names.contains(state) else {
                    return nil
                }
                return (last, state)
            }
            guard phrase.words[last].marks.isEmpty, phrase.words[last].shape != .lower || last > start else {
                return nil
            }
        }
        return nil
    }

    /// `The High Commissioner briefed the Council`, `The President of Ukraine said`: an office without a name.
    /// - Parameter last: the word before the office: "the", or a State's in the genitive.
    private func office(at start: Int, after last: Int, limit: Int) -> Mention? {
        let first = last + 1
        var end = first
        while end < limit, end - start < 8, [.capital, .upper].contains(phrase.words[end].shape),
            phrase.words[end].marks.isEmpty
        {
            end += 1
        }
        if end < limit, [.capital, .upper].contains(phrase.words[end].shape) { end += 1 }
        guard end > first, isOfficeHead(end - 1), Possessive.owner(phrase.text(end - 1)) == nil else { return nil }
        var segments = [first..<end]
        if phrase.words[end - 1].marks.isEmpty, ["of", "for", "on"].contains(phrase.lower(min(end, phrase.count - 1))) {
            let parts = RoleParts.read(phrase, from: first, isAfterDelegation: false)
            guard !parts.segments.isEmpty else { return nil }
            segments = parts.segments
        }
        let whole = start..<segments[segments.count - 1].upperBound
        if let bearer = bearer(of: segments, behind: whole, limit: limit) { return bearer }
        guard tells(whole, limit: limit, within: 40) else { return nil }
        let reading = RoleReader(phrase: phrase, names: names).read(segments)
        return Mention(
            range: whole,
            speaker: Speaker(printed: nil, name: nil, role: reading.role, delegation: reading.delegation, unnamed: true)
        )
    }
}
