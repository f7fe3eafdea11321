/// Where a value would decide by itself where a link leads.
enum LinkDestination {
    /// Whether the text breaks off at the very beginning of a Markdown link's destination or of an attribute that
    /// holds an address.
    static func isOpen(atEndOf text: ArraySlice<UInt8>) -> Bool {
        var rest = text.reversed().drop(while: isSpace)
        if rest.first == UInt8(ascii: "<") { rest = rest.dropFirst().drop(while: isSpace) }
        if rest.starts(with: "(]".utf8) { return true }
        if rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "'") { rest = rest.dropFirst() }
        rest = rest.drop(while: isSpace)
        guard rest.first == UInt8(ascii: "=") else { return false }
        let name = rest.dropFirst().drop(while: isSpace).prefix { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        }
        return attributes.contains(String(decoding: name.reversed(), as: UTF8.self).lowercased())
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The attributes of HTML whose value is an address that a browser follows or loads.
    private static let attributes: Set = [
        "href", "src", "action", "formaction", "cite", "data", "poster", "background", "ping", "srcset", "manifest",
    ]
}
