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

    func escape(_ text: String) -> String {
        switch self {
        case .md: Escaping.markdown(text)
        case .html, .xml: Escaping.html(text)
        case .json: Escaping.json(text)
        case .txt: text
        }
    }
}
