import Foundation

/// The part of an address made from a name: lower-case ASCII letters, digits and hyphens.
package enum Slug {
    /// `Côte d'Ivoire` → `cote-d-ivoire`, `S/RES/2331 (2016)` → `s-res-2331-2016`, `Łódź` → `lodz`.
    ///
    /// Letters outside Latin are transliterated where Unicode knows how, so that a name in any script has an
    /// address; the result is empty only when nothing can be spelled.
    package static func make(_ name: String) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(name.utf8.count)
        if !append(name, to: &slug) {
            slug.removeAll()
            _ = append(transliterated(name), to: &slug)
        }
        if slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }

    /// False when a character was met that only stands for something in its context, or is rare: the name has to be
    /// transliterated as a whole first.
    private static func append(_ name: String, to slug: inout [UInt8]) -> Bool {
        for scalar in name.unicodeScalars {
            if scalar.isASCII {
                append(UInt8(truncatingIfNeeded: scalar.value), to: &slug)
            } else if let spelling = spellings[scalar] {
                for byte in spelling { append(byte, to: &slug) }
            } else {
                return false
            }
        }
        return true
    }

    private static func append(_ byte: UInt8, to slug: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
        default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
        }
    }

    /// The letters of Latin alphabets and the marks of printed text, spelled once: transliteration takes microseconds,
    /// and headings are full of quotation marks.
    private static let spellings: [Unicode.Scalar: [UInt8]] = {
        let scalars = [0xA1...0x24F, 0x2010...0x2027].joined().compactMap { Unicode.Scalar(UInt32($0)) }
        return Dictionary(uniqueKeysWithValues: scalars.map { ($0, Array(transliterated(String($0)).utf8)) })
    }()

    private static func transliterated(_ name: String) -> String {
        let latin = name.applyingTransform(.toLatin, reverse: false) ?? name
        let plain = latin.applyingTransform(.stripDiacritics, reverse: false) ?? latin
        var text = ""
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "ł", "Ł": text += "l"
            case "ø", "Ø": text += "o"
            case "đ", "Đ", "ð", "Ð": text += "d"
            case "ß": text += "ss"
            case "æ", "Æ": text += "ae"
            case "œ", "Œ": text += "oe"
            case "þ", "Þ": text += "th"
            case "ı": text += "i"
            default: text.unicodeScalars.append(scalar.isASCII ? scalar : "-")
            }
        }
        return text
    }
}
