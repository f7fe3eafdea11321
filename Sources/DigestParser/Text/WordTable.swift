/// A set of words, asked for the words of a text: one look at a table, nothing made.
struct WordTable: Sendable {
    /// A power of two of them, at most half of them filled.
    private var slots: [LowercaseWord]
    /// For each first letter a bit for each length of a word: what has neither is in no slot.
    private var lengths = [UInt64](repeating: 0, count: 32)

    init(_ words: some Collection<LowercaseWord>) {
        var size = 8
        while size < words.count * 2 { size *= 2 }
        slots = [LowercaseWord](repeating: .empty, count: size)
        for word in words where !contains(word) {
            slots[free(for: word)] = word
            lengths[Int(word.first & 0x1F)] |= Self.bit(word.count)
        }
    }

    func contains(_ word: LowercaseWord) -> Bool {
        guard mayContain(word.first, word.count) else { return false }
        return slots.withUnsafeBufferPointer { slots in
            var index = Int(truncatingIfNeeded: word.slot) & (slots.count - 1)
            while slots[index].count > 0 {
                if slots[index] == word { return true }
                index = (index + 1) & (slots.count - 1)
            }
            return false
        }
    }

    /// False for a word of a first letter and length that no word of the table has.
    func mayContain(_ first: UInt8, _ length: Int) -> Bool { lengths[Int(first & 0x1F)] & Self.bit(length) != 0 }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(length & 0x3F) }

    private func free(for word: LowercaseWord) -> Int {
        var index = Int(truncatingIfNeeded: word.slot) & (slots.count - 1)
        while slots[index].count > 0 { index = (index + 1) & (slots.count - 1) }
        return index
    }
}

extension WordTable: ExpressibleByArrayLiteral {
    init(arrayLiteral words: StaticString...) { self.init(words.map { LowercaseWord($0) }) }
}
