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
    func proseOpener(of text: String, offices: Bool) -> Opener? {
        guard offices || Self.mentionsSpeaker(text) else { return nil }
        let phrase = Phrase.opening(of: text, within: Self.reach)
        guard let mention = MentionReader(phrase: phrase, names: names).opening(offices: offices) else { return nil }
        var opener = Opener(form: mention.form, speaker: mention.speaker)
        addCapacities(to: &opener, from: phrase, after: mention.range.lowerBound)
        return opener
    }

    private func named(_ phrase: Phrase) -> Opener? {
        guard let run = NameRun.read(phrase, names: names) else { return nil }
        var reader = AppositionReader(phrase: phrase, names: names, run: run)
        guard var speaker = reader.speaker() else { return nil }
        if run.title.lowerBound > 0, speaker.delegation == nil {
            speaker.delegation = MentionReader(phrase: phrase, names: names).delegation(before: run.title.lowerBound)
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

    private func addCapacities(to opener: inout Opener, from phrase: Phrase, after index: Int) {
        let capacities = CapacityReader(phrase: phrase, names: names).read(from: index)
        opener.onBehalfOf = capacities.onBehalfOf
        opener.alignedWith = capacities.alignedWith
        opener.occasion = capacities.occasion
        if opener.occasion == .nationalCapacity, opener.speaker.delegation == nil {
            opener.speaker.delegation = MentionReader(phrase: phrase, names: names).nationality(after: index)
        }
    }

    /// A first look at the bytes: two capitals within the first words.
    private static func mayBeNamed(_ text: String) -> Bool {
        var capitals = 0
        for byte in text.utf8.prefix(160) {
            if (0x41...0x5A).contains(byte) || byte >= 0xC3 && byte <= 0xC5 {
                capitals += 1
                if capitals == 2 { return true }
            } else if byte < 0x80 {
                capitals = 0
            }
        }
        return false
    }

    private static func mentionsSpeaker(_ text: String) -> Bool {
        let head = text.utf8.prefix(reach)
        return ByteSearch.contains(head, "representative") || ByteSearch.contains(head, "delegate")
            || ByteSearch.contains(head, "speaker") || ByteSearch.contains(head, "bserver")
            || ByteSearch.contains(head, "mbassador") || ByteSearch.contains(head.prefix(200), ") ")
            || ByteSearch.contains(head.prefix(200), "),") || ByteSearch.contains(head, "uropean Union delegation")
    }
}
