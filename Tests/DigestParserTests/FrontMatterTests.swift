import Meetings
import Testing

@testable import DigestParser

struct FrontMatterTests {
    @Test func `the owner's word wins over the text`() throws {
        let reading = try Reading(
            """
            ---
            date: 2016-12-20
            number: 34 & 35
            body: "River Council"
            symbol: RC/12
            url: https://example.org/rc12
            replaces: draft.txt
            ---

            7847th Meeting (AM)
            10 May 2001

            MIRA SOLBERG (Norway) welcomed it.
            """)
        let meeting = reading.meeting
        #expect(meeting.date == MeetingDate(value: "2016-12-20", certainty: .given, from: "front matter"))
        #expect(meeting.numbers == [34, 35])
        #expect(meeting.body == "River Council")
        #expect(meeting.symbol == "RC/12")
        #expect(meeting.url == "https://example.org/rc12")
        #expect(meeting.replaces == "draft.txt")
        #expect(reading.kinds == ["header", "statement"])
        #expect(reading.strayLines == [])
    }

    @Test func `an unknown key is told with the nearest one`() throws {
        let diagnostic = try #require(Reading("---\ndaet: 2016-12-20\n---\nText.").meeting.diagnostics.first)
        #expect(diagnostic.id == "unknown-front-matter-key")
        #expect(diagnostic.lines == 2...2)
        #expect(diagnostic.suggestion == "Did you mean “date”?")
    }

    @Test func `a date that is none is told and not taken`() throws {
        let meeting = try Reading("---\ndate: 2016-13-01\n---\nMIRA SOLBERG (Norway) said so.").meeting
        #expect(meeting.date.value == nil)
        #expect(meeting.diagnostics.map(\.id) == ["front-matter-date"])
    }

    @Test func `dashes without an end are text`() throws {
        let reading = try Reading("---\nMIRA SOLBERG (Norway) said so.")
        #expect(reading.statements.count == 1)
        #expect(reading.strayLines == [])
    }
}
