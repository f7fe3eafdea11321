/// How words are spelled, and when two spellings are one word.
enum Spelling {
    /// What the accepted spellings of a word have in common: `combatting` and `combating`, `wide-spread` and `widespread`,
    /// `organise` and `organize`, `labour` and `labor`, `preventative` and `preventive`.
    static func folded(_ word: String) -> String {
        guard word.utf8.count >= 6, !word.hasPrefix("re-"), word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
        if let other = variants[word] { return other }
        var letters = Array(word.utf8).filter { $0 != UInt8(ascii: "-") }
        undouble(&letters)
        for (from, to, stem) in exchanges
        where letters.count >= from.count + stem && letters.suffix(from.count).elementsEqual(from) {
            letters.replaceSubrange((letters.count - from.count)..., with: to)
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// British and American endings, each with the fewest letters that must stand before it: `labour`, but not `hour`.
    private static let exchanges: [(from: [UInt8], to: [UInt8], stem: Int)] = [
        ("ise", "ize", 4), ("ised", "ized", 4), ("ising", "izing", 4), ("isation", "ization", 4), ("our", "or", 3),
        ("ours", "ors", 3), ("oured", "ored", 3), ("ouring", "oring", 3), ("efence", "efense", 1),
        ("ffence", "ffense", 1), ("entre", "enter", 1), ("entres", "enters", 1), ("amme", "am", 5), ("ammes", "ams", 5),
        ("ogue", "og", 4), ("ogues", "ogs", 4), ("yse", "yze", 3), ("ysed", "yzed", 3), ("ysing", "yzing", 3),
        ("dgement", "dgment", 2),
    ].map { (Array($0.0.utf8), Array($0.1.utf8), $0.2) }

    /// Words with two forms that follow no rule.
    private static let variants = [
        "amongst": "among", "whilst": "while", "towards": "toward", "afterwards": "afterward", "advisor": "adviser",
        "advisors": "advisers", "preventative": "preventive", "disproportionally": "disproportionately",
        "sectorial": "sectoral", "multisectorial": "multisectoral", "learnt": "learned", "fulfill": "fulfil",
        "enroll": "enrol", "ageing": "aging",
    ]

    /// `travell-ing`, `benefitt-ed`: the consonant doubled before an ending.
    private static func undouble(_ letters: inout [UInt8]) {
        for ending in ["ing", "ed"] where letters.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
            let stem = letters.count - ending.utf8.count
            guard stem >= 7, letters[stem - 1] == letters[stem - 2], doubled.contains(letters[stem - 1]) else {
                continue
            }
            letters.remove(at: stem - 1)
        }
    }

    private static let doubled = Set("tlpmrns".utf8)

    /// `france's` → `france`, `philippines'` is one word already.
    static func withoutPossessive(_ key: String) -> String { key.hasSuffix("'s") ? String(key.dropLast(2)) : key }

    /// Whether two words are one slip of the pen apart: a letter more, less, other, or two swapped. A plural is none.
    static func isOneSlip(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard short != long, long.count - short.count <= 1 else { return false }
        let head = zip(short, long).prefix { $0 == $1 }.count
        let tail = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
        if short.count < long.count { return head + tail >= short.count && !(head == short.count && long.last == "s") }
        if head + tail >= short.count - 1 { return true }
        return head + tail == short.count - 2 && short[head] == long[head + 1] && short[head + 1] == long[head]
    }

    /// `coordination` and `coordinated`, `crisis` and `crises`; not `observer` and `observers`, `Korea` and `Korea's`.
    static func shareStem(_ a: String, _ b: String) -> Bool {
        let head = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
        let shortest = min(a.utf8.count, b.utf8.count)
        return head >= 4 && head < shortest && shortest - head <= 4
    }
}
