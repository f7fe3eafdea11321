import Meetings
import Testing

@testable import SiteGenerator

@Suite struct MeetingsPageTests {
    /// So many meetings in each of some years.
    private static func meetings(_ counts: [Int: Int]) -> [Meeting] {
        counts.flatMap { year, count in
            (0..<count).map { LakeCouncil.meeting(number: year * 1000 + $0, date: "\(year)-03-01", blocks: []) }
        }
    }

    private func page(_ meetings: [Int: Int]) -> MeetingsPage {
        MeetingsPage(in: LakeCouncil.site(Self.meetings(meetings)))
    }

    @Test func `a list that can be read is shown whole`() {
        let page = page([2031: 300, 2030: 150, 2029: 50])
        #expect(page.years.map(\.name) == ["2031", "2030", "2029"])
        #expect(page.earlier.isEmpty)
    }

    @Test func `of a longer one the last years are shown, whole, and links to those before`() {
        let page = page([2031: 150, 2030: 150, 2029: 150, 2028: 51])
        #expect(page.years.map { "\($0.name) \($0.meetings.count)" } == ["2031 150", "2030 150"])
        #expect(page.earlier.map { "\($0.name) \($0.count ?? "")" } == ["2029 150 meetings", "2028 51 meetings"])
    }

    @Test func `at least one year is shown, however long`() {
        let page = page([2031: 800, 2030: 1])
        #expect(page.years.map(\.meetings.count) == [800])
        #expect(page.earlier.map(\.count) == ["1 meeting"])
    }

    @Test func `each year has a page, which leads to the years beside it`() throws {
        let first = BuiltSite.digest(number: 1, year: 2030)
        let site = try BuiltSite(["a.txt": first, "b.txt": BuiltSite.digest(number: 2, year: 2032)])
        #expect(site.page("years/2030/index.html").contains(#"href="../../meetings/lake-council-1/""#))
        #expect(site.page("years/2030/index.html").contains(#"href="../2032/""#))
        #expect(!site.page("years/2032/index.html").contains("lake-council-1"))
        #expect(site.page("meetings/index.html").contains(#"href="../years/2030/""#))
        #expect(site.deadLinks() == [])
    }
}

extension BuiltSite {
    fileprivate static func digest(number: Int, year: Int) -> String {
        """
        ---
        body: Lake Council
        number: \(number)
        date: \(year)-03-01
        ---
        ANA BERG (Malta) said the ice was thin.
        """
    }
}
