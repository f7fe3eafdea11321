/// The rules of ``Escaping/markdown(_:)``.
///
/// Some bytes mean something anywhere in a line; others only where a block or a link's destination could begin (the
/// start of the value) or where the template goes on (its end). Only those are escaped that could.
struct MarkdownEscaper {
    private let bytes: UnsafeBufferPointer<UInt8>

    static func escape(_ text: String, keepsOuterSpaces: Bool) -> String {
        Escaping.rewrite(text, where: { !isPlain($0) }) { bytes, out in
            MarkdownEscaper(bytes: bytes).copy(to: &out, keepsOuterSpaces: keepsOuterSpaces)
        }
    }

    /// Letters, and the marks of a sentence that mean nothing anywhere. Digits are not among them: at the start
    /// they may number a list.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: ","): true
        default: false
        }
    }

    private func copy(to out: inout [UInt8], keepsOuterSpaces: Bool) {
        var index = 0
        var start: Int?
        var space = false
        while index < bytes.count {
            let width = spaceWidth(at: index)
            if width > 0 {
                space = true
                index += width
                continue
            }
            if space, start != nil || keepsOuterSpaces { out.append(UInt8(ascii: " ")) }
            let followsSpace = space
            space = false
            let first = start ?? index
            start = first
            if let reference = reference(at: index, first: first, followsSpace: followsSpace) {
                out.append(contentsOf: reference.utf8)
                index += 1
            } else {
                index += Escaping.appendCharacter(at: index, of: bytes, to: &out)
            }
        }
        if space, keepsOuterSpaces { out.append(UInt8(ascii: " ")) }
    }

    /// How many bytes of white space stand here: everything that could end a line or indent one.
    private func spaceWidth(at index: Int) -> Int {
        switch bytes[index] {
        case 0x09...0x0D, 0x20: 1
        case 0xC2 where bytes[index + 1] == 0x85: 2  // next line
        case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8: 3  // line, paragraph separator
        default: 0
        }
    }

    private func reference(at index: Int, first: Int, followsSpace: Bool) -> StaticString? {
        switch bytes[index] {
        case UInt8(ascii: "*"): "&#42;"
        case UInt8(ascii: "_"): "&#95;"
        case UInt8(ascii: "["): "&#91;"
        case UInt8(ascii: "]"): "&#93;"
        case UInt8(ascii: "`"): "&#96;"
        case UInt8(ascii: "\\"): "&#92;"
        case UInt8(ascii: "~"): "&#126;"
        case UInt8(ascii: "|"): "&#124;"
        // `#` also at the end, where it would close a heading.
        case UInt8(ascii: "#") where index == first || endsValue(after: index): "&#35;"
        case UInt8(ascii: "-") where index == first: "&#45;"
        case UInt8(ascii: "+") where index == first: "&#43;"
        case UInt8(ascii: "=") where index == first: "&#61;"
        // After a `]` of the template these would make a link or a link's definition.
        case UInt8(ascii: "(") where index == first && !followsSpace: "&#40;"
        case UInt8(ascii: ":") where index == first && !followsSpace: "&#58;"
        // Before a `[` of the template this would make an image of its link.
        case UInt8(ascii: "!") where index == bytes.count - 1: "&#33;"
        case UInt8(ascii: ".") where endsNumber(index, first): "&#46;"
        case UInt8(ascii: ")") where endsNumber(index, first): "&#41;"
        default: Escaping.reference(forMarkup: bytes[index])
        }
    }

    private func endsValue(after index: Int) -> Bool {
        var next = index + 1
        while next < bytes.count {
            let width = spaceWidth(at: next)
            if width == 0 { return false }
            next += width
        }
        return true
    }

    /// Whether the mark here numbers a list item: digits before it back to the start of the value (or none: the
    /// template may have written them), white space or nothing behind it.
    private func endsNumber(_ index: Int, _ first: Int) -> Bool {
        guard index + 1 == bytes.count || spaceWidth(at: index + 1) > 0 else { return false }
        return bytes[first..<index].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
