/// Makes any text harmless where it is written.
///
/// All work byte by byte: a combining mark or a joiner after a `"` makes it no less a quotation mark to a browser,
/// though Swift then counts the two as one `Character`. What is not allowed in XML and HTML (control characters,
/// noncharacters) becomes U+FFFD.
package enum Escaping {
    /// For Markdown and for HTML within Markdown: element text, and attribute values in quotes of either kind.
    ///
    /// The result is one line, and means its text and nothing else wherever a template puts it: at the start of a
    /// line, in a heading, in a link's text, next to brackets. It uses character references because backslashes mean
    /// nothing inside HTML blocks. Punctuation that can do no harm stays readable. White space comes back as single
    /// spaces, none at the ends. Not for code spans and code blocks, where references are not read: write `<code>`.
    package static func markdown(_ text: String) -> String { MarkdownEscaper.escape(text, keepsOuterSpaces: false) }

    /// As ``markdown(_:)``, but for a piece of a line that is put together from several (text, link, text): a space
    /// at either end is kept.
    package static func markdownPiece(_ text: String) -> String { MarkdownEscaper.escape(text, keepsOuterSpaces: true) }

    /// A destination for a Markdown link, or for an attribute, out of an address that may not be trusted: `](…)`.
    /// - Returns: nil when the address is neither relative nor `http`, `https` or `mailto`.
    package static func markdownDestination(_ address: String) -> String? {
        WebAddress.safe(address).map(markdown)
    }

    /// For HTML and XML: element text, and attribute values in quotes of either kind.
    package static func html(_ text: String) -> String {
        rewrite(text, where: { !plain.contains($0) }, appendHTML)
    }

    static func appendHTML(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        let plain = plain
        var index = 0
        while index < bytes.count {
            var plainEnd = index
            while plainEnd < bytes.count, plain.contains(bytes[plainEnd]) { plainEnd += 1 }
            if plainEnd > index {
                out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<plainEnd]))
                index = plainEnd
            } else if let reference = reference(forMarkup: bytes[index]) {
                out.append(contentsOf: reference.utf8)
                index += 1
            } else {
                index += appendCharacter(at: index, of: bytes, to: &out)
            }
        }
    }

    /// The bytes that HTML and XML take as they are, and those that continue a character. Of characters outside ASCII
    /// the first bytes are left out that also begin ones that are not allowed.
    private static let plain = ByteSet { byte in
        switch byte {
        case 0x09, 0x0A: true
        case 0..<0x20, 0x7F, 0xC2, 0xEF, 0xF0...: false
        default: reference(forMarkup: byte) == nil
        }
    }

    /// For the inside of a JSON string.
    package static func json(_ text: String) -> String {
        rewrite(
            text,
            where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "<") },
            appendJSON)
    }

    static func appendJSON(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
            // `<` too, so that `</script>` in a value cannot end a script that holds the JSON.
            case 0..<0x20, UInt8(ascii: "<"):
                out += "\\u00".utf8
                out += [hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            default: out.append(byte)
            }
        }
    }

    /// Hands over the text's bytes for rewriting, unless no byte needs it.
    static func rewrite(
        _ text: String, where matters: (UInt8) -> Bool, _ body: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void
    ) -> String {
        var text = text
        return text.withUTF8 { bytes -> String? in
            guard bytes.contains(where: matters) else { return nil }
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count + bytes.count / 4 + 16)
            body(bytes, &out)
            return String(decoding: out, as: UTF8.self)
        } ?? text
    }

    /// Copies one character, or what stands for it if HTML or XML does not allow it: a space for the ends of lines and
    /// pages that are not LF, U+FFFD for the rest.
    /// - Returns: how many bytes it took.
    static func appendCharacter(at index: Int, of bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) -> Int {
        let byte = bytes[index]
        let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        switch byte {
        case 0x0B...0x0D: out.append(UInt8(ascii: " "))
        case 0xC2 where bytes[index + 1] == 0x85: out.append(UInt8(ascii: " "))
        case _ where isForbidden(at: index, of: bytes): out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        default: out.append(contentsOf: bytes[index..<(index + length)])
        }
        return length
    }

    private static func isForbidden(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch bytes[index] {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F: true
        case 0xC2: bytes[index + 1] < 0xA0
        case 0xEF: isNoncharacter(bytes[index + 1], bytes[index + 2])
        case 0xF0...: bytes[index + 1] & 0x0F == 0x0F && bytes[index + 2] == 0xBF && bytes[index + 3] >= 0xBE
        default: false
        }
    }

    /// U+FDD0 to U+FDEF, U+FFFE and U+FFFF, by the bytes after 0xEF.
    private static func isNoncharacter(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0xB7 && (0x90...0xAF).contains(third) || second == 0xBF && third >= 0xBE
    }

    static func reference(forMarkup byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&apos;"
        default: nil
        }
    }

    private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}

extension StaticString {
    /// The bytes of a literal, without making a `String`.
    var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
