/// Finds ASCII words in bytes.
enum ByteSearch {
    static func contains(_ haystack: Substring.UTF8View, _ needle: StaticString) -> Bool {
        haystack.withContiguousStorageIfAvailable { contains($0, needle) }
            ?? Array(haystack).withUnsafeBufferPointer { contains($0, needle) }
    }

    static func contains(_ haystack: String, _ needle: StaticString) -> Bool {
        contains(haystack.utf8[...], needle)
    }

    static func hasPrefix(_ text: String, _ prefix: StaticString) -> Bool {
        text.utf8.starts(with: UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
    }

    /// True when a text opens with these words, given in small letters, whatever the case of its ASCII letters.
    static func opens(_ text: String, with words: [StaticString]) -> Bool {
        words.contains { words in
            words.withUTF8Buffer { words in
                text.utf8.count >= words.count && zip(text.utf8, words).allSatisfy { Ascii.lowered($0) == $1 }
            }
        }
    }

    /// The first so many scalars of a text, as bytes.
    static func head(of text: String, scalars: Int) -> Substring.UTF8View {
        if text.utf8.count <= scalars { return text.utf8[...] }
        let end = text.unicodeScalars.index(text.startIndex, offsetBy: scalars, limitedBy: text.endIndex)
        return text.utf8[..<(end ?? text.endIndex)]
    }

    /// Eight places at a time: only where the first and the last byte of the needle stand is it looked at whole.
    private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ needle: StaticString) -> Bool {
        needle.withUTF8Buffer { needle in
            guard let base = UnsafeRawPointer(bytes.baseAddress), let first = needle.first, let last = needle.last
            else {
                return needle.isEmpty
            }
            let opening = ones &* UInt64(first)
            let closing = ones &* UInt64(last)
            let reach = needle.count - 1
            let places = bytes.count - reach
            var index = 0
            while index + 8 <= places {
                let opens = zeros((base + index).loadUnaligned(as: UInt64.self) ^ opening)
                let closes = zeros((base + index + reach).loadUnaligned(as: UInt64.self) ^ closing)
                if opens & closes != 0, (index..<index + 8).contains(where: { stands(needle, in: bytes, at: $0) }) {
                    return true
                }
                index += 8
            }
            while index < places {
                if stands(needle, in: bytes, at: index) { return true }
                index += 1
            }
            return false
        }
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The high bit of every byte that is zero, and now and then of one behind it.
    @inline(__always)
    private static func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes & (ones &* 0x80) }

    private static func stands(
        _ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        for offset in needle.indices where bytes[index + offset] != needle[offset] { return false }
        return true
    }
}
