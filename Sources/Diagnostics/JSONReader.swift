/// The reading of one JSON document, byte by byte. `PlacedJSON.init(file:bytes:)` is its door.
struct JSONReader {
    private let file: String
    private let bytes: [UInt8]
    private var index: Int
    private var line = 1
    private var lineStart: Int
    private var depth = 0

    init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineStart = index
    }

    mutating func document() throws(DiagnosticError) -> PlacedJSON {
        skipWhiteSpace()
        guard index < bytes.count else {
            throw fault("json-empty", "the file is empty", "Write an object into it, `{}` at least.")
        }
        let value = try self.value()
        skipWhiteSpace()
        guard index == bytes.count else {
            throw fault(
                "json-syntax", "something stands after the end of the document",
                "Remove it, or look for a closing bracket that stands too early.")
        }
        return value
    }

    // MARK: Values

    private mutating func value() throws(DiagnosticError) -> PlacedJSON {
        let start = index
        switch current {
        case UInt8(ascii: "{"): return try nested(Self.object)
        case UInt8(ascii: "["): return try nested(Self.array)
        case UInt8(ascii: "\""):
            let text = try string()
            return PlacedJSON(value: .string(text), place: place(from: start))
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            let written = try number()
            return PlacedJSON(value: .number(written), place: place(from: start))
        default: return try word()
        }
    }

    /// Recursion ends at `PlacedJSON.maximumDepth`, which every stack holds.
    private mutating func nested(
        _ read: (inout JSONReader) throws(DiagnosticError) -> PlacedJSON.Value
    ) throws(DiagnosticError) -> PlacedJSON {
        guard depth < PlacedJSON.maximumDepth else {
            throw fault(
                "json-too-deep", "lists and objects lie more than \(PlacedJSON.maximumDepth) levels deep",
                "Remove the levels that are not needed.")
        }
        depth += 1
        index += 1
        let place = place(from: index - 1)
        let value = try read(&self)
        depth -= 1
        return PlacedJSON(value: value, place: place)
    }

    private static func object(_ reader: inout JSONReader) throws(DiagnosticError) -> PlacedJSON.Value {
        var members: [PlacedJSON.Member] = []
        var keys: Set<String> = []
        reader.skipWhiteSpace()
        if reader.take(UInt8(ascii: "}")) { return .object([]) }
        while true {
            reader.skipWhiteSpace()
            let start = reader.index
            guard reader.current == UInt8(ascii: "\"") else {
                throw reader.unexpected("a key in quotation marks")
            }
            let key = try reader.string()
            let keyPlace = reader.place(from: start)
            guard keys.insert(key).inserted else {
                throw reader.fault(
                    "json-duplicate-key", "the key \"\(key)\" stands twice in one object",
                    "Keep one of the two.", at: keyPlace)
            }
            reader.skipWhiteSpace()
            guard reader.take(UInt8(ascii: ":")) else { throw reader.unexpected("a colon after the key \"\(key)\"") }
            reader.skipWhiteSpace()
            members.append(.init(key: key, keyPlace: keyPlace, value: try reader.value()))
            reader.skipWhiteSpace()
            if reader.take(UInt8(ascii: "}")) { return .object(members) }
            try reader.comma(before: UInt8(ascii: "}"), orEnd: "a comma or \"}\"")
        }
    }

    private static func array(_ reader: inout JSONReader) throws(DiagnosticError) -> PlacedJSON.Value {
        var elements: [PlacedJSON] = []
        reader.skipWhiteSpace()
        if reader.take(UInt8(ascii: "]")) { return .array([]) }
        while true {
            reader.skipWhiteSpace()
            elements.append(try reader.value())
            reader.skipWhiteSpace()
            if reader.take(UInt8(ascii: "]")) { return .array(elements) }
            try reader.comma(before: UInt8(ascii: "]"), orEnd: "a comma or \"]\"")
        }
    }

    private mutating func comma(before closing: UInt8, orEnd expected: String) throws(DiagnosticError) {
        let comma = index
        guard take(UInt8(ascii: ",")) else { throw unexpected(expected) }
        let place = place(from: comma)
        skipWhiteSpace()
        guard current != closing else {
            throw fault("json-syntax", "a comma stands after the last entry", "Remove the comma.", at: place)
        }
    }

    private mutating func word() throws(DiagnosticError) -> PlacedJSON {
        let start = index
        for (name, value) in [("true", PlacedJSON.Value.bool(true)), ("false", .bool(false)), ("null", .null)]
        where bytes[index...].starts(with: name.utf8) {
            index += name.utf8.count
            if !Self.isWord(current) { return PlacedJSON(value: value, place: place(from: start)) }
            index = start
        }
        throw unexpected("a value")
    }

    private mutating func number() throws(DiagnosticError) -> String {
        let start = index
        _ = take(UInt8(ascii: "-"))
        let leadingZero = current == UInt8(ascii: "0")
        let whole = takeDigits()
        var right = whole == 1 || (whole > 1 && !leadingZero)
        if take(UInt8(ascii: ".")) { right = takeDigits() > 0 && right }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            index += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            right = takeDigits() > 0 && right
        }
        guard right, !Self.isWord(current) else {
            throw fault(
                "json-syntax", "this is not a number as JSON writes them",
                "Write it like 12, -3 or 4.5, without a leading zero, or put it in quotation marks.",
                at: place(from: start))
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func takeDigits() -> Int {
        let start = index
        while let byte = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { index += 1 }
        return index - start
    }

    // MARK: Strings

    private mutating func string() throws(DiagnosticError) -> String {
        let start = index
        index += 1
        var text: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                guard let valid = String(validating: text, as: UTF8.self) else {
                    throw fault(
                        "json-not-utf8", "this text is not UTF-8", "Save the file as UTF-8.", at: place(from: start))
                }
                return valid
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20:
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    throw fault(
                        "json-syntax", "the text does not end on its line",
                        "Close it with a quotation mark; a line break inside is written \\n.", at: place(from: start))
                }
                throw fault(
                    "json-syntax", "a control character stands in a text",
                    "Remove it, or write it as an escape (\\t for a tab).")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw fault(
            "json-syntax", "the text does not end", "Close it with a quotation mark.", at: place(from: start))
    }

    private mutating func escape(into text: inout [UInt8]) throws(DiagnosticError) {
        let start = index
        index += 1
        guard let letter = current else { return }
        index += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = escapedScalar() else {
                throw fault(
                    "json-syntax", "this is not a character of Unicode",
                    "Write \\u and four hexadecimal digits (two such for a character past U+FFFF).",
                    at: place(from: start))
            }
            text.append(contentsOf: UTF8.encode(scalar)!)  // every scalar has a UTF-8 form
        default:
            throw fault(
                "json-syntax", "an unknown escape stands in a text",
                "Write \\\\ for a backslash itself.", at: place(from: start))
        }
    }

    /// After `\u`: one unit, or a surrogate pair of two.
    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let first = hexUnit() else { return nil }
        guard 0xD800...0xDBFF ~= first else { return Unicode.Scalar(first) }
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let second = hexUnit(), 0xDC00...0xDFFF ~= second
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexUnit() -> UInt32? {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 + UInt32(digit)
            index += 1
        }
        return unit
    }

    // MARK: Bytes

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        index += 1
        return true
    }

    /// Line breaks stand nowhere else, so lines are counted here alone.
    private mutating func skipWhiteSpace() {
        while let byte = current {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                index += 1
                if byte == UInt8(ascii: "\r") { _ = take(UInt8(ascii: "\n")) }
                line += 1
                lineStart = index
            default: return
            }
        }
    }

    private static func isWord(_ byte: UInt8?) -> Bool {
        switch byte {
        case .some(UInt8(ascii: "a")...UInt8(ascii: "z")), .some(UInt8(ascii: "A")...UInt8(ascii: "Z")),
            .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    // MARK: What is wrong

    private func place(from start: Int) -> PlacedJSON.Place {
        .init(line: line, column: start - lineStart + 1, length: max(1, index - start))
    }

    private func fault(
        _ id: String, _ message: String, _ suggestion: String, at place: PlacedJSON.Place? = nil
    ) -> DiagnosticError {
        let place = place ?? self.place(from: index)
        return DiagnosticError(
            Diagnostic(
                id: id, severity: .error, file: file, lines: place.line...place.line, column: place.column,
                length: place.length, message: message, suggestion: suggestion))
    }

    private func unexpected(_ expected: String) -> DiagnosticError {
        switch current {
        case nil:
            fault(
                "json-syntax", "the file ends where \(expected) should stand",
                "Look for a bracket or quotation mark that is not closed.")
        case UInt8(ascii: "/"):
            fault("json-syntax", "JSON has no comments", "Remove the comment.")
        case UInt8(ascii: "'"):
            fault("json-syntax", "\(expected) should stand here", "Use the quotation mark \" instead of '.")
        case .some(let byte) where byte < 0x20 || byte >= 0x7F:
            fault("json-syntax", "\(expected) should stand here", "Remove the character that stands here.")
        case .some(let byte):
            fault(
                "json-syntax", "\(expected) should stand here, not \"\(Character(Unicode.Scalar(byte)))\"",
                "Look for a comma, colon, bracket or quotation mark missing before it.")
        }
    }
}
