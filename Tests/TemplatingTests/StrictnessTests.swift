import Diagnostics
import Templating
import Testing

@Suite struct StrictnessTests {
    /// A fault as `file:line:column id: message > suggestion`, without what the test does not ask for.
    private func faults(_ template: String, parts: [String: String] = [:]) -> [Diagnostic] {
        do {
            _ = try TemplateSet(builtIn: files(template, parts), own: [], pages: [MeetingFixture.self])
            return []
        } catch {
            return error.diagnostics
        }
    }

    @Test func `an unknown name is placed and the nearest right one offered`() throws {
        let fault = try #require(faults("text\nby {{ headlin }}\n").first)
        #expect(fault.id == "template-name")
        #expect(fault.file == "Templates/meeting.md")
        #expect(fault.lines == 2...2)
        #expect(fault.column == 7)
        #expect(fault.length == 7)
        #expect(fault.message.contains("\"headlin\""))
        #expect(fault.suggestion == "Write \"headline\".")
    }

    @Test func `a name that resembles none is answered with those there are`() {
        let suggestion = faults("{{#president}}{{president.whatever}}{{/president}}").first?.suggestion
        #expect(suggestion == "The names here are name, role.")
    }

    @Test func `a wrong section is one fault, not one for every name within`() {
        #expect(
            faults("{{#statments}}{{speaker.name}}{{foo}}{{/statments}}").map(\.suggestion) == ["Write \"statements\"."]
        )
    }

    @Test(arguments: [
        "{{#headline}}", "{{/headline}}", "{{#final}}{{#votes}}{{/final}}{{/votes}}", "{{#final}}{{/finale}}",
    ]) func `a section that does not match is a fault`(template: String) {
        #expect(faults(template).map(\.id) == ["template-section"])
    }

    @Test(arguments: [
        "{{headline", "{{headline}", "{{{summary}}", "{{head\nline}}", "{{}}", "{{ }}", "{{! never ends", "{{>}}",
        "{{= <% %> =}}",
        "{{% CONTENT_TYPE: TEXT }}", "{{< parent.md}}", "{{$block}}", "{{>*headline}}", "{{lowercased(headline)}}",
        "{{a..b}}",
        "{{head line}}", "{{headl\u{ED}ne}}",
    ]) func `what is not one of the few tags is a fault`(template: String) {
        #expect(faults(template).map(\.id) == ["template-tag"])
    }

    @Test(arguments: [
        ("{{summary}}", "Write {{{summary}}}."),
        ("{{{headline}}}", "Write {{headline}}."),
        ("{{&headline}}", "Write {{headline}}."),
        ("{{{votes}}}", "Write {{votes}}."),
        ("{{final}}", "Write {{#final}}…{{/final}}."),
        ("{{statements}}", "Write {{#statements}}…{{/statements}} for each of it, or {{statements.count}}."),
        ("{{groups}}", "Write {{#groups}}…{{/groups}} for each of it, or {{groups.count}}."),
        ("{{president}}", "Write one of its fields, or {{#president}}…{{/president}}."),
        ("{{#summary}}{{.}}{{/summary}}", "Write {{{.}}}."),
    ]) func `a value is written as its shape asks`(template: String, suggestion: String) {
        #expect(faults(template).map(\.suggestion) == [suggestion])
    }

    @Test(arguments: [
        "[x]({{headline}})", "[x]( <{{headline}}>)", "<a href=\"{{headline}}\">", "<a HREF = '{{headline}}'>",
        "<img src=\"{{headline}}",
        "<a href={{headline}}>", "<a href=\"{{#final}} {{headline}}{{/final}}\">", "[x]({{source}}{{headline}})",
    ]) func `a text may not decide where a link leads`(template: String) {
        #expect(faults(template).map(\.id) == ["template-value"])
        #expect(faults(template.replacing("headline", with: "source")).isEmpty)
    }

    @Test(arguments: [
        "[x](speaker:{{headline}})", "<a href=\"#{{headline}}\" title=\"{{headline}}\">", "({{headline}})",
    ])
    func `a text may go on with a link that the template began`(template: String) {
        #expect(faults(template).isEmpty)
    }

    @Test func `list functions are known directly within a list only`() {
        #expect(
            faults("{{#groups}}{{#last()}}.{{/last()}}{{#final}}{{^first()}},{{/first()}}{{/final}}{{/groups}}").isEmpty
        )
        #expect(faults("{{#last()}}{{/last()}}").map(\.id) == ["template-name"])
        #expect(
            faults("{{#statements}}{{#headline}}{{^last()}},{{/last()}}{{/headline}}{{/statements}}").map(\.id) == [
                "template-name"
            ])
    }

    @Test func `a part that does not exist is a fault`() {
        let parts = ["parts/statement.md": "{{headline}}"]
        #expect(
            faults("{{> parts/statment.md}}", parts: parts).map(\.suggestion) == ["Write {{> parts/statement.md}}."])
    }

    @Test func `a part is written for the format that it is included in`() {
        #expect(faults("{{> part.html}}", parts: ["part.html": "{{headline}}"]).map(\.id) == ["template-part"])
    }

    @Test func `a part is checked in every scope it is used from, and faulted once`() {
        let parts = ["part.md": "\n{{name}}"]
        #expect(faults("{{#president}}{{> part.md}}{{/president}}", parts: parts).isEmpty)
        let wrong = faults("{{> part.md}}{{> part.md}}{{#president}}{{> part.md}}{{/president}}", parts: parts)
        #expect(wrong.map(\.file) == ["Templates/part.md"])
        #expect(wrong.map(\.lines) == [2...2])
    }

    @Test(arguments: [
        ["a.md": "{{> a.md}}"],
        ["a.md": "{{> b.md}}", "b.md": "{{#final}}{{> a.md}}{{/final}}"],
        ["a.md": "{{#points}}{{> b.md}}{{/points}}", "b.md": "{{#president}}{{> a.md}}{{/president}}"],
        ["a.md": "{{^points}}{{> a.md}}{{/points}}"],
        ["a.md": "{{#headline}}{{> a.md}}{{/headline}}"],
    ]) func `parts that include each other without end are a fault`(parts: [String: String]) {
        #expect(Set(faults("{{> a.md}}", parts: parts).map(\.id)) == ["template-endless"])
    }

    @Test func `parts may follow the nesting of records`() {
        let parts = ["a.md": "{{label}}{{> b.md}}", "b.md": "{{#points}}{{> a.md}}{{/points}}"]
        #expect(faults("{{#points}}{{> a.md}}{{/points}}", parts: parts).isEmpty)
    }

    @Test func `faults of several files come together, in order`() {
        let all = faults("{{> b.md}}\n{{x1}}\n{{> a.md}}", parts: ["a.md": "{{x2}}", "b.md": "{{x3}}"])
        #expect(all.map(\.file) == ["Templates/a.md", "Templates/b.md", "Templates/meeting.md"])
    }

    @Test func `a page without a template is a fault`() {
        #expect(throws: DiagnosticError.self) { try TemplateSet(builtIn: [], own: [], pages: [MeetingFixture.self]) }
    }

    @Test func `a template that is not text is a fault`() {
        #expect(faults("\0").map(\.id) == ["not-text"])
    }

    @Test func `the site's own file takes the place of the built-in one`() throws {
        let set = try TemplateSet(
            builtIn: files("built in {{nonsense}}"), own: files("own"), pages: [MeetingFixture.self])
        #expect(try set.render(MeetingFixture()) == Array("own".utf8))
        #expect(set.diagnostics.isEmpty)
    }

    @Test func `a file of the site's own that nothing uses is a warning`() throws {
        let own = [TemplateFile(path: "parts/statment.md", file: "Templates/parts/statment.md", bytes: [])]
        let parts = ["parts/statement.md": ""]
        let set = try TemplateSet(
            builtIn: files("{{> parts/statement.md}}", parts), own: own, pages: [MeetingFixture.self])
        #expect(set.diagnostics.map(\.id) == ["template-unused"])
        #expect(set.diagnostics.first?.suggestion == "Name it parts/statement.md if it is meant to replace that.")
    }

    @Test func `a kind of page that was not declared is refused`() throws {
        let set = try TemplateSet(builtIn: [], own: [], pages: [])
        #expect(throws: DiagnosticError.self) { try set.render(MeetingFixture()) }
    }
}
