/// What a finished HTML page offers to links and what it links to, found in one pass over its bytes.
///
/// Comments and the contents of `script`, `style`, `textarea` and `title` are passed over.
package struct PageScan: Sendable {
    /// An attribute's value, its character references decoded.
    package struct Value: Sendable, Hashable {
        package let value: String
        /// Where the value begins in the page, in bytes from 0.
        package let offset: Int
    }

    /// Every `id`, in order; one that comes twice is there twice.
    package private(set) var ids: [Value] = []
    /// Every `href` and `src`, in order.
    package private(set) var addresses: [Value] = []

    package init(_ html: [UInt8]) {
        html.withUnsafeBufferPointer { bytes in
            var scan = TagScan(bytes)
            while let tag = scan.nextTag() {
                scan.forEachAttribute { name, range in
                    guard name == .id || name == .address else { return }
                    let value = Value(value: CharacterReferences.decode(html[range]), offset: range.lowerBound)
                    if name == .id { ids.append(value) } else { addresses.append(value) }
                }
                scan.skipContents(of: tag)
            }
        }
    }
}
