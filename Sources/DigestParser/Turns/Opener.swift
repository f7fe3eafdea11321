import Meetings

/// The head of a turn: who takes the floor, for whom, and how the release sets it.
struct Opener: Sendable, Equatable {
    var form: Statement.Form
    /// With `name` as the opener prints it, without title; reading case comes when the whole text is known.
    var speaker: Speaker
    var onBehalfOf: [String] = []
    var alignedWith: [String] = []
    var occasion: Statement.Occasion?
}

/// Reads how a paragraph opens. Genre: every opener form of section 6.
struct OpenerReader: Sendable {
    let names: StateNames
    /// Bytes of a paragraph that its opening stands within.
    private static let reach = 1600

    /// The opener of a paragraph set in capitals, with a title, or as a name to come; nil for running text.
    func namedOpener(of text: String) -> Opener? {
        guard Self.mayBeNamed(text) else { return nil }
        return named(Phrase.opening(of: text, within: Self.reach))
    }

    /// The opener of a paragraph in prose; nil when it does not bring in a speaker.
    /// - Parameter offices: whether an office alone (`The High Commissioner said`) or a name in running case opens
    ///   a turn too, as in texts that know no other form.
    func proseOpener(of text: String, offices: Bool, states: Bool = false) -> Opener? {
        if ByteSearch.isWord(text) { return nil }
        let isNamed = Self.opensWithName(text)
        let isMinister = Self.opensWithMinister(text)
        guard offices || states || isNamed || isMinister || Self.mentionsSpeaker(text) else { return nil }
        let phrase = Phrase.opening(of: text, within: Self.reach)
        let reader = MentionReader(phrase: phrase, names: names)
        guard
            let mention = (isNamed ? reader.official() : nil) ?? reader.opening(offices: offices)
                ?? (states ? reader.state() : nil) ?? (isMinister ? reader.minister() : nil)
        else { return nil }
        var opener = Opener(form: mention.form, speaker: mention.speaker)
        addName(to: &opener, from: phrase, after: mention.range.upperBound)
        addState(to: &opener, from: phrase, before: mention.range.lowerBound)
        addOffice(to: &opener, from: phrase, after: mention.range.upperBound)
        addCapacities(to: &opener, from: phrase, after: mention.range.lowerBound)
        return opener
    }

    /// `The representative of Israel, Danny Levi, rejected`: who it is.
    private func addName(to opener: inout Opener, from phrase: Phrase, after index: Int) {
        guard opener.speaker.unnamed, opener.speaker.delegation != nil, index > 0, index < phrase.count,
            phrase.words[index - 1].has(.comma), phrase.words[index].shape == .capital,
            let name = PersonReader(phrase: phrase, names: names).apposition(at: index)
        else { return }
        opener.speaker.name = name
        opener.speaker.printed = name
        opener.speaker.unnamed = false
    }

    /// `For Egypt, Osama Nour said`: whose words they are.
    private func addState(to opener: inout Opener, from phrase: Phrase, before start: Int) {
        guard opener.speaker.delegation == nil, opener.speaker.name != nil, start > 1, phrase.word(0, is: "for"),
            phrase.words[start - 1].has(.comma)
        else { return }
        let first = phrase.word(1, is: "the") ? 2 : 1
        guard names.end(in: phrase, from: first, limit: start) == start else { return }
        opener.speaker.delegation = phrase.text(first..<start)
    }

    /// `The representative of Japan, Council President for the month, spoke …`
    private func addOffice(to opener: inout Opener, from phrase: Phrase, after index: Int) {
        guard opener.speaker.role == nil, opener.speaker.delegation != nil, index > 0, index < phrase.count,
            phrase.words[index - 1].has(.comma), [.capital, .upper].contains(phrase.words[index].shape)
        else { return }
        let parts = RoleParts.read(phrase, from: index, isAfterDelegation: true)
        guard let first = parts.segments.first, phrase.words[first.upperBound - 1].has(.comma),
            first.contains(where: { phrase.word($0, hasPartIn: Vocabulary.offices) })
        else { return }
        opener.speaker.role = phrase.text(first)
    }

    private func named(_ phrase: Phrase) -> Opener? {
        if let office = officeInCapitals(phrase) { return office }
        guard let run = NameRun.read(phrase, names: names) else { return nil }
        var reader = AppositionReader(phrase: phrase, names: names, run: run)
        guard var speaker = reader.speaker() else { return nil }
        if run.title.lowerBound > 0, speaker.delegation == nil {
            speaker.delegation = MentionReader(phrase: phrase, names: names).delegation(before: run.title.lowerBound)
        }
        if speaker.role == nil, let office = officeBefore(run, in: phrase) {
            speaker.role = office.role
            speaker.delegation = speaker.delegation ?? office.delegation
        }
        if run.isPlaceholder {
            speaker.name = nil
            speaker.unnamed = true
        }
        let form: Statement.Form = run.isPlaceholder ? .placeholder : run.isTitled ? .titled : .capitals
        var opener = Opener(form: form, speaker: speaker)
        addCapacities(to: &opener, from: phrase, after: reader.end)
        return opener
    }

