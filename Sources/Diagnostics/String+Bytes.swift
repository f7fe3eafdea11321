import Foundation

/// Texts as the bytes they are. To compare them by their characters, accents composed or not, takes many times as long.
extension String {
    /// Comparison by bytes: the same order on every machine, whatever the language.
    package static func precedesInBytes(_ a: String, _ b: String) -> Bool {
        a.withBytes { a in b.withBytes { b in a.precedes(b) } }
    }

    package func hasSameBytes(as other: String) -> Bool {
        withBytes { a in other.withBytes { b in a.count == b.count && a.compared(to: b) == 0 } }
    }

    /// A hash of the bytes, for what is the same only with the same bytes.
    package func hashBytes(into hasher: inout Hasher) {
        withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Lends the bytes where they stand. A `var`, which `withUTF8` asks for, would be one more owner of the text, and to
    /// count owners takes as long as comparing two paths.
    private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var text = self
        return text.withUTF8(body)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The order of texts by their bytes.
    package func precedes(_ other: Self) -> Bool { compared(to: other) < 0 }

    /// - Returns: less than 0 where it comes before the other, 0 where they are the same.
    package func compared(to other: Self) -> Int {
        guard let first = baseAddress, let second = other.baseAddress else { return count - other.count }
        let order = memcmp(first, second, Swift.min(count, other.count))
        return order == 0 ? count - other.count : Int(order)
    }
}

/// A text as the key of a table, told from others by its bytes.
package struct ByteText: Hashable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func == (a: ByteText, b: ByteText) -> Bool { a.text.hasSameBytes(as: b.text) }

    package func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}
