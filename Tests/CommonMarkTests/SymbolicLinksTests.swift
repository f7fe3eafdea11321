import CommonMark
import Testing

@Suite struct SymbolicLinksTests {
    private let links = SymbolicLinks(schemes: ["meeting", "speaker", "paragraph", "asset"])

    private func resolved(_ text: String, in syntax: SymbolicLinks.Syntax = .markdown) -> String {
        let result = links.resolve(Array(text.utf8), in: syntax) { scheme, rest in "../\(scheme)s/\(rest)/" }
        return String(decoding: result.text, as: UTF8.self)
    }

    @Test func `a Markdown destination becomes an address`() {
        #expect(
            resolved("[Koro Bessho](speaker:koro-bessho), [op. 10](paragraph:s-res-2331-2016/op-10)")
                == "[Koro Bessho](../speakers/koro-bessho/), [op. 10](../paragraphs/s-res-2331-2016/op-10/)")
    }

    @Test func `a title and an anchor stay`() {
        #expect(resolved("[x](meeting:sc-1#japan \"The meeting\")") == "[x](../meetings/sc-1#japan/ \"The meeting\")")
    }

    @Test func `an attribute of raw HTML becomes an address`() {
        #expect(resolved("<a class=\"x\" href=\"meeting:sc-1\">") == "<a class=\"x\" href=\"../meetings/sc-1/\">")
        #expect(resolved("<img src=\"asset:seal.svg\">", in: .html) == "<img src=\"../assets/seal.svg/\">")
    }

    @Test(arguments: [
        "speaker:koro", "(speaker:koro)", "[x](http://x.example)", "[x](loudspeaker:koro)", "=speaker:koro",
        "\"speaker:koro\"", ":",
        "](meeting:", "=\"meeting:sc-1", "meeting:", "](Meeting:sc-1)", "<p title=\"meeting:sc-1\">",
        "<p data-href=\"meeting:sc-1\">", "speaker:\"",
    ]) func `other text stays as it is`(text: String) { #expect(resolved(text) == text) }

    @Test func `in HTML a Markdown link is a text`() {
        #expect(resolved("](meeting:sc-1)", in: .html) == "](meeting:sc-1)")
    }

    @Test func `references in what follows the colon are decoded`() {
        #expect(resolved("[x](asset:a&#95;b.css)") == "[x](../assets/a_b.css/)")
    }

    @Test func `an address cannot end its link early`() {
        let result = links.resolve(Array("[x](meeting:y)".utf8), in: .markdown) { _, _ in "a b)\"<&\\" }
        #expect(String(decoding: result.text, as: UTF8.self) == "[x](a%20b%29%22%3C&amp;%5C)")
    }

    @Test func `a link that leads nowhere stays and is reported with its line`() {
        let text = "[x](meeting:gone)\n\n[y](speaker:here)\n<a href=\"asset:none\">"
        let result = links.resolve(Array(text.utf8), in: .markdown) { scheme, _ in scheme == "speaker" ? "s/" : nil }
        #expect(String(decoding: result.text, as: UTF8.self) == text.replacing("speaker:here", with: "s/"))
        #expect(result.unresolved.map(\.rest) == ["gone", "none"])
        #expect(result.unresolved.map(\.scheme) == ["meeting", "asset"])
        #expect(result.unresolved.map(\.line) == [1, 4])
    }
}
