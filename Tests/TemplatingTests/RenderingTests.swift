import Templating
import Testing

@Suite struct RenderingTests {
    private let speaker = SpeakerFixture(name: "Ana Ruiz", role: nil)

    @Test func `a value is escaped for the syntax of its file`() throws {
        let page = MeetingFixture(headline: "A *bold* “claim” & more")
        #expect(try rendered("{{headline}}", page) == "A &#42;bold&#42; “claim” &amp; more")
    }

    @Test func `markup in triple braces is written as it is`() throws {
        #expect(try rendered("{{{summary}}}", MeetingFixture(summary: "a *b*")) == "a *b*")
    }

    @Test func `an absent text is nothing and does not reach for the surrounding record`() throws {
        let page = MeetingFixture(headline: "outer", statements: [StatementFixture(headline: nil, speaker: speaker)])
        let template = "{{#statements}}[{{headline}}|{{^headline}}none{{/headline}}|{{speaker.role}}]{{/statements}}"
        #expect(try rendered(template, page) == "[|none|]")
    }

    @Test func `a name that a list's record does not have is found further out`() throws {
        let page = MeetingFixture(source: "https://example.org", statements: [StatementFixture(speaker: speaker)])
        #expect(try rendered("{{#statements}}{{source}}{{/statements}}", page) == "https://example.org")
    }

    @Test func `an optional text is a section when there is one`() throws {
        let template = "{{#headline}}<{{.}}>{{/headline}}"
        #expect(try rendered(template, MeetingFixture(headline: "Peace")) == "<Peace>")
        #expect(try rendered(template, MeetingFixture(headline: nil)) == "")
        #expect(try rendered(template, MeetingFixture(headline: "")) == "")
    }

    @Test func `an optional record is a section when there is one`() throws {
        let template = "{{#president}}{{name}}{{/president}}{{^president}}nobody{{/president}}"
        #expect(try rendered(template, MeetingFixture(president: speaker)) == "Ana Ruiz")
        #expect(try rendered(template, MeetingFixture()) == "nobody")
    }

    @Test func `flags and numbers are sections`() throws {
        let template = "{{#final}}final{{/final}}{{^final}}provisional{{/final}} {{#votes}}{{votes}} votes{{/votes}}"
        #expect(try rendered(template, MeetingFixture(isFinal: true, votes: 3)) == "final 3 votes")
        #expect(try rendered(template, MeetingFixture(votes: 0)) == "provisional ")
    }

    @Test func `lists know their length and their ends`() throws {
        let page = MeetingFixture(groups: ["G77", "EU"])
        let template =
            "{{#groups.count}}({{groups.count}}: {{#groups}}{{.}}{{^last()}}, {{/last()}}{{/groups}}){{/groups.count}}"
        #expect(try rendered(template, page) == "(2: G77, EU)")
        #expect(try rendered(template, MeetingFixture()) == "")
    }

    @Test func `a part is included by its path and escapes as its own file says`() throws {
        let page = MeetingFixture(statements: [StatementFixture(headline: "*", speaker: speaker)])
        let template = "{{#statements}}\n{{> parts/statement.md}}\n{{/statements}}\n"
        #expect(try rendered(template, page, parts: ["parts/statement.md": "- {{headline}}\n"]) == "- &#42;\n")
    }

    @Test func `a part may include itself for points within points`() throws {
        let page = MeetingFixture(points: [PointFixture(label: "a", points: [PointFixture(label: "i")])])
        let part = "{{label}}{{#points}}>{{> parts/point.md}}{{/points}}"
        let text = try rendered("{{#points}}{{> parts/point.md}}{{/points}}", page, parts: ["parts/point.md": part])
        #expect(text == "a>i")
    }

    @Test func `a template that begins with a section leaves no empty line`() throws {
        #expect(try rendered("{{#final}}\nfinal\n{{/final}}\n", MeetingFixture(isFinal: true)) == "final\n")
    }

    @Test(arguments: [
        ("a\n{{! why }}\nb\n", "a\nb\n"), ("a\n  {{! why\n so }}  \r\nb", "a\nb"), ("a {{! why }} b\n", "a  b\n"),
        ("a\n {{#final}} \nb\n{{/final}}", "a\nb\n"), ("{{#final}}a{{/final}}\nb", "a\nb"),
        ("a\n{{^final}}\nb\n{{/final}}\nc\n", "a\nc\n"), ("{{#final}} {{/final}}\n", " \n"),
    ])
    func `a tag that only steers takes its line with it when it stands alone there`(template: String, text: String)
        throws
    {
        #expect(try rendered(template, MeetingFixture(isFinal: true)) == text)
    }

    @Test func `a part that stands alone on its line is indented as its tag is, and only its own lines`() throws {
        let page = MeetingFixture(headline: "one\ntwo", summary: "x\ny")
        let parts = ["parts/a.md": "- a {{{summary}}}\n\n{{headline}}\n  {{> parts/b.md}}\n", "parts/b.md": "b\n"]
        #expect(try rendered("{{> parts/a.md}}\n", page, parts: parts) == "- a x\ny\n\none two\n  b\n")
        #expect(try rendered(" {{> parts/a.md}}\n", page, parts: parts) == " - a x\ny\n\n one two\n   b\n")
        #expect(try rendered("1 {{> parts/b.md}}!", page, parts: parts) == "1 b\n!")
    }

    @Test func `an accent behind a tag stays where it is`() throws {
        #expect(try rendered("{{headline}}\u{301}", MeetingFixture(headline: "e")) == "e\u{301}")
    }

    @Test func `places in a list can be asked for`() throws {
        let template =
            "{{#groups}}{{#first()}}<{{/first()}}{{#odd()}}-{{/odd()}}{{#even()}}+{{/even()}}{{.}}{{/groups}}"
        #expect(try rendered(template, MeetingFixture(groups: ["a", "b", "c"])) == "<+a-b+c")
    }

    @Test func `an address with a scheme that can do harm counts as absent`() throws {
        for address in [
            "javascript:alert(1)", " JavaScript:x", "java\tscript:x", "data:text/html,x", "\u{1}vbscript:x",
        ] {
            #expect(try rendered("{{^source}}none{{/source}}{{source}}", MeetingFixture(source: address)) == "none")
        }
        let good = [
            "https://press.example/a?b=1#c", "HTTP://press.example", "mailto:a@press.example", "a/b:c", "#x", "/a",
        ]
        for address in good {
            #expect(try rendered("{{source}}", MeetingFixture(source: address)) == Escaping.markdown(address))
        }
    }

    @Test func `an address cannot end its link early`() throws {
        let text = try rendered("[x]({{source}})", MeetingFixture(source: "https://press.example/a b)(c\"'<>"))
        #expect(text == "[x](https://press.example/a%20b%29%28c%22%27%3C%3E)")
    }
}
