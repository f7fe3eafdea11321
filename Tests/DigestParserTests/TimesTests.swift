import Meetings
import Testing

@testable import DigestParser

struct TimesTests {
    @Test(arguments: [
        ("The meeting began at 10:12 a.m. and ended at 5:45 p.m.", "10:12", "17:45"),
        (
            "The meeting began at 10:05 a.m., was suspended at 1:10 p.m., resumed at 3:02 p.m. and ended at 5:58 p.m.",
            "10:05", "17:58"
        ),
        ("The meeting was called to order at 10 a.m. and adjourned at noon.", "10:00", "12:00"),
        ("The meeting began at 12:03 p.m. and ended at midnight.", "12:03", "00:00"),
        ("The meeting began at 3:06 p.m.", "15:06", nil),
        ("The meeting began at 12:30 a.m. and rose at 2 a.m.", "00:30", "02:00"),
        ("The meeting began at 15:05 and ended at 16:10.", "15:05", "16:10"),
        ("The meeting began at 10:12 a.m. and ended at 5:45 p.m.", "10:12", "17:45"),
    ])
    func `the clock is read`(_ line: String, _ began: String, _ ended: String?) throws {
        let reading = try Reading(
            "The Security Council met.\n\n" + line + "\n\nStatements\n\nMIRA SOLBERG (Norway) left.")
        #expect(reading.meeting.times?.began == began)
        #expect(reading.meeting.times?.ended == ended)
        #expect(reading.kinds == ["summary", "times", "heading", "statement"])
    }

    @Test func `a suspension alone is narration`() throws {
        let reading = try Reading(
            "MIRA SOLBERG (Norway) left.\n\nThe meeting was suspended at 1:10 p.m.\n\nBO LIND (Malta) came.")
        #expect(reading.kinds == ["statement", "narration", "statement"])
        #expect(reading.meeting.times == nil)
    }
}
