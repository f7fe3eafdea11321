import Meetings

/// Adoptions told without the word: "By the terms of resolution 2516 (2020), the Council …", "In a presidential
/// statement (to be issued as document S/PRST/2015/25), …".
enum PlainAdoption {
    /// The texts a sentence tells as given by this meeting.
    static func texts(in text: InlineText, _ sentence: Range<Int>, meeting: Organ) -> [VotedText] {
        terms(text, sentence, meeting: meeting) ?? statement(text, sentence) ?? unnumbered(text, sentence) ?? []
    }

    /// `In a presidential statement, the Council called for calm.`, `In a statement read out by its President, …`
    private static func unnumbered(_ text: InlineText, _ sentence: Range<Int>) -> [VotedText]? {
        guard let end = means.end(in: text, at: sentence.lowerBound).map(text.skippingSpaces(from:)),
            let a = text.end(ofWord: ["a"], at: end).map(text.skippingSpaces(from:))
        else { return nil }
        if let close = statementNouns.end(in: text, at: a) {
            let next = text.skippingSpaces(from: close)
            // Not one "of 5 May", and not one that somebody asks for.
            guard text.byte(close) == Ascii.comma || readOut.end(in: text, at: next) != nil else { return nil }
            return [VotedText(kind: .presidentialStatement)]
        }
        guard let close = text.end(ofWord: ["statement"], at: a),
            readOut.end(in: text, at: text.skippingSpaces(from: close)) != nil
        else { return nil }
        return [VotedText(kind: .presidentialStatement)]
    }

    private static let statementNouns: WordList = ["presidential statement"]
    private static let readOut: WordList = ["read out by", "read by", "presented by", "issued today", "adopted today"]

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

    /// A symbol of the series, in a sentence that says it is issued or read out – or opens with it.
    private static func statement(_ text: InlineText, _ sentence: Range<Int>) -> [VotedText]? {
        guard let (symbol, word) = statementSymbol(text, sentence) else { return nil }
        let opens = word - sentence.lowerBound < 40 && means.end(in: text, at: sentence.lowerBound) != nil
        let isIssued = opens || sentence.contains { text.isWordStart($0) && issuing.end(in: text, at: $0) != nil }
        return isIssued ? [VotedText(kind: .presidentialStatement, symbol: symbol)] : nil
    }

    /// The first symbol of a presidential statement, and where the words for it begin.
    private static func statementSymbol(_ text: InlineText, _ sentence: Range<Int>) -> (symbol: String, word: Int)? {
        var word: Int?
        for index in FormStarts(in: text, sentence) {
            switch text.bytes[index] {
            case Ascii.slash:
                guard let found = DocumentSymbol.read(text, slash: index), found.kind == .presidentialStatement else {
                    continue
                }
                return (found.target, word ?? found.range.lowerBound)
            case UInt8(ascii: "p"), UInt8(ascii: "P"):
                guard text.isWordStart(index), text.matches("presidential statement", at: index) else { continue }
                word = word ?? index
                if let number = StatementNumber.read(text, word: index)?.items.first {
                    return ("S/PRST/" + number.number, index)
                }
            default: continue
            }
        }
        return nil
    }

    private static let means: WordList = ["in", "through", "by", "with", "adopting"]
    private static let openers: [StaticString] = [
        "by the terms of ", "by terms of ", "by other terms of ", "under the terms of ", "by the text of ", "through ",
    ]
    private static let issuing: WordList = ["issuing", "issued", "issues", "read out", "reading out"]
}
