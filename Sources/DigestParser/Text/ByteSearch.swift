/// Finds ASCII words in bytes.
enum ByteSearch {
    static func contains(_ haystack: Substring.UTF8View, _ needle: StaticString) -> Bool {
        haystack.withContiguousStorageIfAvailable { first(needle, in: $0, from: 0) != nil }
            ?? Array(haystack).withUnsafeBufferPointer { first(needle, in: $0, from: 0) != nil }
    }

    static func contains(_ haystack: String, _ needle: StaticString) -> Bool {
        contains(haystack.utf8[...], needle)
    }

    static func hasPrefix(_ text: String, _ prefix: StaticString) -> Bool {
        text.utf8.starts(with: UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
    }

    private static func first(_ needle: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let length = needle.utf8CodeUnitCount
        guard length > 0, bytes.count >= length else { return nil }
        let head = needle.utf8Start[0]
        var index = start
        while index <= bytes.count - length {
            if bytes[index] == head {
                var offset = 1
                while offset < length, bytes[index + offset] == needle.utf8Start[offset] { offset += 1 }
                if offset == length { return index }
            }
            index += 1
        }
        return nil
    }
}
