import Meetings

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
    /// - Parameters:
    ///   - citing: in whose text the reference stands; nil in a meeting's own.
    ///   - entries: all resolutions.
    func lists(
        of target: Reference.Target, citing: Ref<ResolutionEntry>?, _ entries: [ResolutionEntry]
    ) -> [CitationList] {
        var lists: [CitationList] = []
        switch target.kind {
        case .statement: break
        case .document, .meetingRecord, .pressRelease:
            if let document = document(target.symbol) { lists.append(.document(document)) }
            // A draft that a meeting adopted goes by its draft's symbol.
            if let resolution = resolution(target.symbol), citing != resolution {
                lists.append(.resolution(resolution))
            }
        case .resolution, .presidentialStatement, .paragraph:
            guard let (resolution, paragraph) = paragraph(target: target.symbol) else { break }
            if let paragraph { lists.append(.paragraph(resolution, paragraph)) }
            guard citing != resolution else { break }
            lists.append(.resolution(resolution))
            if let document = entries[resolution.index].symbol.flatMap(document) { lists.append(.document(document)) }
        }
        return lists
    }
}
