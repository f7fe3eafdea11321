/// The links that templates write in place of addresses: `[Koro Bessho](speaker:koro-bessho)`,
/// `<a href="meeting:sc-7847">`, `<link href="asset:style.css">`.
///
/// A pass over bytes: once over a page's Markdown (so that the published Markdown, and raw HTML in it, link to real
/// addresses too), once over the finished HTML (for the layout). It looks for a destination `](scheme:rest)`, in
/// Markdown only, and for `href`, `src` and `action` with a value `"scheme:rest"` in double quotes. Text from digests can
/// hold neither: escaping writes its `]` and `"` as character references, as cmark does with every `"` in a text, and
/// no template may begin a destination with it.
package struct SymbolicLinks: Sendable {
    package enum Syntax: Sendable { case markdown, html }

    /// A symbolic link that leads nowhere.
    package struct Unresolved: Sendable, Hashable {
        package let scheme: String
        package let rest: String
        /// The line in the text that was passed over, from 1.
        package let line: Int
    }

    private let schemes: [(name: String, bytes: [UInt8])]

    /// - Parameter schemes: words of lower-case ASCII letters, without the colon.
    package init(schemes: [String]) { self.schemes = schemes.map { ($0, Array($0.utf8)) } }

    /// The text with every symbolic link replaced by its address; one that leads nowhere stays as it is.
    /// - Parameter resolve: the address for a scheme and what follows its colon (character references decoded), or nil.
    ///   What in it would end a link's destination early (quotes, spaces, parentheses) is percent-encoded here.
    package func resolve(
        _ text: [UInt8], in syntax: Syntax, _ resolve: (_ scheme: String, _ rest: String) -> String?
    ) -> (text: [UInt8], unresolved: [Unresolved]) {
        text.withUnsafeBufferPointer { self.resolve($0, in: syntax, resolve) }
    }

    private func resolve(
        _ text: UnsafeBufferPointer<UInt8>, in syntax: Syntax, _ resolve: (_ scheme: String, _ rest: String) -> String?
    ) -> (text: [UInt8], unresolved: [Unresolved]) {
        var out: [UInt8] = []
        out.reserveCapacity(text.count + text.count / 8)
        var unresolved: [Unresolved] = []
        var copied = 0
        var index = 0
        var line = (number: 1, counted: 0)
        while let colon = text.firstIndex(of: UInt8(ascii: ":"), from: index) {
            index = colon + 1
            guard let link = link(at: colon, in: text, syntax) else { continue }
            index = link.rest.upperBound
            let rest = CharacterReferences.decode(text[link.rest])
            if let address = resolve(link.scheme, rest) {
                out.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<link.start]))
                Self.append(address, to: &out)
                copied = index
            } else {
                line.number += text[line.counted..<colon].count { $0 == UInt8(ascii: "\n") }
                line.counted = colon
                unresolved.append(Unresolved(scheme: link.scheme, rest: rest, line: line.number))
            }
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
        return (out, unresolved)
    }

    private func link(
        at colon: Int, in text: UnsafeBufferPointer<UInt8>, _ syntax: Syntax
    ) -> (scheme: String, start: Int, rest: Range<Int>)? {
        var start = colon
        while start > 0, Self.isLetter(text[start - 1]) { start -= 1 }
        guard start >= 2 else { return nil }
        let isAttribute: Bool
        switch (text[start - 2], text[start - 1]) {
        case (UInt8(ascii: "="), UInt8(ascii: "\"")) where Self.endsInAttribute(text[..<(start - 2)]):
            isAttribute = true
        case (UInt8(ascii: "]"), UInt8(ascii: "(")) where syntax == .markdown: isAttribute = false
        default: return nil
        }
        guard let scheme = schemes.first(where: { text[start..<colon].elementsEqual($0.bytes) })?.name,
            let end = isAttribute
                ? text.firstIndex(of: UInt8(ascii: "\""), from: colon + 1)
                // Stopping at a parenthesis too keeps a row of links that do not end from being read over and over.
                : text[(colon + 1)...].firstIndex(where: { $0 <= 0x20 || (0x28...0x29).contains($0) }),
            text[end] != UInt8(ascii: "(")
        else { return nil }
        return (scheme, start, (colon + 1)..<end)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    /// Whether the text ends in the name of an attribute that holds an address.
    private static func endsInAttribute(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let limit = max(text.startIndex, text.endIndex - 7)
        var end = text.endIndex
        while end > limit, text[end - 1] <= 0x20 { end -= 1 }
        var start = end
        while start > limit, text[start - 1] > 0x20 { start -= 1 }
        return attributes.contains { $0.elementsEqual(text[start..<end]) }
    }

    private static let attributes = ["href", "src", "action"].map { Array($0.utf8) }

    private static func append(_ address: String, to out: inout [UInt8]) {
        guard address.utf8.contains(where: endsDestination) else { return out.append(contentsOf: address.utf8) }
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out += "&amp;".utf8
            case _ where endsDestination(byte):
                out += [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            default: out.append(byte)
            }
        }
    }

    /// Whether a byte cannot stand in a destination as it is.
    private static func endsDestination(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }
}
