import Meetings

/// Where the United Nations publishes a document, as far as its symbol tells (genre: symbols and addresses).
///
/// Library record numbers and anything else that a symbol does not hold are not guessed.
enum OfficialAddress {
    /// `S/RES/2331 (2016)` → `https://undocs.org/S/RES/2331(2016)`; nil for what is no symbol of the house.
    static func document(_ symbol: String) -> String? {
        let bytes = symbol.utf8.filter { $0 != UInt8(ascii: " ") }
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), bytes.allSatisfy(isPlain) else { return nil }
        let organ = String(decoding: bytes[..<slash], as: UTF8.self)
        guard organs.contains(organ), slash + 1 < bytes.count else { return nil }
        return "https://undocs.org/" + String(decoding: bytes, as: UTF8.self)
    }

    /// `SC/12647` of 2016 → `https://press.un.org/en/2016/sc12647.doc.htm`.
    static func pressRelease(_ symbol: String, year: Int, bodies: BodyTable) -> String? {
        // `ECOSOC/6890-NGO/862` is filed under the first.
        let symbol = String(symbol.prefix { $0 != "-" })
        let number = symbol.utf8.split(separator: UInt8(ascii: "/")).last
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard bodies.body(pressSymbol: symbol) != nil, number?.allSatisfy(digits.contains) == true else { return nil }
        let name = symbol.lowercased().filter { $0 != "/" }
        return "https://press.un.org/en/\(year)/\(name).doc.htm"
    }

    /// Principal organs and series whose documents carry their letters.
    private static let organs: Set<String> = [
        "A", "S", "E", "T", "ST", "DP", "TD", "CD", "CCPR", "CEDAW", "CRC", "CERD", "CAT",
    ]

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "("), UInt8(ascii: ")"):
            true
        default: false
        }
    }
}
