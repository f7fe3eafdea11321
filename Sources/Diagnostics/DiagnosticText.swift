/// Diagnostics as people read them in a terminal or a log:
///
///     site.json:3:3: error: site.json has no key "titel" [json-unknown-key]
///         3 |   "titel": "Dam levels",
///           |   ^^^^^^^
///       Write "title", or remove it.
///
/// Whatever comes out of a file is made harmless first: a digest cannot send commands to the terminal.
package struct DiagnosticText {
    /// Whether to mark up for a terminal.
    package let isColoured: Bool
    private let source: (String) -> SourceText?
    private let name: (String) -> String
    private var last: (file: String, source: SourceText?)?

    /// - Parameters:
    ///   - name: how a file is named to the user.
    ///   - source: the text of a file, for the excerpt; nil when it cannot be read as text.
    package init(isColoured: Bool, name: @escaping (String) -> String, source: @escaping (String) -> SourceText?) {
        self.isColoured = isColoured
        self.name = name
        self.source = source
    }

    /// The lines of one diagnostic, each ended.
    package mutating func render(_ diagnostic: Diagnostic) -> String {
        let place = place(of: diagnostic).map { $0 + ": " } ?? ""
        let severity = style(diagnostic.severity.rawValue + ":", colour(of: diagnostic.severity))
        let message = Self.harmless(diagnostic.message.utf8)
        var text =
            "\(style(Self.harmless(place.utf8), .bold))\(severity) \(message) \(style("[\(diagnostic.id)]", .dim))\n"
        if let excerpt = excerpt(of: diagnostic) { text += excerpt }
        if let suggestion = diagnostic.suggestion { text += "  \(Self.harmless(suggestion.utf8))\n" }
        return text
    }

    /// File, line and column: `site.json:3:3`; nil when the matter is the whole site.
    package func place(of diagnostic: Diagnostic) -> String? {
        guard let file = diagnostic.file else { return nil }
        let numbers = [diagnostic.lines?.lowerBound, diagnostic.lines == nil ? nil : diagnostic.column]
        return ([name(file)] + numbers.compactMap { $0.map(String.init) }).joined(separator: ":")
    }

    // MARK: Excerpt

    /// How many bytes of a line are shown, and how many of them before the place.
    private static let window = (before: 60, whole: 110)

    /// The line a diagnostic speaks of, and below it a caret at the place; nil where the file cannot be shown.
    package mutating func excerpt(of diagnostic: Diagnostic) -> String? {
        guard let file = diagnostic.file, let number = diagnostic.lines?.lowerBound, let source = text(of: file),
            1...source.lines.count ~= number
        else { return nil }
        let line = source.line(number)
        let offset = min(max(0, (diagnostic.column ?? 1) - 1), line.count)
        let start = Self.boundary(in: line, before: offset > Self.window.whole - 20 ? offset - Self.window.before : 0)
        let end = Self.boundary(in: line, before: min(line.count, start + Self.window.whole))
        let shown = line.dropFirst(start).prefix(end - start)
        let gutter = String(number)
        let margin = String(repeating: " ", count: gutter.count)
        let lead = start > 0 ? "…" : ""
        let text = lead + Self.harmless(shown) + (end < line.count ? "…" : "")
        guard diagnostic.column != nil else { return "    \(gutter) | \(text)\n" }
        let before = lead.count + Self.harmless(shown.prefix(offset - start)).count
        let marked = shown.dropFirst(offset - start).prefix(max(1, diagnostic.length ?? 1))
        let caret = String(repeating: "^", count: max(1, Self.harmless(marked).count))
        return
            "    \(gutter) | \(text)\n    \(margin) | \(String(repeating: " ", count: before))\(style(caret, .caret))\n"
    }

    private mutating func text(of file: String) -> SourceText? {
        if last?.file != file { last = (file, source(file)) }
        return last?.source
    }

    /// The nearest beginning of a character at or before an offset.
    private static func boundary(in line: ArraySlice<UInt8>, before offset: Int) -> Int {
        var offset = max(0, offset)
        while offset > 0, offset < line.count, line[line.startIndex + offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// The text with a mark for each control character and each sign that turns the direction of writing.
    package static func harmless(_ bytes: some Collection<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x09: text.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: text.append("\u{FFFD}")
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    // MARK: Style

    private enum Style: String {
        case bold = "1"
        case dim = "2"
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case caret = "1;32"
    }

    private func colour(of severity: Diagnostic.Severity) -> Style {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }

    private func style(_ text: String, _ style: Style) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
