import Diagnostics

/// The tags of a template in order, each section closed by its own end; or the reasons why that is not so.
///
/// The tags are those of Mustache. What Mustache has besides values, sections and parts (lambdas, other delimiters, pragmas,
/// inheritance, names of parts out of values) is refused.
struct TemplateScan: Sendable {
    let source: SourceText
    private(set) var tags: [TemplateTag] = []
    private(set) var faults: [Diagnostic] = []

    init(_ source: SourceText) {
        self.source = source
        var position = 0
        var startsAddress = false
        while let open = find(Self.open, from: position) {
            // A tag before this one may come to nothing: then it is this one that begins the destination.
            if !source.bytes[position..<open].allSatisfy(LinkDestination.isSpace) {
                startsAddress = LinkDestination.isOpen(atEndOf: source.bytes[..<open])
            }
            position = readTag(at: open, startsAddress)
        }
        matchSections()
    }

    /// An error about bytes of this file.
    func fault(_ id: String, at place: Range<Int>, _ message: String, _ suggestion: String) -> Diagnostic {
        let line = source.lines.lastIndex { $0.lowerBound <= place.lowerBound } ?? 0
        return Diagnostic(
            id: id, severity: .error, file: source.file, lines: (line + 1)...(line + 1),
            column: place.lowerBound - source.lines[line].lowerBound + 1, length: place.count, message: message,
            suggestion: suggestion)
    }

    private static let open = UInt8(ascii: "{")
    private static let close = UInt8(ascii: "}")

    /// - Returns: where to go on reading.
    private mutating func readTag(at open: Int, _ startsAddress: Bool) -> Int {
        let bytes = source.bytes
        let mark = open + 2 < bytes.count ? bytes[open + 2] : 0
        if mark == UInt8(ascii: "!") {
            if let end = find(Self.close, from: open + 3) {
                tags.append(
                    TemplateTag(
                        kind: .comment, name: "", place: open..<open, extent: open..<(end + 2), startsAddress: false))
                return end + 2
            }
            faults.append(unclosed(open..<(open + 3)))
            return bytes.count
        }
        let (kind, hasMark) = Self.kind(mark)
        let text = bytes[(hasMark ? open + 3 : open + 2)...].prefix {
            $0 != Self.open && $0 != Self.close && $0 >= 0x20
        }
        let braces = [UInt8](repeating: Self.close, count: mark == Self.open ? 3 : 2)
        guard bytes[text.endIndex...].starts(with: braces) else {
            faults.append(unclosed(open..<text.endIndex))
            return text.endIndex
        }
        let end = text.endIndex + braces.count
        let place = Self.trimmed(text)
        let name = String(decoding: bytes[place], as: UTF8.self)
        if let kind, Self.isName(name, of: kind) {
            tags.append(
                TemplateTag(kind: kind, name: name, place: place, extent: open..<end, startsAddress: startsAddress))
        } else {
            faults.append(
                fault(
                    "template-tag", at: open..<end, "this is no tag that a template may hold",
                    "Use {{name}}, {{{name}}}, {{#name}}…{{/name}}, {{^name}}…{{/name}}, {{> path/of/part.md}} or {{! comment}}."
                ))
        }
        return end
    }

    private func unclosed(_ place: Range<Int>) -> Diagnostic {
        fault(
            "template-tag", at: place, "this tag does not end", "Close it on its line with as many braces as opened it."
        )
    }

    private static func kind(_ mark: UInt8) -> (kind: TemplateTag.Kind?, hasMark: Bool) {
        switch mark {
        case open, UInt8(ascii: "&"): (.markup, true)
        case UInt8(ascii: "#"): (.section, true)
        case UInt8(ascii: "^"): (.inverted, true)
        case UInt8(ascii: "/"): (.end, true)
        case UInt8(ascii: ">"): (.part, true)
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"): (nil, true)
        default: (.value, false)
        }
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> Range<Int> {
        let start = text.firstIndex { $0 != 0x20 } ?? text.endIndex
        let end = text.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
        return start..<end
    }

    private static func isName(_ name: String, of kind: TemplateTag.Kind) -> Bool {
        if kind == .part {
            return !name.isEmpty
                && name.utf8.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
        }
        if name == "." { return kind != .end }
        let word = name.hasSuffix("()") ? name.dropLast(2) : name[...]
        return word.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.utf8.allSatisfy(isNameByte)
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Where two of these braces stand next to each other.
    private func find(_ brace: UInt8, from start: Int) -> Int? {
        let bytes = source.bytes
        guard start < bytes.count else { return nil }
        return bytes[start...].indices.dropLast().first { bytes[$0] == brace && bytes[$0 + 1] == brace }
    }

    private mutating func matchSections() {
        var open: [TemplateTag] = []
        for tag in tags {
            switch tag.kind {
            case .section, .inverted: open.append(tag)
            case .end:
                guard let section = open.popLast() else {
                    return faults.append(
                        fault(
                            "template-section", at: tag.place, "the section \"\(tag.name)\" ends but does not begin",
                            "Remove this tag, or write {{#\(tag.name)}} where it begins."))
                }
                if section.name != tag.name {
                    return faults.append(
                        fault(
                            "template-section", at: tag.place,
                            "\"\(tag.name)\" ends here, but \"\(section.name)\" is the section that is open",
                            "Write {{/\(section.name)}} here."))
                }
            case .value, .markup, .part, .comment: break
            }
        }
        if let section = open.last {
            faults.append(
                fault(
                    "template-section", at: section.place, "the section \"\(section.name)\" does not end",
                    "Write {{/\(section.name)}} where it ends."))
        }
    }
}
