import CommonMark
import Testing

/// Time grows with the size of the text, however it nests. Templates are trusted, but a page is large.
@Suite(.serialized) struct HostileMarkdownTests {
    private static let shapes: [@Sendable (Int) -> String] = [
        { String(repeating: ">", count: $0) + "x\n" },
        { String(repeating: "> ", count: $0) + "x\n" },
        { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) },
        { String(repeating: "[a](", count: $0) },
        { String(repeating: "![", count: $0) },
        { String(repeating: "*a ", count: $0) },
        { String(repeating: "**a *b ", count: $0) },
        { String(repeating: "# a\n", count: $0) },
        { String(repeating: "<a id=\"", count: $0) },
        { String(repeating: "<!--", count: $0) },
        { String(repeating: "<script>", count: $0) },
        { String(repeating: "](meeting:", count: $0) },
        { String(repeating: "=\"meeting:", count: $0) },
        { String(repeating: "&", count: $0) },
    ]

    /// With the square of the size these would take hours; the limit is for that, not a measure of speed.
    @Test(.timeLimit(.minutes(2)), arguments: shapes.indices)
    func `100,000 of anything come to an end`(shape: Int) {
        let bytes = Array(Self.shapes[shape](100_000).utf8)
        let html = CommonMark.html(bytes)
        _ = PageScan(html)
        _ = PageScan(bytes)
        let links = SymbolicLinks(schemes: ["meeting"]).resolve(bytes, in: .markdown) { _, _ in nil }
        #expect(links.text == bytes)
    }
}
