import Meetings

/// A symbol as references print it, and what they take it for. Which of these there are decides which resolutions and documents
/// the corpus has, and nothing else that references say does.
struct CitedSymbol: Hashable, Sendable {
    let symbol: String
    /// What the symbol itself is of, where a paragraph of it is meant.
    let kind: Reference.Kind

    /// Nil for a reference to a statement.
    init?(_ target: Reference.Target) {
        switch target.kind {
        case .statement: return nil
        case .paragraph:
            symbol = SymbolTable.split(target.symbol).symbol
            kind = symbol.contains("/PRST/") ? .presidentialStatement : .resolution
        case .resolution, .presidentialStatement, .document, .meetingRecord, .pressRelease:
            symbol = target.symbol
            kind = target.kind
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

extension Reference {
    /// What it points at: its kind and `target`.
    struct Target: Sendable {
        let kind: Kind
        let symbol: String
    }

    var pointsAt: Target { Target(kind: kind, symbol: target) }
}
