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
        head = (ByteBlock(word.head.0).lowered, ByteBlock(word.head.1).lowered)
        tail = (ByteBlock(word.tail.0).lowered, ByteBlock(word.tail.1).lowered)
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
            head: (ByteBlock.load(bytes, 0), count > 8 ? ByteBlock.load(bytes, 8) : 0),
            tail: count > 16 ? (ByteBlock.load(bytes, count - 16), ByteBlock.load(bytes, count - 8)) : (0, 0),
            count: count)
    }

    // MARK: Asking

    /// The first byte; zero where there is none.
    var first: UInt8 { UInt8(truncatingIfNeeded: head.0) }

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
}

extension [StaticString] {
    func contains(_ word: LowercaseWord) -> Bool {
        for expected in self where word == expected { return true }
        return false
    }
}
