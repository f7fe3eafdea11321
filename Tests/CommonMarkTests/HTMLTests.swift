import CommonMark
import Testing

@Suite struct HTMLTests {
    private func html(_ markdown: String) -> String {
        String(decoding: CommonMark.html(Array(markdown.utf8)), as: UTF8.self)
    }

    @Test func `raw HTML goes through`() {
        #expect(html("<aside>\n*x*\n</aside>\n") == "<aside>\n*x*\n</aside>\n")
    }

    @Test func `a heading gets an id from its text`() {
        #expect(
            html("# Action *on* the `draft`\ntext\n")
                == "<h1 id=\"action-on-the-draft\">Action <em>on</em> the <code>draft</code></h1>\n<p>text</p>\n")
    }

    @Test func `a second heading of the same text gets a number`() {
        #expect(
            html("## Votes\n## Votes\n## Votes 2\n") == """
                <h2 id="votes">Votes</h2>
                <h2 id="votes-2">Votes</h2>
                <h2 id="votes-2-2">Votes 2</h2>

                """)
    }

    @Test func `a heading whose own HTML has an id gets no other`() {
        #expect(html("## <a id=\"japan\"></a>Japan\n") == "<h2><a id=\"japan\"></a>Japan</h2>\n")
    }

    @Test func `a heading with a permalink is found by that and gets no id`() {
        #expect(html("# Words <a href=\"#ilmar\">#</a>") == "<h1>Words <a href=\"#ilmar\">#</a></h1>\n")
    }

    @Test func `ids of the page's HTML are not given to headings`() {
        #expect(
            html("## Votes\n\n<div id='votes'></div>\n") == "<h2 id=\"votes-2\">Votes</h2>\n<div id='votes'></div>\n")
    }

    @Test func `a heading that cannot be spelled gets no id`() {
        #expect(html("## 安全\n") == "<h2>安全</h2>\n")
    }

    @Test func `bytes that are not UTF-8 become replacement characters`() {
        #expect(String(decoding: CommonMark.html([0x61, 0xFF, 0x62]), as: UTF8.self) == "<p>a\u{FFFD}b</p>\n")
    }

    @Test func `an empty page is empty`() { #expect(html("") == "") }
}
