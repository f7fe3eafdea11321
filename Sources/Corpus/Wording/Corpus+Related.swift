import Meetings

extension Corpus {
    /// Resolutions whose words the corpus has, in order of time.
    package var resolutionsWithText: [Ref<ResolutionEntry>] {
        let resolutions = resolutions
        let texts = resolutions.indices.filter { resolutions[$0].hasText }.map { Ref<ResolutionEntry>($0) }
        let places = texts.map {
            home(of: $0)?.index ?? resolutions[$0.index].citations.first?.passage.meeting?.index ?? 0
        }
        return zip(texts, places).sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }

    /// The meeting that prints the text, or tells of its adoption.
    private func home(of resolution: Ref<ResolutionEntry>) -> Ref<MeetingEntry>? {
        self[resolution].text?.meeting ?? self[resolution].adoption?.meeting
    }

    /// Where the debate took up the paragraphs of resolutions: for each, by paragraph id, the statements of the meetings
    /// concerned whose wording is closest, best first, five at most; paragraphs without any are left out.
    ///
    /// The meetings concerned are the one that prints the text or adopts it and those that cite it, the nearest in time first,
    /// `RelatedWording.reach` at most. Empty for a resolution without text. Each meeting is read once for a list
    /// of resolutions that lie near each other in time; besides, the work is linear in the length of the texts compared.
    package func related(for resolutions: [Ref<ResolutionEntry>]) -> [[String: [Related]]] {
        let reader = TermReader()
        var shelf: [Ref<MeetingEntry>: MeetingWording] = [:]
        return resolutions.map { resolution in
            let concerned = meetingsConcerned(with: resolution)
            // What is read stays at hand, for as many meetings as two resolutions may concern.
            if shelf.count > 2 * RelatedWording.reach {
                let wanted = Set(concerned)
                shelf = shelf.filter { wanted.contains($0.key) }
            }
            for meeting in concerned where shelf[meeting] == nil {
                shelf[meeting] = MeetingWording(meeting, of: self, reader: reader)
            }
            return related(for: resolution, among: concerned.compactMap { shelf[$0] }, reader)
        }
    }

    /// The same for one resolution.
    package func related(for resolution: Ref<ResolutionEntry>) -> [String: [Related]] {
        related(for: [resolution])[0]
    }

    private func related(
        for resolution: Ref<ResolutionEntry>, among meetings: [MeetingWording], _ reader: TermReader
    ) -> [String: [Related]] {
        guard let text = fullText(of: resolution) else { return [:] }
        var wording = RelatedWording(clauses: text.clauses.map(\.wholeText), reader: reader)
        for meeting in meetings { wording.add(meeting) }
        var related: [String: [Related]] = [:]
        for (clause, found) in wording.closest().enumerated() where !found.isEmpty {
            related[self[resolution].paragraphs[clause].id] = found.map { close in
                let passage = close.passage
                let text = statement(passage.turn).paragraphs[passage.paragraph].text
                return Related(
                    turn: passage.turn, paragraph: passage.paragraph,
                    terms: wording.sharedTerms(clause: clause, with: text, from: passage.offset, reader: reader),
                    score: (close.score * 100).rounded() / 100)
            }
        }
        return related
    }

    /// The meetings whose statements are compared with a resolution's paragraphs, the one that adopts it first.
    package func meetingsConcerned(with resolution: Ref<ResolutionEntry>) -> [Ref<MeetingEntry>] {
        let home = home(of: resolution)
        let citing = Set(self[resolution].citations.compactMap(\.passage.meeting))
        let centre = home?.index ?? citing.min()?.index ?? 0
        let nearest = citing.filter { $0 != home }.sorted { a, b in
            (abs(a.index - centre), a) < (abs(b.index - centre), b)
        }
        return (home.map { [$0] } ?? []) + nearest.prefix(RelatedWording.reach - 1)
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
