/// The links that templates write in place of addresses: `[Koro Bessho](speaker:koro-bessho)`,
/// `<a href="meeting:sc-7847">`, `<link href="asset:style.css">`.
///
/// A pass over bytes, once over a page's Markdown (so that the published Markdown links to real addresses too, and raw
/// HTML in it), once over the finished HTML (for the layout). It looks for a destination `](scheme:rest)` (in Markdown
/// only) and for an attribute value `="scheme:rest"`, in double quotes. Text from digests can hold neither: escaping
/// writes its `]` and `"` as character references.
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

    /// The text with every symbolic link replaced by its address; one that is unresolved stays as it is.
    /// - Parameter resolve: the address for a scheme and what follows its colon, or nil. What would end a link's
    ///   destination early (quotes, spaces, parentheses, angle brackets) is percent-encoded on the way in.
    package func resolve(
        _ text: [UInt8], in syntax: Syntax, _ resolve: (_ scheme: String, _ rest: String) -> String?
    ) -> (text: [UInt8], unresolved: [Unresolved]) {
        var out: [UInt8] = []
        out.reserveCapacity(text.count + text.count / 16)
        var unresolved: [Unresolved] = []
        var copied = 0
        var index = 0
        while let colon = text[index...].firstIndex(of: UInt8(ascii: ":")) {
            index = colon + 1
            guard let link = link(at: colon, in: text, syntax) else { continue }
            let rest = CharacterReferences.decode(text[link.rest])
            if let address = resolve(link.scheme, rest) {
                out += text[copied..<link.start]
                Self.append(address, to: &out)
                copied = link.rest.upperBound
            } else {
                let line = text[..<colon].count { $0 == UInt8(ascii: "\n") } + 1
                unresolved.append(Unresolved(scheme: link.scheme, rest: rest, line: line))
            }
            index = link.rest.upperBound
        }
        out += text[copied...]
        return (out, unresolved)
    }

    private func link(
        at colon: Int, in text: [UInt8], _ syntax: Syntax
    ) -> (scheme: String, start: Int, rest: Range<Int>)? {
        for scheme in schemes {
            let start = colon - scheme.bytes.count
            guard start >= 2, text[start..<colon].elementsEqual(scheme.bytes) else { continue }
            let isAttribute: Bool
            switch (text[start - 2], text[start - 1]) {
            case (UInt8(ascii: "="), UInt8(ascii: "\"")): isAttribute = true
            case (UInt8(ascii: "]"), UInt8(ascii: "(")) where syntax == .markdown: isAttribute = false
            default: continue
            }
            let rest = text[(colon + 1)...].prefix {
                isAttribute ? $0 != UInt8(ascii: "\"") : $0 != UInt8(ascii: ")") && $0 > 0x20
            }
            return (scheme.name, start, rest.indices)
        }
        return nil
    }

    private static func append(_ address: String, to out: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out += "&amp;".utf8
            case 0...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "`"):
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: out.append(byte)
            }
        }
    }
}
