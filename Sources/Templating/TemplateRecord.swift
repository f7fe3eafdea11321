/// A value whose fields templates can name.
///
/// A record declares its fields once; the declaration serves the lookup while a page is rendered, the check of
/// every name when templates are loaded, and the table in the documentation:
///
///     struct StatementItem: TemplateRecord {
///         var anchor: String
///         var role: String?
///         var paragraphs: [ParagraphItem]
///
///         static let fields: TemplateFields<Self> = [
///             .text("anchor", \.anchor, "the statement's anchor on its page"),
///             .text("role", \.role, "the speaker's office, as printed"),
///             .list("paragraphs", \.paragraphs),
///         ]
///     }
///
/// Write `static let`, so that the table of names is made once. A record may hold records of its own type
/// (points within points).
package protocol TemplateRecord: Sendable {
    static var fields: TemplateFields<Self> { get }
}

/// A record that has a template of its own: a kind of page, or the layout around all of them.
package protocol TemplatePage: TemplateRecord {
    /// The template's path in the folder of templates, with its extension: `meeting.md`, `layout.html`.
    static var template: String { get }
}
