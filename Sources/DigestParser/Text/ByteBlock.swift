/// Eight bytes of a text, asked all at once: an answer has the high bit set of every byte that it is true of, the first
/// byte lowest.
///
/// Most places of a text are ruled out this way before any byte is looked at alone.
struct ByteBlock {
    static let width = 8

    private let bytes: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    init(_ bytes: UInt64) { self.bytes = bytes }

    /// The bytes from an index on, zeros past the end of the text.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        bytes = Self.load(text, index)
    }

    /// Eight bytes from an index, zeros past the end.
    @inline(__always)
    static func load(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt64 {
        let count = text.count - start
        guard count > 0, let base = text.baseAddress else { return 0 }
        let place = UnsafeRawPointer(base + start)
        if count >= width { return UInt64(littleEndian: place.loadUnaligned(as: UInt64.self)) }
        if count >= 4 {
            let low = UInt64(UInt32(littleEndian: place.loadUnaligned(as: UInt32.self)))
            let high = UInt64(UInt32(littleEndian: (place + count - 4).loadUnaligned(as: UInt32.self)))
            return low | high << UInt64(count * 8 - 32)
        }
        var value: UInt64 = 0
        for offset in 0..<count { value |= UInt64(base[start + offset]) << UInt64(offset * 8) }
        return value
    }

    /// - Parameter text: with room for a block from the index on.
    @inline(__always)
    func store(in text: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
        UnsafeMutableRawBufferPointer(text).storeBytes(of: bytes.littleEndian, toByteOffset: index, as: UInt64.self)
    }

    // MARK: Asking

    @inline(__always)
    var capitals: UInt64 { within(0x41, 0x5A, of: bytes) }

    @inline(__always)
    var smallLetters: UInt64 { within(0x61, 0x7A, of: bytes) }

    /// Letters of ASCII.
    @inline(__always)
    var letters: UInt64 { within(0x61, 0x7A, of: bytes | Self.ones &* 0x20) }

    /// What stands in running text as it is: letters, digits, and most marks of ASCII.
    @inline(__always)
    var plain: UInt64 { within(0x29, 0x7E, of: bytes) }

    /// The first bytes of letters and marks beyond ASCII.
    @inline(__always)
    var leads: UInt64 { bytes & bytes << 1 & Self.highs }

    /// The first bytes of two: letters of Latin, Greek and Cyrillic beyond ASCII.
    @inline(__always)
    var leadsOfTwo: UInt64 { leads & ~(bytes << 2) }

    /// Bytes that begin a letter or mark: all but those that go on with one beyond ASCII.
    @inline(__always)
    var starts: UInt64 { ~(bytes & ~(bytes << 1)) & Self.highs }

    @inline(__always)
    func equal(to byte: UInt8) -> UInt64 {
        let difference = bytes ^ Self.ones &* UInt64(byte)
        return ~((difference & ~Self.highs) &+ ~Self.highs | difference) & Self.highs
    }

    /// The same bytes, capitals of ASCII small.
    @inline(__always)
    var lowered: UInt64 { bytes | capitals >> 2 }

    /// - Parameters: of ASCII; no byte beyond it is within them.
    @inline(__always)
    private func within(_ first: UInt64, _ last: UInt64, of bytes: UInt64) -> UInt64 {
        let low = bytes & ~Self.highs
        return (low &+ Self.ones &* (0x80 - first)) & ~(low &+ Self.ones &* (0x7F - last)) & ~bytes & Self.highs
    }

    // MARK: Answers

    /// True of every byte.
    static let all = highs

    /// The place in the block of the first byte an answer is true of; `width` where there is none.
    @inline(__always)
    static func first(of answer: UInt64) -> Int { answer.trailingZeroBitCount >> 3 }

    /// An answer as one bit for each byte, the first lowest.
    @inline(__always)
    static func bits(of answer: UInt64) -> UInt64 { ((answer >> 7) &* 0x0102_0408_1020_4080) >> 56 }

    /// How many bytes an answer is true of, from the first on.
    @inline(__always)
    static func run(of answer: UInt64) -> Int { first(of: ~answer & highs) }
}

/// Pairs of bytes that something may begin with: a cheap "no" for almost every word of a text, and now and then a "yes"
/// for a pair that was never put in.
struct PairSet {
    private var slots = [Bool](repeating: false, count: 1024)

    mutating func insert(_ first: UInt8, _ second: UInt8) { slots[Self.slot(first, second)] = true }

    func contains(_ first: UInt8, _ second: UInt8) -> Bool { slots[Self.slot(first, second)] }

    /// The first place from an index on where one of the pairs stands; nil where none does.
    func place(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return slots.withUnsafeBufferPointer { slots in
            var first = bytes[start]
            for index in start + 1..<bytes.count {
                let second = bytes[index]
                if slots[Self.slot(first, second)] { return index - 1 }
                first = second
            }
            return nil
        }
    }

    private static func slot(_ first: UInt8, _ second: UInt8) -> Int { (Int(first) &* 37 &+ Int(second)) & 1023 }
}
