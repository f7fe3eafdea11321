/// English words without their endings, so that `investigate`, `investigating` and `investigations` meet.
///
/// Light on purpose: plural `s`, then one of `ing`, `ion`, `ed`, `e`; what is left has four letters at least. Words
/// of other languages lose little by it.
enum WordStem {
    /// Takes the ending off a word.
    /// - Parameter word: lower-case bytes.
    static func cut(_ word: inout [UInt8]) {
        if word.count > 4, ends(word, "ies") {
            word.removeLast(2)
            word[word.count - 1] = UInt8(ascii: "y")
        } else if word.count > 3, word[word.count - 1] == UInt8(ascii: "s"), !ends(word, "ss"), !ends(word, "us") {
            word.removeLast()
        }
        for ending in endings where ends(word, ending) && word.count - ending.utf8CodeUnitCount >= 4 {
            word.removeLast(ending.utf8CodeUnitCount)
            return
        }
    }

    private static let endings: [StaticString] = ["ing", "ion", "ed", "e"]

    private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
        let length = ending.utf8CodeUnitCount
        guard word.count >= length else { return false }
        return ending.withUTF8Buffer { ending in
            (0..<length).allSatisfy { word[word.count - length + $0] == ending[$0] }
        }
    }
}
