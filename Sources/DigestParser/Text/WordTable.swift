/// A set of words, asked for the words of a text: one look at a table, nothing made.
struct WordTable: Sendable {
    /// A power of two of them, at most half of them filled.
    private var slots: [LowercaseWord]

    init(_ words: some Collection<LowercaseWord>) {
        var size = 8
        while size < words.count * 2 { size *= 2 }
        slots = [LowercaseWord](repeating: .empty, count: size)
        for word in words where !contains(word) { slots[free(for: word)] = word }
    }

    func contains(_ word: LowercaseWord) -> Bool {
        slots.withUnsafeBufferPointer { slots in
            var index = Int(truncatingIfNeeded: word.slot) & (slots.count - 1)
            while slots[index].count > 0 {
                if slots[index] == word { return true }
                index = (index + 1) & (slots.count - 1)
            }
            return false
        }
    }

    private func free(for word: LowercaseWord) -> Int {
        var index = Int(truncatingIfNeeded: word.slot) & (slots.count - 1)
        while slots[index].count > 0 { index = (index + 1) & (slots.count - 1) }
        return index
    }
}

extension WordTable: ExpressibleByArrayLiteral {
    init(arrayLiteral words: StaticString...) { self.init(words.map { LowercaseWord($0) }) }
}
