import CommonMark
import Templating
import Testing

@Suite struct SymbolicLinkSafetyTests {
    private let links = SymbolicLinks(schemes: ["asset", "meeting", "javascript"])

    /// What a text finds in its way to the page: Markdown, the pass over it, cmark, the pass over the layout.
    @Test func `a text from a digest can never be a symbolic link`() {
        var texts = HostileText(seed: 2419)
        for _ in 0..<2000 {
            let text =
                texts.next() + "](asset:a) =\"asset:b\" ='meeting:c' [x](meeting:d \"e\") <a href=\"asset:f\">"
                + texts.next()
            let markdown =
                "[x](y) \(Escaping.markdown(text))\n\n<p title=\"\(Escaping.markdown(text))\">\(Escaping.markdown(text))</p>\n"
            let passed = links.resolve(Array(markdown.utf8), in: .markdown) { _, _ in "!" }
            #expect(passed.text == Array(markdown.utf8))
            let html = CommonMark.html(passed.text)
            #expect(links.resolve(html, in: .html) { _, _ in "!" }.text == html)
        }
    }

    @Test func `a value after a scheme is found again whatever its escapes`() {
        for slug in ["-a_b", "koro-bessho", "1.", "a*b", "#x", "a&b"] {
            let markdown = "[x](meeting:\(Escaping.markdown(slug)))"
            var found: [String] = []
            _ = links.resolve(Array(markdown.utf8), in: .markdown) {
                found.append($1)
                return nil
            }
            #expect(found == [slug])
        }
    }
}
