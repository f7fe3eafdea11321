import Meetings

/// Adoptions told without the word: "By the terms of resolution 2516 (2020), the Council …", "In a presidential
/// statement (to be issued as document S/PRST/2015/25), …".
enum PlainAdoption {
    /// The texts a sentence tells as given by this meeting.
    static func texts(in text: InlineText, _ sentence: Range<Int>, meeting: Organ) -> [VotedText] {
        terms(text, sentence, meeting: meeting) ?? statement(text, sentence) ?? []
    }

    /// The sentence opens with what the resolution does.
    private static func terms(_ text: InlineText, _ sentence: Range<Int>, meeting: Organ) -> [VotedText]? {
        for opener in openers {
            guard let end = text.end(of: opener, at: sentence.lowerBound) else { continue }
            let word = text.end(of: "the ", at: end) ?? end
            guard let mention = ResolutionMention.read(text, word: word), mention.end <= sentence.upperBound,
                mention.organ ?? meeting == meeting, let number = mention.items.first?.number, number.isSure
            else { return nil }
            let symbol = Organ.symbol(of: number.form, named: mention.organ, meeting: meeting)
            return [VotedText(kind: .resolution, symbol: symbol)]
        }
        return nil
    }

    /// A symbol of the series, in a sentence that says it is issued, read out or presented – or opens with it.
    private static func statement(_ text: InlineText, _ sentence: Range<Int>) -> [VotedText]? {
        var symbol: String?
        var isIssued = false
        for index in sentence {
            if text.bytes[index] == Ascii.slash, symbol == nil {
                if let found = DocumentSymbol.read(text, slash: index), found.kind == .presidentialStatement {
                    symbol = found.target
                }
            } else if text.bytes[index] | 0x20 == UInt8(ascii: "i") || text.bytes[index] | 0x20 == UInt8(ascii: "r") {
                if text.isWordStart(index), text.end(ofWord: issuing, at: index) != nil { isIssued = true }
            } else if text.bytes[index] | 0x20 == UInt8(ascii: "p"), text.isWordStart(index) {
                if let number = StatementNumber.read(text, word: index)?.items.first {
                    symbol = symbol ?? "S/PRST/" + number.number
                }
                if index - sentence.lowerBound < 40, text.matches("presidential statement", at: index) {
                    isIssued = isIssued || opens(text, sentence)
                }
            }
        }
        guard let symbol, isIssued else { return nil }
        return [VotedText(kind: .presidentialStatement, symbol: symbol)]
    }

    private static func opens(_ text: InlineText, _ sentence: Range<Int>) -> Bool {
        text.end(ofWord: ["in", "through", "by", "with", "adopting"], at: sentence.lowerBound) != nil
    }

    private static let openers: [StaticString] = [
        "by the terms of ", "by terms of ", "by other terms of ", "under the terms of ", "by the text of ", "through ",
    ]
    private static let issuing: [StaticString] = ["issuing", "issued", "issues", "read out", "reading out"]
}
