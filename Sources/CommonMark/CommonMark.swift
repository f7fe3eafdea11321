/// Markdown as CommonMark 0.30 defines it, by the system's libcmark.
package enum CommonMark {
    /// The HTML of a Markdown page.
    ///
    /// Raw HTML in the Markdown goes through as it is: what is not trusted must have been escaped before. Bytes that
    /// are not UTF-8 become U+FFFD. Every Markdown heading gets an `id` unless its own HTML has one; `<h2>` written as
    /// HTML is left alone.
    /// - Parameters:
    ///   - takenIDs: ids that the heading's must differ from, besides those in the page's own HTML (the layout's).
    ///   - slug: the id for a heading's text; where it is empty the heading gets none. A second of the same name gets
    ///     `-2`, and so on.
    package static func html(
        _ markdown: [UInt8], takenIDs: Set<String> = [], slug: @escaping (String) -> String = HeadingIDs.asciiSlug
    ) -> [UInt8] {
        var tree = MarkdownTree(parsing: markdown)
        tree.giveHeadingsIDs(HeadingIDs(taken: takenIDs, slug: slug))
        return tree.html()
    }
}
