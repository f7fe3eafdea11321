import CommonMark
import Templating
import Testing

@Suite struct EscapingTests {
    /// Places in Markdown where a template may put a value (`@`).
    private static let places = [
        "@\n", "@\nmore\n", "para\n@\nmore\n", "Some @ text", "@: text", "(@)", "“@”, said", "# @\n", "## a @ b ##\n",
        "###### @ #\n",
        "@\n---\n", "@\n\n===\n", "- @\n- y\n", "1. @\n2. y\n", "> @\n", "- > @\n  y\n", "   @\n", "[@](speaker:x)\n",
        "[a]@\n", "[a] @\n",
        "@[link](x)\n", "[[@]](x)\n", "![@](a.png)\n", "*@* and **@** c\n", "_@_ and __@__ c\n",
        "`code` @ `code`\n",
        "<p title=\"@\">@</p>\n", "<p title='@'>\n@\n</p>\n", "text <a title=\"@\" rel='@'>@</a> more\n",
        "<!-- @ -->\n\npara\n",
        "<td>@</td><td>*@*</td>\n", "| @ | @ |\n", "@ @\n", "@@\n", "1@\n", "# @\n@\n",
        "[a]: b\n\n@ [a]\n",
    ]

    private static func html(_ markdown: String) -> PageOutline {
        let html = CommonMark.html(Array(markdown.utf8), slug: { _ in "" })
        return PageOutline(String(decoding: html, as: UTF8.self))
    }

    /// A text as it may be shown: white space normalised, nothing in it that HTML forbids.
    private static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
            case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: "\u{FFFD}"
            case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
            default: scalar
            }
        }
        let words = scalars.split(separator: " ").map { word in String(String.UnicodeScalarView(word)) }
        let wide = Set<Unicode.Scalar>(["\u{A0}", "\u{2003}", "\u{3000}", " "])
        let line = Array(words.joined(separator: " ").unicodeScalars.drop { wide.contains($0) || $0 == "\u{FEFF}" })
        let end = line.lastIndex { !wide.contains($0) }.map { $0 + 1 } ?? 0
        return String(String.UnicodeScalarView(line[..<end]))
    }

    @Test(arguments: places) func `no text is more than text, wherever a template puts it`(place: String) {
        let plain = Self.html(place.replacing("@", with: "xQx"))
        var texts = HostileText(seed: 2331)
        var failures = 0
        for _ in 0..<400 {
            let text = texts.next()
            let shown = Self.shown(text)
            if shown.isEmpty { continue }
            let html = Self.html(place.replacing("@", with: Escaping.markdown(text)))
            let expected = plain.replacing("xQx", with: shown)
            if html != expected, failures < 3 {
                failures += 1
                Issue.record(
                    "\(text.debugDescription) as \(Escaping.markdown(text).debugDescription) gives\n\(html)\nnot\n\(expected)"
                )
            }
        }
    }

    /// cmark reads a backslash in a title even where a reference stands for it, and may show one less.
    @Test(arguments: ["[a](b \"@\")", "![a](b '@')"]) func `no text ends a title early`(place: String) {
        let plain = Self.html(place.replacing("@", with: "xQx"))
        var texts = HostileText(seed: 2199)
        for _ in 0..<1000 {
            let text = texts.next().replacing("\\", with: "")
            if Self.shown(text).isEmpty { continue }
            #expect(
                Self.html(place.replacing("@", with: Escaping.markdown(text)))
                    == plain.replacing("xQx", with: Self.shown(text)))
        }
    }

    @Test func `two values side by side are their texts side by side`() {
        var texts = HostileText(seed: 1373)
        for _ in 0..<3000 {
            let (a, b) = (texts.next(), texts.next())
            if Self.shown(a).isEmpty || Self.shown(b).isEmpty { continue }
            let html = Self.html(Escaping.markdown(a) + Escaping.markdown(b) + " c\n")
            #expect(html.tokens == [.tag("<p>"), .text(Self.shown(a) + Self.shown(b) + " c"), .tag("</p>")])
        }
    }

    @Test func `pieces of a line keep their outer spaces and are as harmless`() {
        #expect(Escaping.markdownPiece(" a  b\n") == " a b ")
        #expect(Escaping.markdownPiece("resolution\u{A0}") == "resolution\u{A0}")
        #expect(Escaping.markdown(" a  b\n") == "a b")
        var texts = HostileText(seed: 1325)
        for _ in 0..<3000 {
            let (a, b) = (texts.next(), texts.next())
            if Self.shown(a).isEmpty || Self.shown(b).isEmpty { continue }
            let html = Self.html("\(Escaping.markdownPiece(a))[link](x)\(Escaping.markdownPiece(b))\n")
            #expect(html.tags == ["<p>", "<a href=¶x¶>", "</a>", "</p>"])
        }
    }

    @Test func `an address out of a text is a destination or nothing`() {
        #expect(Escaping.markdownDestination("https://x.example/a_(b) c") == "https://x.example/a&#95;%28b%29%20c")
        #expect(Escaping.markdownDestination("javascript:alert(1)") == nil)
        let plain = Self.html("[a](xQx \"t\")")
        var texts = HostileText(seed: 1540)
        for _ in 0..<1000 {
            guard let destination = Escaping.markdownDestination("https://x.example/" + texts.next()) else { continue }
            let html = Self.html("[a](\(destination) \"t\")")
            #expect(html.tokens.count == plain.tokens.count)
            #expect(html.tags[1].hasPrefix("<a href=¶https://x.example/"))
            #expect(html.tags[1].hasSuffix("¶ title=¶t¶>"))
        }
    }

    @Test(arguments: [
        "The Council's “full” text (2016), op. 10; see S/RES/2331 - and more: 5.5 million!?",
        "Côte d’Ivoire – 1,000 @ 50%", "$5 + 3 = 8",
    ]) func `harmless punctuation stays readable`(text: String) {
        let allowed = ["&apos;", "&#33;"]
        let escaped = allowed.reduce(Escaping.markdown(text)) { $0.replacing($1, with: $1 == "&apos;" ? "'" : "!") }
        #expect(escaped == text)
    }

    @Test func `HTML is escaped by bytes, not by characters`() {
        #expect(
            Escaping.html("a \"\u{301}<\u{200D}&\u{FE0F}'\u{1}")
                == "a &quot;\u{301}&lt;\u{200D}&amp;\u{FE0F}&apos;\u{FFFD}")
    }

    @Test func `hostile text cannot leave an attribute or an element`() {
        var texts = HostileText(seed: 2250)
        for _ in 0..<3000 {
            let text = texts.next()
            let escaped = Escaping.html(text)
            let html = PageOutline("<p title=\"\(escaped)\" lang='\(escaped)'>\(escaped)</p>")
            #expect(html.tags.count == 2 && html.tags.last == "</p>" && html.tags[0].count { $0 == "¶" } == 4)
        }
    }

    @Test func `JSON strings keep their text`() {
        #expect(Escaping.json("a\"\\\n</script>\u{1F}é") == "a\\\"\\\\\\u000a\\u003c/script>\\u001fé")
    }
}
