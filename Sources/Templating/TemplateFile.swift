/// A template as it stands in a folder: its path there (`meeting.md`, `parts/statement.md`), the name under which
/// diagnostics speak of it (`Templates/meeting.md`), and its bytes.
package struct TemplateFile: Sendable {
    package let path: String
    package let file: String
    package let bytes: [UInt8]

    package init(path: String, file: String, bytes: [UInt8]) {
        self.path = path
        self.file = file
        self.bytes = bytes
    }
}

/// How values are escaped in a template, by the extension of its file.
enum TemplateSyntax: String, CaseIterable {
    case md, html, xml, json, txt

    init?(path: String) {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        self.init(rawValue: String(path[path.index(after: dot)...]))
    }

    /// Writes a text as it must stand in such a template.
    func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            switch self {
            case .md: MarkdownEscaper.append(bytes, keepsOuterSpaces: false, to: &out)
            case .html, .xml: Escaping.appendHTML(bytes, to: &out)
            case .json: Escaping.appendJSON(bytes, to: &out)
            case .txt: out.append(contentsOf: bytes)
            }
        }
    }
}
