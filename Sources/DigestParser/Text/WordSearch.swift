/// Words looked for anywhere in a text: a few one after the other, many in one walk over it, where the first two bytes
/// say "no" for almost every place.
struct WordSearch: ExpressibleByArrayLiteral {
    private let words: [StaticString]
    private var openings = PairSet()
    private static let few = 8

    /// - Parameter elements: of two bytes at least.
    init(arrayLiteral elements: StaticString...) {
        words = elements
        for word in elements { openings.insert(word.utf8Start[0], word.utf8Start[1]) }
    }

    /// True when one of the words stands in the text, as it is.
    func isMet(in text: Substring.UTF8View) -> Bool {
        text.withContiguousStorageIfAvailable(isMet) ?? Array(text).withUnsafeBufferPointer(isMet)
    }

    private func isMet(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if words.count <= Self.few { return words.contains { ByteSearch.contains(bytes, $0) } }
        var start = 0
        while let index = openings.place(in: bytes, from: start) {
            if words.contains(where: { stands($0, in: bytes, at: index) }) { return true }
            start = index + 1
        }
        return false
    }

    private func stands(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[index + offset] != word.utf8Start[offset] { return false }
        return true
    }
}
