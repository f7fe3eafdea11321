import Meetings

/// Where the parts of a release begin, in passages.
struct Outline {
    /// The header takes the passages before this one.
    var summaryStart: Int
    /// The first passage behind the summary.
    var bodyStart: Int
    /// The text sets no turn in capitals or with a title: names in running case and offices open turns too.
    var isAllProse: Bool

    /// The summary ends at the times line or the first section heading; where neither stands, at the first turn.
    ///
    /// A summary tells beforehand what follows. Paragraphs that bring in speakers who do not come again are therefore
    /// no summary but the record itself, and their turns begin there.
    static func read(_ forms: PassageForms, header: Int) -> Outline {
        let count = forms.passages.count
        let named = (header..<count).first { forms.named(at: $0) != nil }
        let isAllProse = named == nil
        let end = (header..<count).first { forms.endsSummary(at: $0) } ?? count
        var outline = Outline(summaryStart: header, bodyStart: end, isAllProse: isAllProse)
        guard end == count || !forms.isTimes(at: end) || !forms.hasTurns(from: end, offices: isAllProse) else {
            return outline
        }
        let speakers = forms.proseSpeakers(
            in: header..<end, offices: isAllProse || !forms.hasTurns(from: end, offices: false))
        // One who speaks above a section’s heading is the summary’s last voice.
        guard let first = speakers.first, speakers.count > 1 || end == count else { return outline }
        let later = forms.speakers(from: end)
        let returning = speakers.count { later.contains($0.delegation) }
        if returning * 2 < speakers.count { outline.bodyStart = first.index }
        return outline
    }
}

/// What each passage is by its own form, read once.
struct PassageForms {
    let passages: [Passage]
    let openers: OpenerReader
    /// By passage; most have none.
    private let namedOpeners: [Int: Opener]
    /// No turn is set `ANA LIMA (Peru)`: States may stand alone, as Geneva’s releases name them.
    private let namesStatesAlone: Bool

    init(passages: [Passage], openers: OpenerReader) {
        self.passages = passages
        self.openers = openers
        namedOpeners = passages.indices.reduce(into: [:]) { $0[$1] = openers.namedOpener(of: passages[$1].text) }
        namesStatesAlone = !namedOpeners.values.contains { $0.speaker.delegation != nil }
    }

    func named(at index: Int) -> Opener? { namedOpeners[index] }

    func prose(at index: Int, offices: Bool) -> Opener? {
        openers.proseOpener(of: passages[index].text, offices: offices, states: !offices && namesStatesAlone)
    }

    func isTimes(at index: Int) -> Bool { TimesLine.isTimesLine(passages[index].text) }

    func isHeading(at index: Int) -> Bool {
        (passages[index].isMarkedHeading || HeadingForm.matches(passages[index]))
            && !FixedForms.isPageMark(passages[index].text) && !RollCall.isRollCall(passages[index].text)
            && !isFigure(at: index)
    }

    /// `Number of ballot papers:` above `188`, and the number itself; `Benin: 186`.
    func isFigure(at index: Int) -> Bool {
        let text = passages[index].text
        guard let last = text.utf8.last else { return false }
        if last == Ascii.colon { return index + 1 < passages.count && Self.isNumber(passages[index + 1].text) }
        guard Ascii.isDigit(last) else { return false }
        return Self.isNumber(text)
            || text.split(separator: ":").count == 2 && Self.isNumber(text.split(separator: ":")[1])
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        text.utf8.count <= 12 && text.utf8.contains(where: Ascii.isDigit)
            && text.utf8.allSatisfy { Ascii.isDigit($0) || $0 == Ascii.comma || $0 == Ascii.space }
    }

    func endsSummary(at index: Int) -> Bool {
        let text = passages[index].text
        return namedOpeners[index] != nil || isTimes(at: index) || FixedForms.isFooter(text)
            || FixedForms.isFullTextIntroduction(text) || FixedForms.placeholder(text) != nil || isHeading(at: index)
    }

    func hasTurns(from start: Int, offices: Bool) -> Bool {
        (start..<passages.count).contains { namedOpeners[$0] != nil || prose(at: $0, offices: offices) != nil }
    }

    /// Delegations (names for those without one) that open turns from a passage on, as keys.
    func speakers(from start: Int) -> Set<String> {
        var keys: Set<String> = []
        for index in start..<passages.count {
            guard let opener = namedOpeners[index] ?? prose(at: index, offices: true) else { continue }
            keys.insert(Self.key(opener.speaker))
        }
        return keys
    }

    func proseSpeakers(in range: Range<Int>, offices: Bool) -> [(index: Int, delegation: String)] {
        range.compactMap { index in
            prose(at: index, offices: offices).map { (index, Self.key($0.speaker)) }
        }
    }

    private static func key(_ speaker: Speaker) -> String {
        Latin.key(speaker.delegation ?? speaker.name ?? speaker.role ?? "")
    }
}
