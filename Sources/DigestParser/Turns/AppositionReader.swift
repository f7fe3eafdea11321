import Meetings

/// What stands between a name and what its bearer said: `(Japan)`, `, role, State`, ` of Monaco`.
struct AppositionReader {
    let phrase: Phrase
    let names: StateNames
    let run: NameRun
    /// The word after the apposition, once `speaker()` has read it.
    private(set) var end = 0

    init(phrase: Phrase, names: StateNames, run: NameRun) {
        self.phrase = phrase
        self.names = names
        self.run = run
    }

    /// The speaker; nil when what follows the name is no account of a turn.
    mutating func speaker() -> Speaker? {
        let title = titleParts()
        var speaker = Speaker(
            printed: printedName(), name: phrase.text(run.name), honorific: title.honorific, role: title.role,
            delegation: title.delegation, unnamed: false)
        end = run.name.upperBound
        // `JAMES ROSE, CMG (United Kingdom)`, `DAVID ADE, K.B.E., Minister`
        while end > 0, end < phrase.count, phrase.words[end - 1].has(.comma),
            phrase.word(end, isIn: Vocabulary.postNominals)
        {
            end += 1
        }
        guard end < phrase.count || run.isPlaceholder else { return nil }
        if end < phrase.count, phrase.words[end].has(.opensParenthesis) {
            guard readParenthesis(into: &speaker) else { return nil }
        } else if phrase.word(end, is: "of"), let range = stateOrName(after: end) {
            speaker.delegation = inReadingCase(range)
            end = range.upperBound
        } else if !phrase.words[end - 1].has(.comma) {
            guard !run.title.isEmpty, isAccount(end) else { return nil }
            return speaker
        }
        if end > 0, phrase.words[end - 1].has(.comma) {
            // `Ms. ROTH (Switzerland), Mr. NOVAK (Slovenia) and Ms. GATT (Malta) made remarks`: a list.
            if speaker.delegation != nil, phrase.word(end, isIn: Vocabulary.courtesies) { return nil }
            readRole(into: &speaker)
        }
        return isAccount(end) ? speaker : nil
    }

    /// `OF THE NETHERLANDS` goes on in the capitals of the name before it.
    private func inReadingCase(_ range: Range<Int>) -> String {
        guard range.allSatisfy({ phrase.words[$0].shape == .upper }), range.count > 1 || phrase.text(range).count > 3
        else { return phrase.text(range) }
        return NameCase().readingOfPlace(phrase.text(range))
    }

    private func printedName() -> String {
        let isHonorific = run.isTitled && !run.title.isEmpty
        return isHonorific ? phrase.text(run.title.upperBound - 1..<run.name.upperBound) : phrase.text(run.name)
    }

    /// `Ms.` is an honorific; `Council President` an office; `Foreign Minister of Norway` an office and its State.
    private func titleParts() -> (honorific: String?, role: String?, delegation: String?) {
        guard !run.title.isEmpty else { return (nil, nil, nil) }
        let first = run.title.lowerBound
        var split = run.title.upperBound
        while split > first, phrase.word(split - 1, isIn: Vocabulary.honorifics) { split -= 1 }
        let isCourtesy = split < run.title.upperBound
        let honorific = isCourtesy ? NameCase().reading(phrase.text(split..<run.title.upperBound)) : nil
        guard split > first else { return (honorific, nil, nil) }
        if (first..<split).allSatisfy({ phrase.words[$0].shape == .upper }) {
            let office = (first..<split).map { NameCase().reading(phrase.text($0)) }
            return (honorific, office.joined(separator: " "), nil)
        }
        if let state = names.end(in: phrase, from: first, limit: split), state < split {
            return (honorific, phrase.text(state..<split), phrase.text(first..<state))
        }
        return (honorific, phrase.text(first..<split), nil)
    }

    /// `(Japan)`, `(Iran (Islamic Republic of))`, `(Kenya), …`; `(Netherlands, on behalf of …)` names its State first.
    private mutating func readParenthesis(into speaker: inout Speaker) -> Bool {
        let start = end
        while end < phrase.count, !(phrase.words[end].has(.closesParenthesis) && closesAll(end)) { end += 1 }
        guard end < phrase.count else { return false }
        end += 1
        var inside = start..<end
        if let state = names.end(in: phrase, from: start, limit: end) {
            inside = start..<state
        } else if let comma = inside.first(where: { phrase.words[$0].has(.comma) }) {
            inside = start..<comma + 1
        }
        let text = Self.unwrapped(phrase.text(inside))
        guard text.utf8.contains(where: { $0 | 0x20 >= 0x61 }) else { return false }
        speaker.delegation = text
        return true
    }

    private func closesAll(_ index: Int) -> Bool {
        index + 1 >= phrase.count || phrase.words[index + 1].depth < phrase.words[index].depth
            || phrase.words[index + 1].depth == 0 || phrase.words[index + 1].has(.opensParenthesis)
    }

    private static func unwrapped(_ text: String) -> String {
        var text = text.utf8[...]
        if text.first == Ascii.openParenthesis { text = text.dropFirst() }
        let opened = text.count { $0 == Ascii.openParenthesis }
        while text.last == Ascii.closeParenthesis, text.count(where: { $0 == Ascii.closeParenthesis }) > opened {
            text = text.dropLast()
        }
        return String(Substring(text))
    }

    /// `of Monaco`, `of the Netherlands`: a State, or capitalised words up to a comma or a verb.
    private func stateOrName(after index: Int) -> Range<Int>? {
        var start = phrase.word(index + 1, is: "the") ? index + 2 : index + 1
        guard start < phrase.count else { return nil }
        if let end = names.end(in: phrase, from: start) { return start..<end }
        // `of the group Harbour Women`
        if phrase.words[start].shape == .lower, start + 1 < phrase.count,
            phrase.word(start, isIn: Vocabulary.organisations)
        {
            start += 1
        }
        var end = start
        for next in start..<min(phrase.count, start + 16) {
            let word = phrase.words[next]
            if word.shape == .lower {
                guard end > start, phrase.word(next, isIn: Self.joints) else { break }
            } else {
                guard word.shape == .capital || word.shape == .upper else { break }
                end = next + 1
            }
            if !word.marks.isDisjoint(with: .pause) { break }
        }
        return end > start ? start..<end : nil
    }

    private static let joints: WordTable = ["of", "and", "for", "the", "on", "in", "against", "without", "to"]

    private mutating func readRole(into speaker: inout Speaker) {
        let parts = RoleParts.read(phrase, from: end, isAfterDelegation: speaker.delegation != nil)
        guard !parts.segments.isEmpty else { return }
        end = parts.end
        let reading = RoleReader(phrase: phrase, names: names, isPlaceholder: run.isPlaceholder).read(parts.segments)
        speaker.role = [speaker.role, reading.role].compactMap { $0 }.joined(separator: ", ")
        if speaker.role?.last == "," { speaker.role?.removeLast() }
        if speaker.role?.isEmpty == true { speaker.role = nil }
        if speaker.delegation == nil { speaker.delegation = reading.delegation }
    }

    /// A turn goes on with a verb or an aside; a caption or an entry of a list does not.
    private func isAccount(_ index: Int) -> Bool {
        guard index < phrase.count else { return run.isPlaceholder && index > 0 }
        let word = phrase.words[index]
        return word.shape == .lower || word.isQuoted || phrase.words[index - 1].has(.colon)
            || (phrase.count - index > 8 && phrase.words[index - 1].has(.comma))
    }
}