    /// `The President of the Council, Mr. YAMA (Japan), said`: the office that leads to the name.
    private func officeBefore(_ run: NameRun, in phrase: Phrase) -> RoleReader.Reading? {
        let end = run.title.lowerBound
        guard end > 1, phrase.word(0, is: "the"), phrase.words[end - 1].has(.comma), phrase.words[0].marks.isEmpty,
            !(1..<end - 1).contains(where: { phrase.words[$0].has(.comma) }),
            (1..<min(end, 4)).contains(where: { phrase.word($0, hasPartIn: Vocabulary.offices) })
        else { return nil }
        return RoleReader(phrase: phrase, names: names).read([1..<end])
    }

    /// `The SECRETARY-GENERAL said`, `The Council PRESIDENT, speaking …`: an office and no name.
    private func officeInCapitals(_ phrase: Phrase) -> Opener? {
        guard phrase.word(0, is: "the"), phrase.words[0].marks.isEmpty else { return nil }
        var end = 1
        while end < min(phrase.count, 6), phrase.words[end].shape != .upper {
            guard phrase.words[end].shape == .capital, phrase.words[end].marks.isEmpty else { return nil }
            end += 1
        }
        let start = end
        while end < min(phrase.count, 8), phrase.words[end].shape == .upper {
            end += 1
            if !phrase.words[end - 1].marks.isEmpty { break }
        }
        guard end > start, end < phrase.count, phrase.word(end - 1, hasPartIn: Vocabulary.offices),
            phrase.words[end - 1].marks == .comma && phrase.words[end].shape == .lower
                || phrase.words[end - 1].marks.isEmpty && phrase.word(end, isIn: Vocabulary.tellingVerbs)
        else { return nil }
        let office = phrase.text(1..<end)
        let role = office.split(separator: " ").map { NameCase().reading(String($0)) }.joined(separator: " ")
        var opener = Opener(
            form: .capitals,
            speaker: Speaker(printed: office, name: nil, role: role, delegation: nil, unnamed: true))
        addCapacities(to: &opener, from: phrase, after: end)
        opener.speaker.delegation =
            opener.speaker.delegation ?? MentionReader(phrase: phrase, names: names).nationality(after: end)
        return opener
    }

    private func addCapacities(to opener: inout Opener, from phrase: Phrase, after index: Int) {
        let capacities = CapacityReader(phrase: phrase, names: names).read(from: index)
        opener.onBehalfOf = capacities.onBehalfOf
        opener.alignedWith = capacities.alignedWith
        opener.occasion = capacities.occasion
        if opener.occasion == .nationalCapacity, opener.speaker.delegation == nil {
            opener.speaker.delegation = MentionReader(phrase: phrase, names: names).nationality(after: index)
        }
    }

    /// A first look at the bytes: two capitals within the first words, or letters of another script.
    private static func mayBeNamed(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var capitals = 0
            for byte in bytes.prefix(160) {
                if Ascii.isUpper(byte) || 0xC3...0xC5 ~= byte {
                    capitals += 1
                    if capitals == 2 { return true }
                } else if byte < 0x80 {
                    capitals = 0
                } else if byte > 0xC5, byte != 0xE2 {
                    return true
                }
            }
            return false
        }
    }

    /// Two capitalised words, and a comma or a bracket soon behind: `Michel Kafando, Special Envoy …`.
    private static func opensWithName(_ text: String) -> Bool {
        var starts = 0
        var isStart = true
        for byte in text.utf8.prefix(64) {
            if byte == Ascii.comma { return starts >= 2 }
            if isStart, starts < 2, byte < 0xC3, !Ascii.isUpper(byte) { return false }
            if isStart { starts += 1 }
            isStart = byte == Ascii.space
        }
        return false
    }

    /// `The Minister for Social Affairs of Tunisia said`
    private static func opensWithMinister(_ text: String) -> Bool {
        ByteSearch.hasPrefix(text, "The ") && ByteSearch.contains(ByteSearch.head(of: text, scalars: 40), "Minister ")
    }

    private static func mentionsSpeaker(_ text: String) -> Bool {
        let head = text.utf8.prefix(reach)
        return introductions.isMet(in: head.prefix(200)) || speakers.isMet(in: head)
    }

    private static let introductions: WordSearch = [") ", "),", "xpert", "ember of the d"]
    private static let speakers: WordSearch = [
        "representative", "delegate", "speaker", "bserver", "mbassador", "uropean Union delegation",
    ]
}
