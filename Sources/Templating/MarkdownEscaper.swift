/// The rules of ``Escaping/markdown(_:)``.
///
/// Some bytes mean something anywhere in a line; others only where a block or a link's destination could begin (the
/// start of the text) or where the template goes on (its end). Only those are escaped that could do something.
struct MarkdownEscaper {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The text without the white space around it.
    private let content: Range<Int>
    /// Whether nothing of our own stands between what the template wrote and the text's first byte.
    private let touchesTemplate: Bool
    /// Behind the digits that the text begins with.
    private let numberEnd: Int

    static func escape(_ text: String, keepsOuterSpaces: Bool) -> String {
        Escaping.rewrite(text, where: { !isLetter($0) }) { bytes, out in
            append(bytes, keepsOuterSpaces: keepsOuterSpaces, to: &out)
        }
    }

    static func append(_ bytes: UnsafeBufferPointer<UInt8>, keepsOuterSpaces: Bool, to out: inout [UInt8]) {
        let escaper = MarkdownEscaper(bytes, keepsOuterSpaces: keepsOuterSpaces)
        if keepsOuterSpaces, escaper.content.lowerBound > 0 { out.append(UInt8(ascii: " ")) }
        escaper.copy(to: &out)
        if keepsOuterSpaces, 0..<bytes.count ~= escaper.content.upperBound, !escaper.content.isEmpty {
            out.append(UInt8(ascii: " "))
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// The bytes that mean nothing to Markdown and HTML, but at the start and the end of a text. Of bytes outside ASCII
    /// only the first of those characters matter that may be white space or forbidden.
    private static let plain = ByteSet { byte in
        switch byte {
        case 0...0x20, 0x7F, 0xC2, 0xE2, 0xEF, 0xF0...: false
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"),
            UInt8(ascii: "\\"), UInt8(ascii: "~"), UInt8(ascii: "|"):
            false
        default: Escaping.reference(forMarkup: byte) == nil
        }
    }

    /// No-break spaces and their like at the ends are white space around the text too, unless outer spaces are kept:
    /// emphasis does not begin before one.
    private init(_ bytes: UnsafeBufferPointer<UInt8>, keepsOuterSpaces: Bool) {
        let width = { (index: Int) in
            Self.spaceWidth(bytes, index) ?? (keepsOuterSpaces ? nil : Self.wideSpaceWidth(bytes, index))
        }
        var start = 0
        while start < bytes.count, let space = width(start) ?? Self.orderMarkWidth(bytes, start) { start += space }
        var end = bytes.count
        while end > start, let space = (1...3).first(where: { end - $0 >= start && width(end - $0) == $0 }) {
            end -= space
        }
        self.bytes = bytes
        content = start..<end
        touchesTemplate = start == 0 || !keepsOuterSpaces
        numberEnd = bytes[content].firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? end
    }

    private func copy(to out: inout [UInt8]) {
        var index = content.lowerBound
        while index < content.upperBound {
            let plainEnd = plainEnd(from: index)
            if plainEnd > index {
                out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<plainEnd]))
                index = plainEnd
            } else if let width = Self.spaceWidth(bytes, index) {
                if out.last != UInt8(ascii: " ") { out.append(UInt8(ascii: " ")) }
                index += width
            } else if let reference = reference(at: index) {
                out.append(contentsOf: reference.utf8)
                index += 1
            } else {
                index += Escaping.appendCharacter(at: index, of: bytes, to: &out)
            }
        }
    }

    /// How far the bytes from here on can be copied as they are. Stops at the places that have rules of their own.
    private func plainEnd(from start: Int) -> Int {
        var limit = bytes[content.upperBound - 1] < 0x80 ? content.upperBound - 1 : content.upperBound
        if start <= numberEnd { limit = min(limit, numberEnd) }
        if start <= content.lowerBound { limit = content.lowerBound }
        var index = start
        let plain = Self.plain
        while index < limit {
            switch bytes[index] {
            case let byte where plain.contains(byte): index += 1
            case 0x20 where index + 1 < limit && plain.contains(bytes[index + 1]): index += 2
            case 0xC2 where bytes[index + 1] >= 0xA0: index += 2
            case 0xE2 where bytes[index + 1] != 0x80 || bytes[index + 2] & 0xFE != 0xA8: index += 3
            default: return index
            }
        }
        return index
    }

    private func reference(at index: Int) -> StaticString? {
        let isFirst = index == content.lowerBound
        let isLast = index == content.upperBound - 1
        return switch bytes[index] {
        case UInt8(ascii: "*"): "&#42;"
        case UInt8(ascii: "_"): "&#95;"
        case UInt8(ascii: "["): "&#91;"
        case UInt8(ascii: "]"): "&#93;"
        case UInt8(ascii: "`"): "&#96;"
        case UInt8(ascii: "\\"): "&#92;"
        case UInt8(ascii: "~"): "&#126;"
        case UInt8(ascii: "|"): "&#124;"
        // Also at the end, where it would close a heading.
        case UInt8(ascii: "#") where isFirst || isLast: "&#35;"
        case UInt8(ascii: "-") where isFirst: "&#45;"
        case UInt8(ascii: "+") where isFirst: "&#43;"
        case UInt8(ascii: "=") where isFirst: "&#61;"
        // Right after a `]` of the template these would make a link or the definition of one.
        case UInt8(ascii: "(") where isFirst && touchesTemplate: "&#40;"
        case UInt8(ascii: ":") where isFirst && touchesTemplate: "&#58;"
        // Right before a `[` of the template this would make an image of its link.
        case UInt8(ascii: "!") where isLast: "&#33;"
        case UInt8(ascii: ".") where index == numberEnd && (isLast || Self.spaceWidth(bytes, index + 1) != nil): "&#46;"
        case UInt8(ascii: ")") where index == numberEnd && (isLast || Self.spaceWidth(bytes, index + 1) != nil): "&#41;"
        default: Escaping.reference(forMarkup: bytes[index])
        }
    }

    /// The width of the white space here, if it is any: what could end a line, indent one or break a heading off.
    private static func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        switch bytes[index] {
        case 0x09...0x0D, 0x20: 1
        case 0xC2 where bytes[index + 1] == 0x85: 2  // next line
        case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8: 3  // line, paragraph separator
        default: nil
        }
    }

    /// The width of a byte-order mark, if it is one. At the beginning of a text cmark would drop it, and what follows
    /// would be first in its line.
    private static func orderMarkWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        bytes[index] == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : nil
    }

    /// The width of the other white space that Unicode has (category Zs), as cmark knows it.
    private static func wideSpaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        switch bytes[index] {
        case 0xC2 where bytes[index + 1] == 0xA0: 2
        case 0xE1 where bytes[index + 1] == 0x9A && bytes[index + 2] == 0x80: 3
        case 0xE2 where bytes[index + 1] == 0x80 && (bytes[index + 2] <= 0x8A || bytes[index + 2] == 0xAF): 3
        case 0xE2 where bytes[index + 1] == 0x81 && bytes[index + 2] == 0x9F: 3
        case 0xE3 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: 3
        default: nil
        }
    }
}
