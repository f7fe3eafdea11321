import Meetings

/// Everything decided or cited in the corpus, and where.
struct DecisionIndex: Sendable {
    private(set) var resolutions: [ResolutionEntry] = []
    private(set) var documents: [DocumentEntry] = []
    private(set) var redirects: [Redirect] = []
    private(set) var symbols = SymbolTable()
    /// The entries of the decisions of each meeting, as many as it has.
    private(set) var byMeeting: [[Ref<ResolutionEntry>?]] = []
    private var links: Set<CitedOnce> = []

    /// From a text, or one paragraph of it, to what it cites.
    private struct CitedOnce: Hashable {
        let citing: Ref<ResolutionEntry>
        let paragraph: Int?
        let cited: Ref<ResolutionEntry>
    }

    init(_ entries: [MeetingEntry], _ concordance: Concordance, officialTexts: [OfficialText]) {
        let inventory = DecisionInventory(entries, concordance, officialTexts: officialTexts)
        resolutions = inventory.resolutions
        symbols.resolutions = inventory.bySymbol
        symbols.uses = inventory.uses
        byMeeting = inventory.byMeeting
        redirects = inventory.redirects
        symbols.paragraphs = Array(repeating: [:], count: resolutions.count)
        for index in resolutions.indices { fillText(of: index, entries: entries, officialTexts: officialTexts) }
        let register = DocumentRegister(entries, inventory: inventory)
        documents = register.documents
        symbols.documents = register.bySymbol
        cite(entries, concordance, officialTexts: officialTexts)
        redirects += printedNumbers(entries, officialTexts: officialTexts)
    }

    // MARK: Texts

    private mutating func fillText(of index: Int, entries: [MeetingEntry], officialTexts: [OfficialText]) {
        let printed = resolutions[index].text.flatMap { place in
            entries[place.meeting.index].text.decisions[place.decision].fullText
        }
        guard let text = resolutions[index].official.map({ officialTexts[$0].text }) ?? printed else { return }
        var book = AddressBook()
        // By index: a clause has many parts to be copied.
        resolutions[index].paragraphs =
            text.preamble.indices.map { place in
                let number = text.preamble[place].number
                return ParagraphEntry(id: book.claim("pp-\(number)"), part: .preamble, number: number, index: place)
            }
            + text.operative.indices.map { place in
                let number = text.operative[place].number
                return ParagraphEntry(id: book.claim("op-\(number)"), part: .operative, number: number, index: place)
            }
        for (position, entry) in resolutions[index].paragraphs.enumerated() {
            symbols.paragraphs[index][entry.id] = position
        }
    }

    // MARK: Citations

    /// Pages of paragraphs under the numbers that a digest prints and the official document does not have.
    private func printedNumbers(_ entries: [MeetingEntry], officialTexts: [OfficialText]) -> [Redirect] {
        resolutions.flatMap { entry -> [Redirect] in
            guard let place = entry.text, let official = entry.official,
                let printed = entries[place.meeting.index].text.decisions[place.decision].fullText
            else { return [] }
            let known = Set(entry.paragraphs.map(\.id))
            let home = "/resolutions/\(entry.id)/"
            return Numbering(printed: printed, official: officialTexts[official].text).paragraphs
                .filter { !known.contains($0.printed) }
                .map { Redirect(from: "\(home)\($0.printed)/", to: $0.official.map { "\(home)\($0)/" } ?? home) }
        }
    }

    private mutating func cite(
        _ entries: [MeetingEntry], _ concordance: Concordance, officialTexts: [OfficialText]
    ) {
        let lists = concordance.lexicon.targets.indices.map { place in
            symbols.lists(of: concordance.lexicon.target(Int32(place)), citing: nil, resolutions)
        }
        for index in entries.indices {
            for mention in concordance.meetings[index].mentions {
                note(mention.citation(in: Ref(index)), in: lists[Int(mention.target)])
            }
            for (decision, resolution) in printedHere(index) {
                if let text = entries[index].text.decisions[decision].fullText { cite(text, of: resolution) }
            }
        }
        for index in resolutions.indices {
            if let official = resolutions[index].official { cite(officialTexts[official].text, of: Ref(index)) }
        }
        var citedBy = Array(repeating: Set<Ref<ResolutionEntry>>(), count: resolutions.count)
        for (index, resolution) in resolutions.enumerated() {
            for cited in resolution.cites { citedBy[cited.index].insert(Ref(index)) }
        }
        for index in resolutions.indices {
            resolutions[index].cites.sort()
            resolutions[index].citedByResolutions = citedBy[index].sorted()
        }
    }

    /// Decisions of a meeting whose text the corpus takes from there.
    private func printedHere(_ meeting: Int) -> [(decision: Int, Ref<ResolutionEntry>)] {
        byMeeting[meeting].enumerated().compactMap { decision, resolution in
            guard let resolution, resolutions[resolution.index].official == nil,
                let text = resolutions[resolution.index].text,
                text.meeting.index == meeting, text.decision == decision
            else { return nil }
            return (decision, resolution)
        }
    }

    private mutating func cite(_ text: FullText, of resolution: Ref<ResolutionEntry>) {
        text.forEachReference(of: resolution) { passage, reference in
            note(
                Citation(reference, at: passage),
                in: symbols.lists(of: reference.pointsAt, citing: resolution, resolutions))
        }
    }

    private mutating func note(_ citation: Citation, in lists: [CitationList]) {
        for list in lists {
            switch list {
            case .document(let index): documents[index].citations.append(citation)
            case .resolution(let ref): resolutions[ref.index].citations.append(citation)
            case .paragraph(let ref, let index): resolutions[ref.index].paragraphs[index].citations.append(citation)
            }
            if let resolution = list.resolution { noteLink(to: resolution, from: citation.passage) }
        }
    }

    private mutating func noteLink(to cited: Ref<ResolutionEntry>, from passage: Passage) {
        guard let citing = passage.resolution, citing != cited else { return }
        if links.insert(CitedOnce(citing: citing, paragraph: nil, cited: cited)).inserted {
            resolutions[citing.index].cites.append(cited)
        }
        guard case .clause(_, let paragraph, _) = passage else { return }
        if links.insert(CitedOnce(citing: citing, paragraph: paragraph, cited: cited)).inserted {
            resolutions[citing.index].paragraphs[paragraph].cites.append(cited)
        }
    }
}

extension Passage {
    /// The resolution whose text it is part of.
    package var resolution: Ref<ResolutionEntry>? {
        switch self {
        case .clause(let resolution, _, _), .annex(let resolution, _, _): resolution
        case .turn, .block: nil
        }
    }
}
