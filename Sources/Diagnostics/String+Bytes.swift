import Foundation

/// Texts as the bytes they are. To compare them by their characters, accents composed or not, takes many times as long.
extension String {
    /// Comparison by bytes: the same order on every machine, whatever the language.
    package static func precedesInBytes(_ a: String, _ b: String) -> Bool {
        var (a, b) = (a, b)
        return a.withUTF8 { a in b.withUTF8 { b in a.precedes(b) } }
    }

    package func hasSameBytes(as other: String) -> Bool {
        var (a, b) = (self, other)
        return a.withUTF8 { a in
            b.withUTF8 { b in
                guard a.count == b.count, let first = a.baseAddress, let second = b.baseAddress else {
                    return a.count == b.count
                }
                return memcmp(first, second, a.count) == 0
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The order of texts by their bytes.
    package func precedes(_ other: Self) -> Bool {
        guard let first = baseAddress, let second = other.baseAddress else { return count < other.count }
        let order = memcmp(first, second, Swift.min(count, other.count))
        return order == 0 ? count < other.count : order < 0
    }
}
