import Testing

@testable import Proofreading

@Suite struct TimeMarkRuleTests {
    let rule = TimeMarkRule()

    private func marked(_ mark: String, _ began: String, _ ended: String) throws -> [String] {
        try rule.marked(Release(mark: mark, times: "The meeting began at \(began) and ended at \(ended)"))
    }

    @Test func `a morning meeting that lasted all day is marked`() throws {
        #expect(try marked("AM", "10:12 a.m.", "5:45 p.m.") == ["AM"])
    }

    @Test func `a morning meeting of the afternoon and the reverse are marked`() throws {
        #expect(try marked("AM", "3:04 p.m.", "5:45 p.m.") == ["AM"])
        #expect(try marked("PM", "10:03 a.m.", "12:20 p.m.") == ["PM"])
    }

    @Test func `meetings that run into lunch or begin before noon are as marked`() throws {
        #expect(try marked("AM", "10:12 a.m.", "1:25 p.m.") == [])
        #expect(try marked("PM", "11:45 a.m.", "1:25 p.m.") == [])
        #expect(try marked("AM & PM", "10:12 a.m.", "5:45 p.m.") == [])
        #expect(try marked("PM", "3:00 p.m.", "6:10 p.m.") == [])
    }

    @Test func `without times nothing can be said`() throws {
        #expect(try rule.marked(Release(times: "Briefing")) == [])
    }
}
