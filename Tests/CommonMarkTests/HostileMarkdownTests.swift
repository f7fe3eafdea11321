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

    private func seconds(_ text: String) -> Double {
        let bytes = Array(text.utf8)
        let duration = ContinuousClock().measure {
            let html = CommonMark.html(bytes)
            _ = PageScan(html)
            _ = PageScan(bytes)
            _ = SymbolicLinks(schemes: ["meeting"]).resolve(bytes, in: .markdown) { _, _ in nil }
        }
        return duration / .seconds(1)
    }

    @Test(arguments: shapes.indices) func `100,000 of anything take no longer than their size asks`(shape: Int) {
        let small = seconds(Self.shapes[shape](10_000))
        let large = seconds(Self.shapes[shape](100_000))
        #expect(large < max(small, 0.02) * 40, "\(small) s grew to \(large) s")
    }
}
