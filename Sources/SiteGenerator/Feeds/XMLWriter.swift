/// Writes XML 1.0 straight into UTF-8 bytes, an element to a line. Same calls, same bytes.
struct XMLWriter {
    private(set) var bytes = Array(#"<?xml version="1.0" encoding="utf-8"?>"#.utf8) + [UInt8(ascii: "\n")]

    /// Attributes are written in the order given.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout XMLWriter) -> Void
    ) {
        open(name, attributes, end: ">\n")
        body(&self)
        bytes += "</\(name)>\n".utf8
    }

    mutating func element(_ name: String, _ text: String) {
        open(name, [:], end: ">")
        append(text)
        bytes += "</\(name)>\n".utf8
    }

    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        open(name, attributes, end: "/>\n")
    }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>, end: String) {
        bytes += "<\(name)".utf8
        for (key, value) in attributes {
            bytes += " \(key)=\"".utf8
            append(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += end.utf8
    }

    /// What XML 1.0 cannot hold, even as a reference, becomes U+FFFD.
    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var index = 0
            while index < utf8.count {
                let byte = utf8[index]
                switch byte {
                case UInt8(ascii: "&"): bytes += "&amp;".utf8
                case UInt8(ascii: "<"): bytes += "&lt;".utf8
                case UInt8(ascii: ">"): bytes += "&gt;".utf8
                case UInt8(ascii: "\""): bytes += "&quot;".utf8
                case 0x09, 0x0A, 0x0D: bytes += "&#\(byte);".utf8
                case 0..<0x20: bytes += "\u{FFFD}".utf8
                // U+FFFE and U+FFFF
                case 0xEF where utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
                    bytes += "\u{FFFD}".utf8
                    index += 2
                default: bytes.append(byte)
                }
                index += 1
            }
        }
    }
}
