/// Words that say nothing about what a text is about. Data, not code: `Data/plain-words.tsv`.
struct PlainWords: Sendable {
    enum Standing: Int32, Sendable {
        /// No term by itself, but good as half of a pair (`task force`).
        case plain
        /// No part of a pair either.
        case function
    }

    static let shipped = PlainWords(tsv: DataFile.text("plain-words.tsv"))

    private var standings = NumberTable()

    init(tsv: String) {
        // A word that is in both lists is a function word.
        let rows = DataFile.rows(tsv).filter { $0.count == 2 }.sorted { $0[0] < $1[0] }
        for row in rows {
            let standing: Standing = row[0] == "function" ? .function : .plain
            for word in DataFile.list(row[1]) {
                let stem = Array(word.utf8).withUnsafeBufferPointer { Term.number(ofWord: $0) }
                _ = standings.insert(standing.rawValue, for: stem)
            }
        }
    }

    /// What a word is by the number of its stem; nil for one that tells something.
    func standing(_ stem: UInt64) -> Standing? { standings[stem].flatMap(Standing.init(rawValue:)) }
}
