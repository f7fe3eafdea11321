import Meetings

extension ReferenceScanner {
    /// What this meeting decided, for "today’s resolution": the symbol where it is the only one of its kind.
    struct Decided {
        var resolution: String?
        var presidentialStatement: String?
        var only: String?
        /// The release says that there were more: "the resolution" may be any.
        var isOneOfMany = false
    }
}

extension ReferenceScanner.Decided {
    init(_ meeting: Meeting) {
        let decisions = meeting.decisions
        let resolutions = decisions.filter { $0.kind == .resolution }
        let statements = decisions.filter { $0.kind == .presidentialStatement }
        resolution = resolutions.count == 1 ? resolutions[0].symbol : SpokenAdoption.symbol(in: meeting)
        isOneOfMany = Self.tellsOfSeveral(meeting)
        presidentialStatement = statements.count == 1 ? statements[0].symbol : nil
        only = decisions.count == 1 ? decisions[0].symbol : nil
    }

    /// `approved without a vote 15 draft resolutions`: more than the release tells one by one.
    private static func tellsOfSeveral(_ meeting: Meeting) -> Bool {
        var told = [meeting.headline].compactMap { $0 } + meeting.subheadlines
        for case .summary(let summary) in meeting.blocks.prefix(8).map(\.content) {
            told += summary.paragraphs.prefix(3).map(\.text)
        }
        return told.contains { words in
            let phrase = Phrase(words, limit: 1200)
            return phrase.words.indices.contains { index in
                guard phrase.word(index, isIn: texts) else { return false }
                return (max(0, index - 3)..<index).contains { phrase.word($0, isIn: several) || isNumber(phrase, $0) }
            }
        }
    }

    private static func isNumber(_ phrase: Phrase, _ index: Int) -> Bool {
        phrase.words[index].shape == .number && phrase.lowerText(index).utf8.allSatisfy(Ascii.isDigit)
    }

    private static let texts: WordTable = ["resolutions", "drafts", "texts"]
    private static let several: WordTable = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several",
    ]
}
