/// A tag of a template, `{{…}}`, and where it stands.
struct TemplateTag: Sendable {
    enum Kind: Sendable {
        /// `{{name}}`
        case value
        /// `{{{name}}}` or `{{&name}}`
        case markup
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{/name}}`
        case end
        /// `{{> path}}`
        case part
        /// `{{! whatever}}`
        case comment
    }

    let kind: Kind
    let name: String
    /// Where the name stands, in bytes of the file.
    let place: Range<Int>
    /// Where the tag stands, with its braces.
    let extent: Range<Int>
    /// Whether what this tag writes is the beginning of a link's destination.
    let startsAddress: Bool
}
