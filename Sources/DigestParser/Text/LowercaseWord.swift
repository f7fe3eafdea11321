/// A word in small letters (ASCII only) as a value of a few registers: what the rules compare with the genre's working
/// words, without a string made for it.
///
/// Of a word longer than 32 bytes only the first and the last 16 are kept. The words it is compared with are shorter, so
/// that every answer is that of the whole word.
struct LowercaseWord: Hashable, Sendable {
    /// The first bytes, eight a number, the first byte lowest; zeros behind a shorter word.
    private let head: (UInt64, UInt64)
    /// The last bytes of a word that `head` does not hold whole.
    private let tail: (UInt64, UInt64)
    /// In bytes.
    let count: Int

    static let empty = LowercaseWord(UnsafeBufferPointer(start: nil, count: 0))

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let word = Self.verbatim(bytes)
        head = (Self.lowered(word.head.0), Self.lowered(word.head.1))
        tail = (Self.lowered(word.tail.0), Self.lowered(word.tail.1))
        count = word.count
    }

    init(_ word: some StringProtocol) {
        self =
            word.utf8.withContiguousStorageIfAvailable { LowercaseWord($0) }
            ?? Array(word.utf8).withUnsafeBufferPointer { LowercaseWord($0) }
    }

    /// - Parameter word: in small letters.
    init(_ word: StaticString) { self = word.withUTF8Buffer(Self.verbatim) }

    private init(head: (UInt64, UInt64), tail: (UInt64, UInt64), count: Int) {
        self.head = head
        self.tail = tail
        self.count = count
    }

    @inline(__always)
    private static func verbatim(_ bytes: UnsafeBufferPointer<UInt8>) -> LowercaseWord {
        let count = bytes.count
        return LowercaseWord(
            head: (load(bytes, 0), count > 8 ? load(bytes, 8) : 0),
            tail: count > 16 ? (load(bytes, count - 16), load(bytes, count - 8)) : (0, 0), count: count)
    }

    // MARK: Asking

    /// What spreads words over the slots of a table.
    var slot: Int {
        let mixed = head.0 &* 0x9E37_79B9_7F4A_7C15 ^ head.1 &* 0xC2B2_AE3D_27D4_EB4F ^ UInt64(count)
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15 >> 32)
    }

    static func == (a: LowercaseWord, b: LowercaseWord) -> Bool {
        a.head == b.head && a.count == b.count && a.tail == b.tail
    }

    static func == (word: LowercaseWord, expected: StaticString) -> Bool {
        word.count == expected.utf8CodeUnitCount && word == LowercaseWord(expected)
    }

    static func != (word: LowercaseWord, expected: StaticString) -> Bool { !(word == expected) }

    static func ~= (expected: StaticString, word: LowercaseWord) -> Bool { word == expected }

    func hash(into hasher: inout Hasher) { hasher.combine(slot) }

    /// - Parameter prefix: of at most 8 bytes.
    func hasPrefix(_ prefix: StaticString) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard length <= min(count, 8) else { return false }
        return (head.0 ^ LowercaseWord(prefix).head.0) << UInt64(64 - length * 8) == 0
    }

    /// - Parameter suffix: of at most 8 bytes.
    func hasSuffix(_ suffix: StaticString) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard length <= min(count, 8) else { return false }
        return end >> UInt64(64 - length * 8) == LowercaseWord(suffix).head.0
    }

    /// The last eight bytes, the last one highest; zeros before a shorter word.
    private var end: UInt64 {
        if count > 16 { return tail.1 }
        if count <= 8 { return head.0 << UInt64(64 - count * 8) }
        return head.1 << UInt64(128 - count * 8) | head.0 >> UInt64(count * 8 - 64)
    }

    // MARK: Bytes

    /// Eight bytes from an index, zeros past the end.
    @inline(__always)
    private static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt64 {
        guard let base = bytes.baseAddress else { return 0 }
        let raw = UnsafeRawPointer(base + start)
        let count = bytes.count - start
        if count >= 8 { return UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) }
        if count >= 4 {
            let low = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
            let high = UInt64(UInt32(littleEndian: (raw + count - 4).loadUnaligned(as: UInt32.self)))
            return low | high << UInt64(count * 8 - 32)
        }
        var value: UInt64 = 0
        for offset in 0..<count { value |= UInt64(base[start + offset]) << UInt64(offset * 8) }
        return value
    }

    /// Capitals become small, eight bytes at a time; bytes beyond ASCII stay.
    @inline(__always)
    private static func lowered(_ bytes: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = bytes & (ones &* 0x7F)
        let isAtLeastA = low &+ ones &* (0x80 - 0x41)
        let isBeyondZ = low &+ ones &* (0x7F - 0x5A)
        let isUpper = (isAtLeastA ^ isBeyondZ) & ~bytes & (ones &* 0x80)
        return bytes | isUpper >> 2
    }
}

extension [StaticString] {
    func contains(_ word: LowercaseWord) -> Bool {
        for expected in self where word == expected { return true }
        return false
    }
}
