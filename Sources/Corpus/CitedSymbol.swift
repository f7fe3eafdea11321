import Meetings

/// A symbol as references print it, and what they take it for. Which of these there are decides which resolutions and documents
/// the corpus has, and nothing else that references say does.
struct CitedSymbol: Hashable, Sendable {
    let symbol: String
    /// What the symbol itself is of, where a paragraph of it is meant.
    let kind: Reference.Kind

    /// Nil for a reference to a statement.
    init?(_ reference: Reference) {
        switch reference.kind {
        case .statement: return nil
        case .paragraph:
            symbol = SymbolTable.split(reference.target).symbol
            kind = symbol.contains("/PRST/") ? .presidentialStatement : .resolution
        case .resolution, .presidentialStatement, .document, .meetingRecord, .pressRelease:
            symbol = reference.target
            kind = reference.kind
        }
    }

    init(symbol: String, kind: Reference.Kind) {
        self.symbol = symbol
        self.kind = kind
    }

    /// Nil for other documents.
    var decisionKind: Decision.Kind? {
        switch kind {
        case .resolution: .resolution
        case .presidentialStatement: .presidentialStatement
        case .document, .meetingRecord, .pressRelease, .paragraph, .statement: nil
        }
    }
}

/// A list of citations in the corpus.
enum CitationList: Hashable {
    /// Index into `Corpus.documents`.
    case document(Int)
    case resolution(Ref<ResolutionEntry>)
    /// Index into `ResolutionEntry.paragraphs`.
    case paragraph(Ref<ResolutionEntry>, Int)

    var resolution: Ref<ResolutionEntry>? {
        switch self {
        case .document: nil
        case .resolution(let resolution), .paragraph(let resolution, _): resolution
        }
    }
}

extension SymbolTable {
    /// The lists in which a reference stands. A text that points at itself, or at its own paragraphs, does not cite itself.
    /// - Parameter entries: all resolutions.
    func lists(of reference: Reference, at passage: Passage, _ entries: [ResolutionEntry]) -> [CitationList] {
        var lists: [CitationList] = []
        switch reference.kind {
        case .statement: break
        case .document, .meetingRecord, .pressRelease:
            if let document = document(reference.target) { lists.append(.document(document)) }
            // A draft that a meeting adopted goes by its draft's symbol.
            if let resolution = resolution(reference.target), passage.resolution != resolution {
                lists.append(.resolution(resolution))
            }
        case .resolution, .presidentialStatement, .paragraph:
            guard let (resolution, paragraph) = paragraph(target: reference.target) else { break }
            if let paragraph { lists.append(.paragraph(resolution, paragraph)) }
            guard passage.resolution != resolution else { break }
            lists.append(.resolution(resolution))
            if let document = entries[resolution.index].symbol.flatMap(document) { lists.append(.document(document)) }
        }
        return lists
    }
}
