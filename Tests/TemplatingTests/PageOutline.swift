/// HTML taken apart: its tags with their attributes, and the texts between them, character references decoded and white
/// space normalised.
struct PageOutline: Equatable, CustomStringConvertible {
    enum Token: Equatable {
        /// With `¶` for the quotation marks around a value, which so differ from those that references stand for.
        case tag(String)
        case text(String)
    }

    private(set) var tokens: [Token] = []

    init(_ html: String) {
        var rest = Array(html.unicodeScalars)[...]
        var text = ""
        while let scalar = rest.first {
            guard scalar == "<" else {
                text.unicodeScalars.append(rest.removeFirst())
                continue
            }
            if let line = Self.normal(text) { tokens.append(.text(line)) }
            text = ""
            if rest.starts(with: "<!--".unicodeScalars) {
                while !rest.isEmpty, !rest.starts(with: "-->".unicodeScalars) { rest.removeFirst() }
                rest = rest.dropFirst(3)
            } else {
                tokens.append(.tag(Self.tag(&rest)))
            }
        }
        if let line = Self.normal(text) { tokens.append(.text(line)) }
    }

    /// The same outline with another word in place of this one.
    func replacing(_ word: String, with other: String) -> PageOutline {
        var outline = self
        outline.tokens = tokens.map { token in
            switch token {
            case .tag(let tag): .tag(tag.replacing(word, with: other))
            case .text(let text): .text(text.replacing(word, with: other))
            }
        }
        return outline
    }

    var tags: [String] { tokens.compactMap { if case .tag(let tag) = $0 { tag } else { nil } } }

    var description: String { tokens.map { "\($0)" }.joined(separator: "\n") }

    private static func tag(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
        var tag = ""
        var quote: Unicode.Scalar?
        while let scalar = rest.popFirst() {
            let delimits = quote.map { scalar == $0 } ?? (scalar == "\"" || scalar == "'")
            if delimits { quote = quote == nil ? scalar : nil }
            tag.unicodeScalars.append(delimits ? "¶" : scalar)
            if scalar == ">", quote == nil { break }
        }
        return normal(tag) ?? ""
    }

    private static func normal(_ text: String) -> String? {
        let words = decoded(text).unicodeScalars.split { $0 == " " || $0 == "\n" }
        return words.isEmpty ? nil : words.map { String($0) }.joined(separator: " ")
    }

    private static func decoded(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "&", let end = rest.prefix(8).firstIndex(of: ";"), let meant = named(String(rest[..<end]))
            else {
                out.append(scalar)
                continue
            }
            out.append(meant)
            rest = rest[rest.index(after: end)...]
        }
        return String(out)
    }

    private static func named(_ reference: String) -> Unicode.Scalar? {
        switch reference {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default: reference.hasPrefix("#") ? UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init) : nil
        }
    }
}
