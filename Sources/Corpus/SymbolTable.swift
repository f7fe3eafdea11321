/// What every symbol that a text of the corpus prints means.
struct SymbolTable: Sendable {
    var resolutions: [String: Ref<ResolutionEntry>] = [:]
    /// Indices into `Corpus.documents`.
    var documents: [String: Int] = [:]
    /// For each resolution, its paragraphs by id.
    var paragraphs: [[String: Int]] = []
    /// How many references there are to each symbol.
    var uses: [CitedSymbol: Int] = [:]

    func resolution(_ symbol: String) -> Ref<ResolutionEntry>? { resolutions[symbol] }

    func document(_ symbol: String) -> Int? { documents[symbol] }

    /// The paragraph that a target like `S/RES/2331 (2016)#5` means, where the corpus has its text.
    func paragraph(target: String) -> (resolution: Ref<ResolutionEntry>, paragraph: Int?)? {
        let (symbol, paragraph) = Self.split(target)
        guard let resolution = resolutions[symbol] else { return nil }
        return (resolution, paragraph.flatMap { paragraphs[resolution.index][$0] })
    }

    /// `S/RES/2331 (2016)#5` in symbol and the paragraph's id: `op-5`, `pp-3`.
    static func split(_ target: String) -> (symbol: String, paragraph: String?) {
        guard let mark = target.utf8.lastIndex(of: UInt8(ascii: "#")) else { return (target, nil) }
        let paragraph = target[target.utf8.index(after: mark)...]
        return (String(target[..<mark]), paragraph.hasPrefix("pp-") ? String(paragraph) : "op-\(paragraph)")
    }
}
