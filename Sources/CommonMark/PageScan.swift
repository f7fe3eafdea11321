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
    /// What a `<meta http-equiv="refresh">` says: `1; url=../sc-7847/`.
    package private(set) var refresh: String?

    package init(_ html: [UInt8]) {
        html.withUnsafeBufferPointer { bytes in
            var scan = TagScan(bytes)
            while let tag = scan.nextTag() {
                var pragma = ""
                var content = ""
                scan.forEachAttribute { name, range in
                    if name == .other { return }
                    let value = CharacterReferences.decode(bytes[range])
                    switch name {
                    case .id: ids.append(Value(value: value, offset: range.lowerBound))
                    case .address: addresses.append(Value(value: value, offset: range.lowerBound))
                    case .pragma: pragma = value
                    case .content: content = value
                    case .other: break
                    }
                }
                if pragma.lowercased() == "refresh" { refresh = content }
                scan.skipContents(of: tag)
            }
        }
    }
}
