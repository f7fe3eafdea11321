/// Where sentences end.
///
/// Careful rather than keen: a full stop after an initial or an abbreviation ends nothing, so that two sentences may be
/// taken for one but never one for two.
enum Sentences {
    /// Ranges of `words`, without gaps.
    static func of(_ words: [Word], in bytes: [UInt8]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for index in words.indices.dropLast() where ends(after: index, words, in: bytes) {
            sentences.append(start..<index + 1)
            start = index + 1
        }
        if start < words.count { sentences.append(start..<words.count) }
        return sentences
    }

    private static func ends(after index: Int, _ words: [Word], in bytes: [UInt8]) -> Bool {
        let word = words[index]
        let next = words[index + 1]
        guard next.shape != .lower else { return false }
        var hasStop = false
        var hasSpace = false
        var position = word.range.upperBound
        while position < next.range.lowerBound {
            switch bytes[position] {
            case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): hasStop = true
            default: if hasStop, Typography.space(in: bytes, at: position) > 0 { hasSpace = true }
            }
            position += Typography.width(in: bytes, at: position)
        }
        guard hasStop, hasSpace else { return false }
        return word.range.count > 1 && !abbreviations.contains(word.key) || word.shape == .number
    }

    /// Words with a full stop of their own before a name or number.
    private static let abbreviations: Set = [
        "mr", "mrs", "ms", "mx", "dr", "prof", "st", "rev", "hon", "gen", "col", "lt", "maj", "capt", "sgt", "messrs",
        "mme", "no", "nos", "art", "arts", "para", "paras", "ch", "vol", "pp", "ed", "vs", "cf", "fig", "inc", "jr",
        "sr",
    ]
}
