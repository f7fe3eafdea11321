import Meetings

extension Corpus {
    /// Where the debate took up the paragraphs of a resolution: by paragraph id, the statements of the meetings
    /// concerned whose wording is closest, best first, five at most; paragraphs without any are left out.
    ///
    /// The meetings concerned are the one that prints the text and those that cite it, the nearest in time first,
    /// `RelatedWording.reach` at most. The work is linear in the length of these texts. Empty without text.
    package func related(for resolution: Ref<ResolutionEntry>) -> [String: [Related]] {
        guard let text = fullText(of: resolution) else { return [:] }
        var wording = RelatedWording(clauses: text.clauses.map(\.wholeText))
        for meeting in meetingsConcerned(with: resolution) {
            for turn in self[meeting].turns {
                let statement = statement(turn.ref)
                for (index, paragraph) in statement.paragraphs.enumerated() {
                    let start = index == 0 ? statement.openerLength : 0
                    wording.add(paragraph.text, from: start, at: turn.ref, paragraph: index)
                }
            }
        }
        var related: [String: [Related]] = [:]
        let ids = self[resolution].paragraphs.map(\.id)
        for (id, found) in zip(ids, wording.closest()) where !found.isEmpty { related[id] = found }
        return related
    }

    private func meetingsConcerned(with resolution: Ref<ResolutionEntry>) -> [Ref<MeetingEntry>] {
        let entry = self[resolution]
        guard let home = entry.text?.meeting else { return [] }
        let citing = Set(entry.citations.compactMap(\.passage.meeting)).subtracting([home])
        let nearest = citing.sorted { a, b in
            (abs(a.index - home.index), a) < (abs(b.index - home.index), b)
        }
        return [home] + nearest.prefix(RelatedWording.reach - 1)
    }
}

extension Passage {
    /// The meeting in whose own text it stands; nil inside a resolution.
    fileprivate var meeting: Ref<MeetingEntry>? {
        switch self {
        case .turn(let turn, _): turn.meeting
        case .block(let meeting, _, _): meeting
        case .clause, .annex: nil
        }
    }
}

extension FullText.Clause {
    /// The paragraph with its points, as one text.
    fileprivate var wholeText: String {
        var parts: [String] = []
        forEachPart { part, _ in parts.append(paragraph(at: part).text) }
        return parts.joined(separator: "\n")
    }
}

extension Statement {
    /// Bytes of the first paragraph that only say who speaks: name, role and delegation are no wording.
    fileprivate var openerLength: Int {
        guard let text = paragraphs.first?.text else { return 0 }
        let parts = [speaker.printed, speaker.role, speaker.delegation].compactMap(\.self)
        var end = text.startIndex
        for part in parts where !part.isEmpty {
            // An opener is short: what stands further on is the statement's own.
            let limit = text.utf8.index(end, offsetBy: part.utf8.count + 80, limitedBy: text.endIndex) ?? text.endIndex
            if let found = text[end..<limit].firstRange(of: part) { end = found.upperBound }
        }
        return text.utf8.distance(from: text.startIndex, to: end)
    }
}
