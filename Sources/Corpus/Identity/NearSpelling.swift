/// Names that differ by one letter: more, less, or other.
enum NearSpelling {
    /// Shorter names differ by a letter too easily, longer ones are no names.
    private static let lengths = 6...60

    /// Hashes of a folded name and of its shortenings by one letter: two names a letter apart have one in common.
    /// For a name that is too short or too long, its own hash alone.
    /// - Parameter group: names of different groups have none in common.
    static func hashes(of key: String, in group: Int) -> [UInt64] {
        let letters = Array(key.utf8)
        let start = start &+ UInt64(group) &* 0x9E37_79B9_7F4A_7C15
        guard lengths.contains(letters.count) else { return [hash(letters[...], from: start)] }
        var hashes = [hash(letters[...], from: start)]
        var head = start
        for index in letters.indices {
            hashes.append(hash(letters[(index + 1)...], from: head))
            head = step(head, letters[index])
        }
        return hashes
    }

    /// Whether the names are a letter apart; what equal hashes suggest and do not prove.
    static func isNear(_ a: String, _ b: String) -> Bool {
        let (short, long) =
            a.utf8.count <= b.utf8.count ? (Array(a.utf8), Array(b.utf8)) : (Array(b.utf8), Array(a.utf8))
        guard lengths.contains(short.count), long.count - short.count <= 1 else { return false }
        let head = zip(short, long).prefix { $0 == $1 }.count
        let rest = short.count == long.count ? short.dropFirst(head + 1) : short.dropFirst(head)
        return rest.elementsEqual(long.dropFirst(head + 1)) || isSwapped(short[head...], long[head...])
    }

    /// `Nebenzia`, `Nebenzai`: both lose a letter to the same remains.
    private static func isSwapped(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        a.count == b.count && a.count >= 2 && a.first == b.dropFirst().first && b.first == a.dropFirst().first
            && a.dropFirst(2).elementsEqual(b.dropFirst(2))
    }

    // FNV-1a.
    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    private static func hash(_ letters: ArraySlice<UInt8>, from start: UInt64) -> UInt64 {
        letters.reduce(start, step)
    }
}
