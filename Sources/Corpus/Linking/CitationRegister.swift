import Diagnostics
import Meetings

/// Every place that cites something, in order of time, for the lists of what it cites.
struct CitationRegister: Sendable {
    private let concordance: Concordance
    private let resolutions: [ResolutionEntry]
    private let countOfDocuments: Int
    /// By places in the concordance's lexicon of what is cited.
    private let lists: [[CitationList]]
    /// In the texts of decisions that a meeting prints, by meeting.
    private var printed: [Int: [Listed]] = [:]
    private var official: [Listed] = []

    private struct Listed: Sendable {
        let citation: Citation
        let lists: [CitationList]
    }

    /// - Parameters:
    ///   - entries: the meetings.
    ///   - decisions: the resolutions, with their paragraphs, the documents, and what symbols mean.
    init(
        _ entries: [MeetingEntry], _ concordance: Concordance, of decisions: DecisionIndex,
        officialTexts: [OfficialText]
    ) {
        self.concordance = concordance
        resolutions = decisions.resolutions
        countOfDocuments = decisions.documents.count
        let symbols = decisions.symbols
        lists = concordance.lexicon.targets.indices.map { [resolutions] place in
            symbols.lists(of: concordance.lexicon.target(Int32(place)), citing: nil, resolutions)
        }
        for (index, resolution) in resolutions.enumerated() {
            if let place = resolution.official {
                official += listed(officialTexts[place].text, of: Ref(index), symbols)
            }
        }
        for index in entries.indices {
            for (decision, resolution) in decisions.printed(in: index) {
                guard let text = entries[index].text.decisions[decision].fullText else { continue }
                printed[index, default: []] += listed(text, of: resolution, symbols)
            }
        }
    }

    private func listed(_ text: FullText, of resolution: Ref<ResolutionEntry>, _ symbols: SymbolTable) -> [Listed] {
        var listed: [Listed] = []
        text.forEachReference(of: resolution) { passage, reference in
            let lists = symbols.lists(of: reference.pointsAt, citing: resolution, resolutions)
            if !lists.isEmpty { listed.append(Listed(citation: Citation(reference, at: passage), lists: lists)) }
        }
        return listed
    }

    private func forEach(_ note: (Citation, [CitationList]) -> Void) {
        for index in concordance.meetings.indices {
            for mention in concordance.meetings[index].mentions {
                let lists = lists[Int(mention.target)]
                if !lists.isEmpty { note(mention.citation(in: Ref(index)), lists) }
            }
            for listed in printed[index] ?? [] { note(listed.citation, listed.lists) }
        }
        for listed in official { note(listed.citation, listed.lists) }
    }

    // MARK: By what is cited

    /// For each document, and for each resolution.
    func sorted(_ many: ParallelMap) -> ([[Citation]], [Cited]) {
        many.both {
            ofDocuments()
        } _: {
            ofResolutions()
        }
    }

    private func ofDocuments() -> [[Citation]] {
        var citations: [[Citation]] = Array(repeating: [], count: countOfDocuments)
        forEach { citation, lists in
            for case .document(let index) in lists { citations[index].append(citation) }
        }
        return citations
    }

    /// What there is to know of a resolution, or of one of its paragraphs.
    struct Cited: Sendable {
        fileprivate(set) var citations: [Citation] = []
        /// What its own text cites, each once, in the order of the text.
        fileprivate(set) var cites: [Ref<ResolutionEntry>] = []
        /// The same of its paragraphs.
        fileprivate(set) var paragraphs: [Cited] = []
    }

    private func ofResolutions() -> [Cited] {
        var all = resolutions.map { Cited(paragraphs: Array(repeating: Cited(), count: $0.paragraphs.count)) }
        var links: Set<CitedOnce> = []
        forEach { citation, lists in
            for list in lists {
                switch list {
                case .document: continue
                case .resolution(let ref): all[ref.index].citations.append(citation)
                case .paragraph(let ref, let index): all[ref.index].paragraphs[index].citations.append(citation)
                }
                if let resolution = list.resolution { all.link(to: resolution, from: citation.passage, &links) }
            }
        }
        return all
    }
}

/// From a text, or one paragraph of it, to what it cites.
private struct CitedOnce: Hashable {
    let citing: Ref<ResolutionEntry>
    let paragraph: Int?
    let cited: Ref<ResolutionEntry>
}

extension [CitationRegister.Cited] {
    fileprivate mutating func link(
        to cited: Ref<ResolutionEntry>, from passage: Passage, _ links: inout Set<CitedOnce>
    ) {
        guard let citing = passage.resolution, citing != cited else { return }
        if links.insert(CitedOnce(citing: citing, paragraph: nil, cited: cited)).inserted {
            self[citing.index].cites.append(cited)
        }
        guard case .clause(_, let paragraph, _) = passage else { return }
        if links.insert(CitedOnce(citing: citing, paragraph: paragraph, cited: cited)).inserted {
            self[citing.index].paragraphs[paragraph].cites.append(cited)
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
