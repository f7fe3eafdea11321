/// How words are spelled, and when two spellings are one word.
enum Spelling {
    /// What the accepted spellings of a word have in common: `combatting` and `combating`, `wide-spread` and `widespread`,
    /// `organise` and `organize`, `labour` and `labor`.
    static func folded(_ word: String) -> String {
        guard word.utf8.count >= 6, !word.hasPrefix("re-"), word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
        var letters = Array(word.utf8).filter { $0 != UInt8(ascii: "-") }
        undouble(&letters)
        for (from, to) in exchanges
        where letters.count >= from.count + 4 && letters.suffix(from.count).elementsEqual(from) {
            letters.replaceSubrange((letters.count - from.count)..., with: to)
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// British and American endings.
    private static let exchanges: [(from: [UInt8], to: [UInt8])] = [
        ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("isation", "ization"), ("our", "or"), ("ours", "ors"),
        ("oured", "ored"), ("ouring", "oring"), ("efence", "efense"), ("entre", "enter"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

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
