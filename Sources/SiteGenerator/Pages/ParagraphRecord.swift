import Templating

/// A piece of Markdown of our own making: a paragraph, an item of a list.
struct ParagraphRecord: TemplateRecord {
    let text: Markup

    init(text: Markup) { self.text = text }

    init(text: String) { self.text = Markup(text) }

    static let fields: TemplateFields<Self> = [.markup("text", \.text)]
}

/// A piece of plain text.
struct TextRecord: TemplateRecord {
    let text: String

    static let fields: TemplateFields<Self> = [.text("text", \.text)]
}

/// A name that links somewhere, in a list, with a few words about it.
struct LinkRecord: TemplateRecord {
    let id: String
    let name: String
    let count: String?

    static let fields: TemplateFields<Self> = [
        .text("id", \.id), .text("name", \.name), .text("count", \.count),
    ]
}
