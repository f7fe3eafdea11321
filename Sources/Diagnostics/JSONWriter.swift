/// Writes JSON (RFC 8259) straight into UTF-8 bytes, members in the order they are given.
///
/// Same calls, same bytes: what it writes is compared, hashed and published. A value that is missing is written
/// as `null`, so that readers can rely on every key.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.member("title", "Dam levels")
///         json.array("lines", [1, 9]) { json, line in json.value(line) }
///     }
package struct JSONWriter: Sendable {
    package enum Layout: Sendable {
        /// No white space at all: for machines.
        case compact
        /// Each member and element on a line of its own, indented by two spaces: for people.
        case indented
    }

    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private var depth = 0
    /// True where another value in the same object or array must be parted from the last by a comma.
    private var follows = false
    private var afterKey = false

    package init(layout: Layout = .compact) { self.layout = layout }

    // MARK: Values

    /// Writes a string, or `null`.
    package mutating func value(_ string: String?) {
        guard let string else { return literal("null") }
        begin()
        quote(string)
    }

    /// Writes a whole number, or `null`.
    package mutating func value(_ number: Int?) { literal(number.map(String.init) ?? "null") }

    /// Writes a number in the shortest form that reads back the same; `null` for nil, and for infinities and NaN, which
    /// JSON cannot say.
    package mutating func value(_ number: Double?) {
        literal(number.flatMap { $0.isFinite ? String($0) : nil } ?? "null")
    }

    package mutating func value(_ truth: Bool) { literal(truth ? "true" : "false") }

    /// Writes an object whose members `body` gives.
    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        container(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    /// Writes an array with one value for each element, which `each` must write.
    package mutating func array<Elements: Sequence>(
        _ elements: Elements, each: (inout JSONWriter, Elements.Element) -> Void
    ) {
        container(UInt8(ascii: "["), UInt8(ascii: "]")) { json in
            for element in elements { each(&json, element) }
        }
    }

    // MARK: Members of an object

    package mutating func member(_ key: String, _ string: String?) {
        self.key(key)
        value(string)
    }

    package mutating func member(_ key: String, _ number: Int?) {
        self.key(key)
        value(number)
    }

    package mutating func member(_ key: String, _ number: Double?) {
        self.key(key)
        value(number)
    }

    package mutating func member(_ key: String, _ truth: Bool) {
        self.key(key)
        value(truth)
    }

    package mutating func member(_ key: String, _ strings: [String]) {
        array(key, strings) { json, string in json.value(string) }
    }

    package mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        object(body)
    }

    package mutating func array<Elements: Sequence>(
        _ key: String, _ elements: Elements, each: (inout JSONWriter, Elements.Element) -> Void
    ) {
        self.key(key)
        array(elements, each: each)
    }

    // MARK: Bytes

    private mutating func key(_ key: String) {
        begin()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        if layout == .indented { bytes.append(UInt8(ascii: " ")) }
        afterKey = true
    }

    private mutating func literal(_ text: String) {
        begin()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func container(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        begin()
        bytes.append(open)
        depth += 1
        follows = false
        body(&self)
        depth -= 1
        if follows { breakLine() }
        bytes.append(close)
        follows = true
    }

    /// What stands before a key or value: the comma after its neighbour and the line break, unless a key was just
    /// written.
    private mutating func begin() {
        if afterKey {
            afterKey = false
        } else {
            if follows { bytes.append(UInt8(ascii: ",")) }
            if depth > 0 { breakLine() }
        }
        follows = true
    }

    private mutating func breakLine() {
        guard layout == .indented else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func quote(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { text in
            var copied = 0
            for index in text.indices where Self.mayNeedEscape(text[index]) {
                guard let (escape, length) = Self.escape(text, at: index) else { continue }
                bytes.append(contentsOf: text[copied..<index])
                bytes.append(contentsOf: escape)
                copied = index + length
            }
            bytes.append(contentsOf: text[copied...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
    }

    /// The escape for what stands at `index`, and how many bytes it replaces; nil where they may stand as they are.
    ///
    /// U+2028 and U+2029 are legal in JSON but end a line in older JavaScript, so they are escaped too.
    private static func escape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (escape: [UInt8], length: Int)? {
        switch text[index] {
        case UInt8(ascii: "\""): return (Array(#"\""#.utf8), 1)
        case UInt8(ascii: "\\"): return (Array(#"\\"#.utf8), 1)
        case UInt8(ascii: "\n"): return (Array(#"\n"#.utf8), 1)
        case UInt8(ascii: "\r"): return (Array(#"\r"#.utf8), 1)
        case UInt8(ascii: "\t"): return (Array(#"\t"#.utf8), 1)
        case let control where control < 0x20:
            let digits = Array("0123456789abcdef".utf8)
            return (Array(#"\u00"#.utf8) + [digits[Int(control >> 4)], digits[Int(control & 15)]], 1)
        default:
            guard index + 2 < text.count, text[index + 1] == 0x80 else { return nil }
            switch text[index + 2] {
            case 0xA8: return (Array(#"\u2028"#.utf8), 3)
            case 0xA9: return (Array(#"\u2029"#.utf8), 3)
            default: return nil
            }
        }
    }
}
