import Diagnostics

/// What the owner states above the text, between lines of `---`: `key: value`, for what the text does not print.
struct FrontMatter: Equatable {
    var values: [Key: String] = [:]
    /// Lines it takes, its fences included; 0 where there is none.
    var lines = 0
    var diagnostics: [Diagnostic] = []

    enum Key: String, CaseIterable {
        case date, number, body, symbol, url, replaces, title
    }

    static func read(_ source: SourceText) -> FrontMatter {
        guard !source.lines.isEmpty, trimmed(source, 1) == "---" else { return FrontMatter() }
        guard
            let close = (2...max(2, min(source.lines.count, 60))).first(where: {
                $0 <= source.lines.count && trimmed(source, $0) == "---"
            })
        else { return FrontMatter() }
        var matter = FrontMatter(lines: close)
        for line in 2..<close { matter.read(trimmed(source, line), line: line, file: source.file) }
        return matter
    }

    private mutating func read(_ text: String, line: Int, file: String) {
        guard !text.isEmpty, !text.hasPrefix("#") else { return }
        guard let colon = text.firstIndex(of: ":") else {
            report(
                "front-matter-line", line, file, "“\(text)” is no “key: value”", "Write a key, a colon and its value.")
            return
        }
        let name = text[..<colon].lowercased().trimmed
        let value = String(text[text.index(after: colon)...]).trimmed.unquoted
        guard let key = Key(rawValue: name) else {
            let nearest = NearestName.of(name, among: Key.allCases.map(\.rawValue))
            report(
                "unknown-front-matter-key", line, file, "front matter has no key “\(name)”",
                nearest.map { "Did you mean “\($0)”?" }
                    ?? "The keys are \(Key.allCases.map(\.rawValue).joined(separator: ", ")).")
            return
        }
        if key == .date, !PrintedDate.isISO(value) {
            report(
                "front-matter-date", line, file, "“\(value)” is no date",
                "Write the date as 2016-12-20, or the month as 2016-12.")
            return
        }
        if !value.isEmpty { values[key] = value }
    }

    private mutating func report(_ id: String, _ line: Int, _ file: String, _ message: String, _ suggestion: String) {
        diagnostics.append(
            Diagnostic(
                id: id, severity: .error, file: file, lines: line...line, column: 1, message: message,
                suggestion: suggestion))
    }

    private static func trimmed(_ source: SourceText, _ line: Int) -> String { source.text(ofLine: line).trimmed }
}

extension String {
    fileprivate var trimmed: String {
        let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else {
            return ""
        }
        return String(scalars[first...last])
    }

    fileprivate var unquoted: String {
        utf8.count >= 2 && (hasPrefix("\"") && hasSuffix("\"") || hasPrefix("'") && hasSuffix("'"))
            ? String(dropFirst().dropLast()) : self
    }
}
