/// A word in small letters (ASCII only) as a value of a few registers: what the rules compare with the genre's working
/// words, without a string made for it.
///
/// Of a word longer than 32 bytes only the first and the last 16 are kept. The words it is compared with are shorter, so
/// that every answer is that of the whole word.
struct LowercaseWord: Hashable, Sendable {
    /// The first bytes; zeros behind a shorter word.
    private let head: SIMD16<UInt8>
    /// The last bytes of a word that `head` does not hold whole.
    private let tail: SIMD16<UInt8>
    /// In bytes.
    let count: Int

    static let empty = LowercaseWord(UnsafeBufferPointer(start: nil, count: 0))

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        count = bytes.count
        head = Self.lowered(Self.load(bytes, from: 0))
        tail = count > 16 ? Self.lowered(Self.load(bytes, from: count - 16)) : SIMD16()
    }

    init(_ word: StaticString) { self = word.withUTF8Buffer { LowercaseWord($0) } }

    init(_ word: some StringProtocol) {
        var word = String(word)
        self = word.withUTF8 { LowercaseWord($0) }
    }

    /// What spreads words over the slots of a table.
    var slot: UInt64 {
        let halves = unsafeBitCast(head, to: SIMD2<UInt64>.self)
        let mixed = halves[0] &* 0x9E37_79B9_7F4A_7C15 ^ halves[1] &* 0xC2B2_AE3D_27D4_EB4F ^ UInt64(count)
        return (mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15 >> 32
    }

    var first: UInt8 { head[0] }

    static func == (word: LowercaseWord, expected: StaticString) -> Bool {
        word.count == expected.utf8CodeUnitCount && word.agrees(with: expected, from: 0)
    }

    static func != (word: LowercaseWord, expected: StaticString) -> Bool { !(word == expected) }

    static func ~= (expected: StaticString, word: LowercaseWord) -> Bool { word == expected }

    func hasPrefix(_ prefix: StaticString) -> Bool {
        prefix.utf8CodeUnitCount <= min(count, 16) && agrees(with: prefix, from: 0)
    }

    func hasSuffix(_ suffix: StaticString) -> Bool {
        suffix.utf8CodeUnitCount <= min(count, 16) && agrees(with: suffix, from: count - suffix.utf8CodeUnitCount)
    }

    private func agrees(with expected: StaticString, from start: Int) -> Bool {
        expected.withUTF8Buffer { expected in
            for offset in expected.indices where byte(start + offset) != expected[offset] { return false }
            return true
        }
    }

    /// Of a long word's middle nothing is known.
    private func byte(_ index: Int) -> UInt8 {
        if index < 16 { return head[index] }
        return index >= count - 16 ? tail[index - count + 16] : 0
    }

    private static func load(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> SIMD16<UInt8> {
        var block = SIMD16<UInt8>()
        withUnsafeMutableBytes(of: &block) { block in
            block.copyMemory(
                from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + 16)]))
            )
        }
        return block
    }

    private static func lowered(_ block: SIMD16<UInt8>) -> SIMD16<UInt8> {
        let isUpper = (block &- 0x41) .< 26
        return block.replacing(with: block | 0x20, where: isUpper)
    }
}

extension [StaticString] {
    func contains(_ word: LowercaseWord) -> Bool { contains { word == $0 } }
}
