/// The names that templates may use, as a text for people.
package enum TemplateSchema {
    /// Tables in Markdown: first every page with its fields, in the order given, then every record within them, by name.
    /// It ends in a line break.
    package static func documentation(of pages: [any TemplatePage.Type]) -> String {
        var text = ""
        var records: [ObjectIdentifier: any TemplateRecord.Type] = [:]
        var waiting: [any TemplateRecord.Type] = []
        for page in pages {
            text += "### `\(page.template)`\n\n" + page.table + "\n"
            waiting += page.inner
        }
        while let record = waiting.popLast() {
            if records.updateValue(record, forKey: ObjectIdentifier(record)) == nil { waiting += record.inner }
        }
        for record in records.values.sorted(by: { (title($0), $0.table) < (title($1), $1.table) }) {
            text += "### \(title(record))\n\n" + record.table + "\n"
        }
        return text
    }

    fileprivate static func title(_ record: any TemplateRecord.Type) -> String { String(describing: record) }

    fileprivate static func title(_ shape: TemplateShape) -> String {
        switch shape {
        case .record(let type): "[\(title(type))](#\(title(type).lowercased()))"
        case .list(let type): "list of [\(title(type))](#\(title(type).lowercased()))"
        case .text, .address, .markup, .flag, .number, .texts: shape.title
        }
    }
}

extension TemplateRecord {
    fileprivate static var table: String {
        "| name | is a | what it says |\n|---|---|---|\n"
            + fields.all.map { "| `\($0.name)` | \(TemplateSchema.title($0.shape)) | \($0.about) |\n" }.joined()
    }

    /// The types of the records within it.
    fileprivate static var inner: [any TemplateRecord.Type] {
        fields.all.compactMap { field in
            switch field.shape {
            case .record(let type), .list(let type): type
            case .text, .address, .markup, .flag, .number, .texts: nil
            }
        }
    }
}
