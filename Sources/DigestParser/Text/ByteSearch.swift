/// Finds ASCII words in bytes.
enum ByteSearch {
    static func contains(_ haystack: Substring.UTF8View, _ needle: StaticString) -> Bool {
        haystack.withContiguousStorageIfAvailable { contains($0, needle) }
            ?? Array(haystack).withUnsafeBufferPointer { contains($0, needle) }
    }

    static func contains(_ haystack: String, _ needle: StaticString) -> Bool {
        contains(haystack.utf8[...], needle)
    }

    /// True for a single word of letters and digits: a text that tells of nobody.
    static func isWord(_ text: String) -> Bool { text.utf8.allSatisfy(Ascii.isAlphanumeric) }

    /// Where these words stand last.
    static func lastRange(of needle: StaticString, in text: String) -> Range<String.Index>? {
        let words = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
        var start = text.utf8.endIndex
        while start > text.utf8.startIndex {
            start = text.utf8.index(before: start)
            guard text.utf8[start...].starts(with: words) else { continue }
            return start..<text.utf8.index(start, offsetBy: words.count)
        }
        return nil
    }

    /// What stands between these words, and before and behind them.
    static func parts(of text: String, between words: StaticString) -> [Substring] {
        let words = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
        var parts: [Substring] = []
        var start = text.utf8.startIndex
        var place = start
        while place < text.utf8.endIndex {
            if text.utf8[place...].starts(with: words) {
                parts.append(text[start..<place])
                place = text.utf8.index(place, offsetBy: words.count)
                start = place
            } else {
                place = text.utf8.index(after: place)
            }
        }
        return parts + [text[start...]]
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
        var text = text
        let length = text.withUTF8 { Self.length(of: scalars, in: $0) }
        return text.utf8.prefix(length)
    }

    /// How many bytes so many scalars take.
    private static func length(of scalars: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var left = scalars
        var index = 0
        while index + ByteBlock.width <= bytes.count {
            let starts = ByteBlock(bytes, at: index).starts.nonzeroBitCount
            if starts > left { break }
            left -= starts
            index += ByteBlock.width
        }
        while index < bytes.count {
            if bytes[index] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            index += 1
        }
        return index
    }

    /// Sixteen places at a time: only where the first and the last byte of the needle stand is it looked at whole.
    static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ needle: StaticString) -> Bool {
        needle.withUTF8Buffer { needle in
            guard let first = needle.first, let last = needle.last, let base = bytes.baseAddress else {
                return needle.isEmpty
            }
            let places = bytes.count - needle.count + 1
            let (firsts, lasts) = (Lanes(repeating: first), Lanes(repeating: last))
            let text = UnsafeRawPointer(base)
            var index = 0
            while index + Lanes.scalarCount <= places {
                let heads = text.loadUnaligned(fromByteOffset: index, as: Lanes.self)
                let tails = text.loadUnaligned(fromByteOffset: index + needle.count - 1, as: Lanes.self)
                let both = (heads ^ firsts | tails ^ lasts) .== Lanes(repeating: 0)
                // The answers as two numbers: asking `any` of them looks at one after the other.
                let halves = unsafeBitCast(both, to: SIMD2<UInt64>.self)
                if halves[0] | halves[1] != 0,
                    stands(needle, in: bytes, at: index, where: halves[0])
                        || stands(needle, in: bytes, at: index + ByteBlock.width, where: halves[1])
                {
                    return true
                }
                index += Lanes.scalarCount
            }
            return index < places && (index..<places).contains { stands(needle, in: bytes, at: $0) }
        }
    }

    private typealias Lanes = SIMD16<UInt8>

    /// - Parameter answer: true of the bytes of a block from the index on where the needle may stand.
    private static func stands(
        _ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, at index: Int, where answer: UInt64
    ) -> Bool {
        var places = answer & ByteBlock.all
        while places != 0 {
            if stands(needle, in: bytes, at: index + ByteBlock.first(of: places)) { return true }
            places &= places - 1
        }
        return false
    }

    private static func stands(
        _ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        for offset in needle.indices where bytes[index + offset] != needle[offset] { return false }
        return true
    }
}
