import Diagnostics
import Meetings

/// The official documents of a site, each resolution's once.
struct OfficialShelf {
    /// By symbol.
    private(set) var texts: [OfficialText] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ given: [OfficialText]) {
        var files: [String: String] = [:]
        let inOrder = given.sorted { ($0.file.utf8.count, $0.file) < ($1.file.utf8.count, $1.file) }
        for text in inOrder {
            let key = DecisionSymbol(text.symbol).key
            if let other = files[key] {
                diagnostics.append(
                    Diagnostic(
                        id: "official-text-twice", severity: .error, file: text.file,
                        message: "\(text.symbol) stands in \(other) already",
                        suggestion: "Keep the later of the two documents."))
                continue
            }
            files[key] = text.file
            texts.append(text)
        }
        texts = NaturalOrder.sorted(texts, by: \.symbol)
    }
}
