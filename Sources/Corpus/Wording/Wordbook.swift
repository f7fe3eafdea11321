/// Numbers for terms: words by their stem, and pairs of words that follow each other.
struct Wordbook {
    private var words: [ArraySlice<UInt8>: Int32] = [:]
    private var pairs: [Int64: Int32] = [:]
    private(set) var count = 0
    private let plain: PlainWords

    init(plain: PlainWords) { self.plain = plain }

    /// A place where a text holds a term: what it covers, in bytes.
    struct Occurrence {
        let term: Int32
        let start: Int
        let end: Int
        let isPair: Bool
    }

    /// The terms of a text in order. Plain words are no terms; a pair needs one word that is not plain, and between its
    /// words no function word, full stop, colon, semicolon or bracket.
    mutating func terms(of text: String) -> [Occurrence] {
        var text = text
        let words = text.withUTF8 { WordScan.words(of: $0) }
        var found: [Occurrence] = []
        var last: (number: Int32, start: Int, isPlain: Bool)?
        for word in words {
            guard word.letters.count > 2 else {
                if word.endsSentence { last = nil }
                continue
            }
            if PlainWords.joins(word.letters) {
                if word.endsSentence { last = nil }
                continue
            }
            let stem = WordStem.of(word.letters[...])
            if plain.isFunction(stem) {
                last = nil
                continue
            }
            let isPlain = plain.contains(stem)
            let number = number(of: stem)
            if !isPlain { found.append(Occurrence(term: number, start: word.start, end: word.end, isPair: false)) }
            if let last, !(last.isPlain && isPlain) {
                found.append(
                    Occurrence(term: pair(last.number, number), start: last.start, end: word.end, isPair: true))
            }
            last = word.endsSentence ? nil : (number, word.start, isPlain)
        }
        return found
    }

    private mutating func number(of stem: ArraySlice<UInt8>) -> Int32 {
        if let known = words[stem] { return known }
        // A copy of its own: slices of whole texts would keep the texts.
        words[Array(stem)[...]] = Int32(count)
        count += 1
        return Int32(count - 1)
    }

    private mutating func pair(_ first: Int32, _ second: Int32) -> Int32 {
        let key = Int64(first) << 32 | Int64(second)
        if let known = pairs[key] { return known }
        pairs[key] = Int32(count)
        count += 1
        return Int32(count - 1)
    }
}

/// Words that say nothing about what a text is about. Data, not code: `Data/plain-words.tsv`.
struct PlainWords: Sendable {
    static let shipped = PlainWords(tsv: DataFile.text("plain-words.tsv"))

    private var plain: Set<ArraySlice<UInt8>> = []
    private var function: Set<ArraySlice<UInt8>> = []

    init(tsv: String) {
        for fields in DataFile.rows(tsv) where fields.count == 2 {
            let stems = DataFile.list(fields[1]).map { WordStem.of(Array($0.utf8)[...]) }
            if fields[0] == "function" { function.formUnion(stems) } else { plain.formUnion(stems) }
        }
    }

    func contains(_ stem: ArraySlice<UInt8>) -> Bool { plain.contains(stem) }

    /// No part of a pair either.
    func isFunction(_ stem: ArraySlice<UInt8>) -> Bool { function.contains(stem) }

    /// Words that may stand inside a pair: `rule of law`, `suppress and punish`. Shorter ones are passed over anyway.
    static func joins(_ letters: [UInt8]) -> Bool {
        letters.elementsEqual("the".utf8) || letters.elementsEqual("and".utf8) || letters.elementsEqual("for".utf8)
    }
}
