/// Writes XML 1.0 straight into UTF-8 bytes, an element to a line. Same calls, same bytes.
struct XMLWriter {
    private(set) var bytes = Array(#"<?xml version="1.0" encoding="utf-8"?>"#.utf8) + [UInt8(ascii: "\n")]

    /// Attributes are written in the order given.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout XMLWriter) -> Void
    ) {
        open(name, attributes, end: ">\n")
        body(&self)
        close(name)
    }

    mutating func element(_ name: String, _ text: String) {
        open(name, [:], end: ">")
        append(text)
        close(name)
    }

    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        open(name, attributes, end: "/>\n")
    }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>, end: String) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for (key, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += key.utf8
            bytes += "=\"".utf8
            append(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += end.utf8
    }

    private mutating func close(_ name: String) {
        bytes += "</".utf8
        bytes += name.utf8
        bytes += ">\n".utf8
    }

    /// What XML 1.0 cannot hold, even as a reference, becomes U+FFFD.
    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var copied = 0
            var index = 0
            while index < utf8.count {
                guard Self.mayNeedReference(utf8[index]), let (reference, length) = Self.reference(utf8, at: index)
                else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<index]))
                bytes += reference.utf8
                index += length
                copied = index
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
        }
    }
    private static func mayNeedReference(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"") || byte == 0xEF
    }

    /// What stands for the character at an index, and how many bytes that takes; nil where it may stand as it is.
    private static func reference(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (String, Int)? {
        switch utf8[index] {
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "\""): ("&quot;", 1)
        case 0x09, 0x0A, 0x0D: ("&#\(utf8[index]);", 1)
        case 0..<0x20: ("\u{FFFD}", 1)
        // U+FFFE and U+FFFF
        case 0xEF where utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE: ("\u{FFFD}", 3)
        default: nil
        }
    }
}
