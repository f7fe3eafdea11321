import Diagnostics

/// Order in which people count: digits by their value, `S/RES/242` before `S/RES/1325`.
enum NaturalOrder {
    /// - Parameter text: what an element is put in order by.
    static func sorted<Element>(_ elements: some Sequence<Element>, by text: (Element) -> String) -> [Element] {
        let elements = Array(elements)
        let keys = elements.map { Key(text($0)) }
        return elements.indices.sorted { keys[$0] < keys[$1] }.map { elements[$0] }
    }

    /// A text written so that its bytes are in natural order.
    private struct Key: Comparable {
        private let bytes: [UInt8]
        private let text: String

        init(_ text: String) {
            self.text = text
            var bytes: [UInt8] = []
            bytes.reserveCapacity(text.utf8.count + 8)
            var rest = Substring(text).utf8
            while let byte = rest.first {
                let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                if digits.isEmpty {
                    // Numbers come before anything else.
                    bytes.append(max(byte, 1))
                    rest.removeFirst()
                } else {
                    Self.append(digits.drop { $0 == UInt8(ascii: "0") }, to: &bytes)
                    rest = rest[digits.endIndex...]
                }
            }
            self.bytes = bytes
        }

        /// A number: of two the longer one is greater.
        private static func append(_ digits: Substring.UTF8View, to bytes: inout [UInt8]) {
            let count = digits.count
            bytes.append(0)
            bytes += repeatElement(UInt8.max, count: count / Int(UInt8.max))
            bytes.append(UInt8(count % Int(UInt8.max)))
            bytes += digits
        }

        static func < (a: Key, b: Key) -> Bool {
            let order = a.bytes.withUnsafeBufferPointer { a in
                b.bytes.withUnsafeBufferPointer { b in a.compared(to: b) }
            }
            // `S/RES/242` and `S/RES/0242`.
            return order == 0 ? a.text < b.text : order < 0
        }
    }
}
