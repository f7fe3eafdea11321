/// Walks over the start tags of HTML, as far as the HTML standard's tokenizer has to be followed to find attributes.
struct TagScan {
    enum Attribute { case id, address, pragma, content, other }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Moves behind the name of the next start tag and returns where that name is.
    mutating func nextTag() -> Range<Int>? {
        while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: position) {
            position = open + 1
            guard position < bytes.count else { return nil }
            switch bytes[position] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                let start = position
                while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
                return start..<position
            case UInt8(ascii: "!") where starts(with: "!--", at: position): skipComment()
            case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/"):
                position = bytes.firstIndex(of: UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? bytes.count
            default: break
            }
        }
        return nil
    }

    /// Reads the attributes of the tag just met, to its `>`. A value without quotes counts too.
    mutating func forEachAttribute(_ body: (Attribute, Range<Int>) -> Void) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return
            }
            if byte == UInt8(ascii: "/") || Self.isSpace(byte) {
                position += 1
                continue
            }
            let start = position
            position += 1  // a name may begin with `=`
            while position < bytes.count, bytes[position] != UInt8(ascii: "="), !Self.endsName(bytes[position]) {
                position += 1
            }
            let name = attribute(start..<position)
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
            position += 1
            skipSpace()
            body(name, value())
        }
    }

    /// Passes over what is text, whatever it looks like, up to the end tag of the element just opened.
    mutating func skipContents(of tag: Range<Int>) {
        guard Self.textElements.contains(where: { isName($0, tag) }) else { return }
        while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: position) {
            position = open + 1
            let name = (open + 2)..<(open + 2 + tag.count)
            guard name.upperBound <= bytes.count, bytes[open + 1] == UInt8(ascii: "/") else { continue }
            if zip(bytes[name], bytes[tag]).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return }
        }
        position = bytes.count
    }

    private static let textElements: [StaticString] = ["script", "style", "textarea", "title"]

    private mutating func value() -> Range<Int> {
        guard position < bytes.count else { return position..<position }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = position + 1
            let end = bytes.firstIndex(of: quote, from: start) ?? bytes.count
            position = min(end + 1, bytes.count)
            return start..<end
        }
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: ">"), !Self.isSpace(bytes[position]) {
            position += 1
        }
        return start..<position
    }

    private func attribute(_ name: Range<Int>) -> Attribute {
        switch name.count {
        case 2 where isName("id", name): .id
        case 3 where isName("src", name), 4 where isName("href", name): .address
        case 7 where isName("content", name): .content
        case 10 where isName(Self.pragma, name): .pragma
        default: .other
        }
    }

    private static let pragma: StaticString = "http-equiv"

    private func isName(_ name: StaticString, _ range: Range<Int>) -> Bool {
        name.utf8CodeUnitCount == range.count
            && range.allSatisfy { bytes[$0] | 0x20 == name.utf8Start[$0 - range.lowerBound] }
    }

    private mutating func skipComment() {
        position += 3
        while let close = bytes.firstIndex(of: UInt8(ascii: ">"), from: position) {
            position = close + 1
            if bytes[close - 1] == UInt8(ascii: "-"), bytes[close - 2] == UInt8(ascii: "-") { return }
        }
        position = bytes.count
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    private func starts(with text: StaticString, at index: Int) -> Bool {
        index + text.utf8CodeUnitCount <= bytes.count
            && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func endsName(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}
