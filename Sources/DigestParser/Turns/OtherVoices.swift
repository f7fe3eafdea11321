import Meetings

/// Who else speaks within the paragraphs of a turn: `…, she said. Similarly, Denmark’s representative stressed …`,
/// `while Guyana’s delegate said`.
struct OtherVoices {
    let names: StateNames

    /// - Parameter statement: a turn in prose; releases that set each turn apart report one voice in each.
    func others(in statement: Statement) -> [Statement.Other] {
        guard statement.form == .prose else { return [] }
        var seen: Set<String> = [Self.key(statement.speaker.delegation, statement.speaker.name)]
        if let own = statement.speaker.delegation { seen.insert(Self.key(own, nil)) }
        return statement.paragraphs.flatMap { paragraph in
            voices(in: paragraph.text).compactMap { speaker in
                guard seen.insert(Self.key(speaker.delegation, speaker.name)).inserted else { return nil }
                return Statement.Other(delegation: speaker.delegation, name: speaker.name, lines: paragraph.lines)
            }
        }
    }

    private func voices(in text: String) -> [Speaker] {
        guard
            ByteSearch.contains(text, "representative") || ByteSearch.contains(text, "delegate")
                || ByteSearch.contains(text, "speaker") || ByteSearch.contains(text, "observer")
                || ByteSearch.contains(text, ") ")
        else { return [] }
        let phrase = Phrase(text)
        return MentionReader(phrase: phrase, names: names).all().filter { mention in
            let isDelegate =
                mention.speaker.unnamed || phrase.words[mention.range.upperBound - 1].has(.closesParenthesis)
            return isDelegate && mention.speaker.delegation != nil && Self.tells(mention.range, in: phrase)
        }.map(\.speaker)
    }

    /// A verb of telling stands right behind, behind an adverb or an aside, or – behind a quotation – before.
    private static func tells(_ range: Range<Int>, in phrase: Phrase) -> Bool {
        let start = range.lowerBound
        if start > 1, isTelling(start - 1, in: phrase), phrase.words[start - 2].has(.closesQuote) { return true }
        var index = range.upperBound
        guard index > 0, index < phrase.count, !phrase.words[index - 1].has(.stop) else { return false }
        if phrase.words[index - 1].has(.comma) || phrase.words[index - 1].has(.dash) {
            // `addressing the delegate from X, he said` brings in nobody.
            if phrase.word(index, isIn: Vocabulary.pronouns) { return false }
            let limit = min(phrase.sentenceEnd(from: index, within: 40), phrase.count)
            return (index..<limit).contains {
                isTelling($0, in: phrase) && !phrase.words[$0].isQuoted
                    && (phrase.words[$0 - 1].has(.comma) || phrase.words[$0 - 1].has(.dash))
            }
        }
        while index < phrase.count,
            ["also", "then", "further", "therefore"].contains(phrase.lower(index))
                || phrase.lower(index).hasSuffix("ly")
        {
            index += 1
        }
        return isTelling(index, in: phrase)
    }

    private static func isTelling(_ index: Int, in phrase: Phrase) -> Bool {
        index < phrase.count && phrase.word(index, isIn: Vocabulary.tellingVerbs)
    }

    private static func key(_ delegation: String?, _ name: String?) -> String {
        Latin.key((delegation ?? "") + " / " + (name ?? ""))
    }
}
