import Testing

@testable import Proofreading

@Suite struct MissingDateRuleTests {
    let rule = MissingDateRule()

    @Test func `a release without a date is told so at its beginning`() throws {
        var release = Release()
        release.date = nil
        #expect(try rule.marked(release) == ["Council of the Lakes"])
    }

    @Test func `a date printed or stated in front matter is enough`() throws {
        #expect(try rule.marked(Release()) == [])
        var release = Release()
        release.date = nil
        #expect(try rule.marked("---\ndate: 2030-05-10\n---\n" + release.text) == [])
    }

    @Test func `a month is no date`() throws {
        var release = Release()
        release.date = nil
        let found = try rule.found("---\ndate: 2030-05\n---\n" + release.text)
        #expect(found.map(\.message) == ["the text does not say on what day the meeting was: only 2030-05 is known"])
    }
}
