import Meetings
import Testing

@testable import DigestParser

struct KindTests {
    @Test(arguments: [
        (
            "The following is a near-verbatim transcript of today’s noon briefing by the Deputy Spokesman.\n\n** River\n\nIt rose.",
            "transcript"
        ),
        (
            "Following is Secretary-General Otto Krause’s message for River Day, observed on 3 May:\n\nRivers rise.",
            "message"
        ),
        ("SG/SM/21947\n\nRivers Rise, Secretary-General Says\n\nRivers rise.", "SG/SM/21947"),
        ("SG/T/3100\n\nActivities of Secretary-General in Norway, 3-5 May\n\nHe arrived on Monday.", "travel"),
        (
            "The following Security Council press statement was issued today by its President:\n\nThe members condemned it.",
            "press"
        ),
        ("A recipe for soup\n\nTake water.  Boil it.", "no meeting number"), ("", "no text"),
        ("\n \n\u{A0}\n", "no text"),
    ])
    func `what is no meeting is told with its reason`(_ text: String, _ reason: String) throws {
        let reading = try Reading(text)
        guard case .other(let told) = reading.meeting.kind else {
            Issue.record("taken for a meeting: \(text)")
            return
        }
        #expect(told.contains(reason))
        #expect(reading.statements.isEmpty)
        #expect(reading.strayLines == [])
    }

    @Test func `a meeting of two minutes without a turn is one`() throws {
        let text =
            "The Security Council decided unanimously on 30 March 2020 to extend the mandate of the Mission until June."
        #expect(try Reading(text).meeting.kind == .meeting)
    }
}
