import Diagnostics
import Meetings

/// Everything decided or cited in the corpus, and where.
struct DecisionIndex: Sendable {
    private(set) var resolutions: [ResolutionEntry] = []
    private(set) var documents: [DocumentEntry] = []
    private(set) var redirects: [Redirect] = []
    private(set) var symbols = SymbolTable()
    /// The entries of the decisions of each meeting, as many as it has.
    private(set) var byMeeting: [[Ref<ResolutionEntry>?]] = []

    /// - Parameters:
    ///   - entries: the meetings, in order of time.
    ///   - threads: how many work at once.
    init(_ entries: [MeetingEntry], _ concordance: Concordance, officialTexts: [OfficialText], threads: Int) {
        let inventory = DecisionInventory(entries, concordance, officialTexts: officialTexts, threads: threads)
        resolutions = inventory.resolutions
        symbols.resolutions = inventory.bySymbol
        symbols.uses = inventory.uses
        byMeeting = inventory.byMeeting
        redirects = inventory.redirects
        let many = ParallelMap(threads: threads)
        let (register, texts) = many.both {
            DocumentRegister(entries, inventory: inventory)
        } _: {
            resolutions.map { Self.paragraphs(of: $0, entries, officialTexts) }
        }
        documents = register.documents
        symbols.documents = register.bySymbol
        symbols.paragraphs = texts.map(\.byID)
        for (index, text) in texts.enumerated() where !text.paragraphs.isEmpty {
            resolutions[index].paragraphs = text.paragraphs
        }
        cite(entries, concordance, officialTexts: officialTexts, many)
        redirects += printedNumbers(entries, officialTexts: officialTexts)
    }

    // MARK: Texts

    private static func paragraphs(
        of resolution: ResolutionEntry, _ entries: [MeetingEntry], _ officialTexts: [OfficialText]
    ) -> (paragraphs: [ParagraphEntry], byID: [String: Int]) {
        let printed = resolution.text.flatMap { place in
            entries[place.meeting.index].text.decisions[place.decision].fullText
        }
        guard let text = resolution.official.map({ officialTexts[$0].text }) ?? printed else { return ([], [:]) }
        var book = AddressBook()
        // By index: a clause has many parts to be copied.
        let paragraphs =
            text.preamble.indices.map { place in
                let number = text.preamble[place].number
                return ParagraphEntry(id: book.claim("pp-\(number)"), part: .preamble, number: number, index: place)
            }
            + text.operative.indices.map { place in
                let number = text.operative[place].number
                return ParagraphEntry(id: book.claim("op-\(number)"), part: .operative, number: number, index: place)
            }
        let byID = Dictionary(zip(paragraphs.lazy.map(\.id), paragraphs.indices), uniquingKeysWith: { $1 })
        return (paragraphs, byID)
    }

    /// Decisions of a meeting whose text the corpus takes from there.
    func printed(in meeting: Int) -> [(decision: Int, Ref<ResolutionEntry>)] {
        byMeeting[meeting].enumerated().compactMap { decision, resolution in
            guard let resolution, resolutions[resolution.index].official == nil,
                let text = resolutions[resolution.index].text,
                text.meeting.index == meeting, text.decision == decision
            else { return nil }
            return (decision, resolution)
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
        _ entries: [MeetingEntry], _ concordance: Concordance, officialTexts: [OfficialText], _ many: ParallelMap
    ) {
        let (ofDocuments, ofResolutions) = CitationRegister(
            entries, concordance, of: self, officialTexts: officialTexts
        )
        .sorted(many)
        for (index, citations) in ofDocuments.enumerated() { documents[index].citations = citations }
        var citedBy = Array(repeating: [Ref<ResolutionEntry>](), count: resolutions.count)
        for (index, cited) in ofResolutions.enumerated() {
            resolutions[index].citations = cited.citations
            resolutions[index].cites = cited.cites.sorted()
            for place in cited.paragraphs.indices {
                resolutions[index].paragraphs[place].citations = cited.paragraphs[place].citations
                resolutions[index].paragraphs[place].cites = cited.paragraphs[place].cites
            }
            // Each once, and in their order.
            for other in cited.cites { citedBy[other.index].append(Ref(index)) }
        }
        for index in resolutions.indices { resolutions[index].citedByResolutions = citedBy[index] }
    }
}
