import Meetings

/// The decision that `The full text of … reads as follows:` announces.
struct AnnouncedText: Equatable {
    var kind: Decision.Kind
    /// `S/RES/2331 (2016)`, `S/PRST/2015/25`, a draft's `S/2011/612`; nil where the words give none.
    var symbol: String?

    /// - Parameter words: the announcement, or the heading a text stands under.
    static func read(_ words: String, meeting: Organ) -> AnnouncedText {
        let text = InlineText(words)
        var isStatement = false
        for index in 0..<min(text.count, 600) {
            if text.bytes[index] == Ascii.slash, let symbol = DocumentSymbol.read(text, slash: index) {
                return AnnouncedText(
                    kind: symbol.kind == .presidentialStatement ? .presidentialStatement : .resolution,
                    symbol: symbol.target)
            }
            guard text.isWordStart(index) else { continue }
            if let mention = ResolutionMention.read(text, word: index), let number = mention.items.first?.number {
                let symbol = Organ.symbol(of: number.form, named: mention.organ, meeting: meeting)
                return AnnouncedText(kind: .resolution, symbol: symbol)
            }
            if let number = StatementNumber.read(text, word: index)?.items.first {
                return AnnouncedText(kind: .presidentialStatement, symbol: "S/PRST/" + number.number)
            }
            if text.matches("statement", at: index) { isStatement = true }
        }
        return AnnouncedText(kind: isStatement ? .presidentialStatement : .resolution)
    }
}
