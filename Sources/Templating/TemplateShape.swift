/// What a name stands for, and so how a template may use it.
package enum TemplateShape: Sendable {
    /// `{{name}}`; `{{#name}}…{{/name}}` when there is any, with `{{.}}` for the text itself.
    case text
    /// An address for `href`, `src` or a Markdown link; as `text` otherwise.
    case address
    /// Markdown or HTML that this program made from escaped parts: `{{{name}}}`.
    case markup
    /// `{{#name}}…{{/name}}` when true, `{{^name}}…{{/name}}` when not.
    case flag
    /// `{{name}}`; `{{#name}}…{{/name}}` when it is there and not 0.
    case number
    /// `{{#name}}{{.}}{{/name}}`, and `name.count`.
    case texts
    /// `{{#name}}…{{/name}}` when it is there, `{{name.field}}`.
    case record(any TemplateRecord.Type)
    /// `{{#name}}…{{/name}}` for each, `{{^name}}…{{/name}}` when there is none, and `name.count`.
    case list(any TemplateRecord.Type)
}

extension TemplateShape {
    /// The word for it in messages and in the documentation.
    var title: String {
        switch self {
        case .text: "text"
        case .address: "address"
        case .markup: "markup"
        case .flag: "flag"
        case .number: "number"
        case .texts: "list of texts"
        case .record: "record"
        case .list: "list"
        }
    }

    var isRecordOrList: Bool {
        switch self {
        case .record, .list: true
        case .text, .address, .markup, .flag, .number, .texts: false
        }
    }
}
