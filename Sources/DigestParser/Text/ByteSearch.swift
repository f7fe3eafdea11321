/// Finds ASCII words in bytes.
enum ByteSearch {
    static func contains(_ haystack: Substring.UTF8View, _ needle: StaticString) -> Bool {
        haystack.withContiguousStorageIfAvailable { contains($0, needle) }
            ?? Array(haystack).withUnsafeBufferPointer { contains($0, needle) }
    }

    static func contains(_ haystack: String, _ needle: StaticString) -> Bool {
        contains(haystack.utf8[...], needle)
    }

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
            guard let first = needle.first, let last = needle.last else { return needle.isEmpty }
            let reach = needle.count - 1
            var index = 0
            while index + reach < bytes.count {
                var both =
                    ByteBlock(bytes, at: index).equal(to: first) & ByteBlock(bytes, at: index + reach).equal(to: last)
                while both != 0 {
                    if stands(needle, in: bytes, at: index + ByteBlock.first(of: both)) { return true }
                    both &= both - 1
                }
                index += ByteBlock.width
            }
            return false
        }
    }

    private static func stands(
        _ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        for offset in needle.indices where bytes[index + offset] != needle[offset] { return false }
        return true
    }
}
