/// Addresses that digests and the world outside give us.
enum WebAddress {
    /// The address if a link to it can do nothing but lead somewhere: relative, `http`, `https` or `mailto`.
    ///
    /// What would end a link's destination early (spaces, parentheses, quotes, angle brackets) comes back
    /// percent-encoded, and so does what is not ASCII.
    static func safe(_ text: String) -> String? {
        let address = text.utf8.drop { $0 <= 0x20 }
        // Browsers drop control characters before they look for the scheme, so none may stand in it.
        let scheme = address.prefix {
            ![UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0)
        }
        if scheme.endIndex < address.endIndex, address[scheme.endIndex] == UInt8(ascii: ":") {
            guard ["http", "https", "mailto"].contains(String(Substring(scheme)).lowercased()) else { return nil }
        }
        var encoded: [UInt8] = []
        for byte in address {
            switch byte {
            case 0...0x20, 0x7F..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "`"):
                encoded += percent(byte)
            default: encoded.append(byte)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func percent(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
