/// The path of a request, taken apart: decoded once, and checked so that it can name nothing outside its root.
struct RequestPath: Sendable, Equatable {
    /// The names between the slashes.
    let parts: [String]
    /// True when the path ends in a slash: it asks for a page, not a file.
    let isFolder: Bool

    /// - Parameter raw: the path as the request line has it, percent-encoded.
    /// - Returns: nil when it does not begin with a slash, is wrongly encoded, no UTF-8, or has a part that is empty,
    ///   hidden (it begins with a dot), or holds a slash, a backslash or a control character.
    init?(_ raw: String) {
        var segments = raw.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard segments.count > 1, segments.removeFirst().isEmpty, let last = segments.last else { return nil }
        isFolder = last.isEmpty
        if isFolder { segments.removeLast() }
        var parts: [String] = []
        for segment in segments {
            guard let bytes = Self.decoded(segment), let part = String(validating: bytes, as: UTF8.self),
                Self.isPlain(bytes)
            else { return nil }
            parts.append(part)
        }
        self.parts = parts
    }

    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first != UInt8(ascii: ".") || bytes == Array(".well-known".utf8) else {
            return false
        }
        return bytes.allSatisfy { $0 > 0x1F && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
    }

    private static func decoded(_ segment: Substring.UTF8View) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = segment[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The address of a page, percent-encoded anew, so that a redirection can lead nowhere else.
    static func folderAddress(_ parts: [String]) -> String {
        "/" + parts.map { encoded($0) + "/" }.joined()
    }

    private static func encoded(_ part: String) -> String {
        var text = ""
        for byte in part.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return text
    }
}
