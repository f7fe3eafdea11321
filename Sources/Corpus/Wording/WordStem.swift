/// A word of English without its ending, so that `investigate`, `investigating` and `investigations` meet.
///
/// Light on purpose: plural `s`, then one of `ing`, `ion`, `ed`, `e`; what is left has four letters at least. Words
/// of other languages lose little by it.
struct WordStem {
    /// How many bytes of the word it has.
    private(set) var length: Int
    /// Whether a `y` takes the place of the last of them: `treaties`, `treaty`.
    private(set) var endsInY = false

    /// - Parameter word: in UTF-8; the case of ASCII letters does not matter.
    init(of word: UnsafeBufferPointer<UInt8>) {
        length = word.count
        if length > 4, ends(word, "ies") {
            length -= 2
            endsInY = true
            return
        }
        if length > 3, ends(word, "s"), !ends(word, "ss"), !ends(word, "us") { length -= 1 }
        for ending in Self.endings where length - ending.utf8CodeUnitCount >= 4 && ends(word, ending) {
            length -= ending.utf8CodeUnitCount
            return
        }
    }

    private static let endings: [StaticString] = ["ing", "ion", "ed", "e"]

    private func ends(_ word: UnsafeBufferPointer<UInt8>, _ ending: StaticString) -> Bool {
        let count = ending.utf8CodeUnitCount
        guard length >= count else { return false }
        for index in 0..<count where word[length - count + index] | 0x20 != ending.utf8Start[index] { return false }
        return true
    }
}
