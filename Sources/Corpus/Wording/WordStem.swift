/// English words without their endings, so that `investigate`, `investigating` and `investigations` meet.
///
/// Light on purpose: plural `s`, then one of `ing`, `ion`, `ed`, `e`; what is left has four letters at least. Words
/// of other languages lose little by it.
enum WordStem {
    /// - Parameter word: lower-case bytes.
    static func of(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var stem = word
        if stem.count > 4, ends(stem, "ies") {
            stem = stem.dropLast(2)
            stem[stem.endIndex - 1] = UInt8(ascii: "y")
        } else if stem.count > 3, ends(stem, "s"), !ends(stem, "ss"), !ends(stem, "us") {
            stem = stem.dropLast()
        }
        for ending: StaticString in ["ing", "ion", "ed", "e"]
        where ends(stem, ending) && stem.count - ending.utf8CodeUnitCount >= 4 {
            return stem.dropLast(ending.utf8CodeUnitCount)
        }
        return stem
    }

    private static func ends(_ word: ArraySlice<UInt8>, _ ending: StaticString) -> Bool {
        ending.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
    }
}
