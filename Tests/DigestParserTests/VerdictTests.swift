import Meetings
import Testing

@testable import DigestParser

/// What became of a text, where no figures tell it.
struct VerdictTests {
    @Test func `in a release of prose the account of a turn goes on with what became of its proposal`() throws {
        let reading = try Reading(
            "Council Meets on Locks\n\nThe Security Council met today.\n\nThe representative of France proposed that the vote be "
                + "postponed.  “The proposal was rejected before,” said the representative of Chad.  Ultimately, that proposal "
                + "was rejected for want of votes.\n\nThe representative of Peru said that the text was good.")
        #expect(reading.meeting.votes.map(\.subject) == ["proposal"])
        #expect(reading.meeting.votes.map(\.outcome) == [.rejected])
        #expect(reading.meeting.votes.first?.favour == nil)
    }

    @Test func `an amendment to a paragraph is an amendment`() {
        let found = read([
            "An amendment to preambular paragraph 7 of draft A/72/L.6 was adopted by 98 in favour to 53 against."
        ])
        #expect(found.votes.map(\.subject) == ["amendment to A/72/L.6"])
    }

    @Test func `a motion is named with its mover`() {
        let found = read(["The motion by Chad to refer the text to the panel was carried by 12 votes to 5."]).votes
        #expect(found.map(\.subject) == ["motion by Chad to refer the text to the panel"])
    }

    @Test func `a headline that leaves out who abstained tells the same vote`() {
        let found = read(
            ["The text was then adopted by a recorded vote of 141 in favour to 7 against, with 32 abstentions."],
            headline: "Adopting Text by Recorded Vote of 141 in Favour, 7 against, Assembly Calls for Peace")
        #expect(found.votes.map(\.abstain) == [32])
    }

    @Test func `what a speaker says was rejected is no vote`() throws {
        let reading = try Reading(
            "Council Meets on Locks\n\nThe Security Council met today.\n\nThe representative of France said that all was lost.  "
                + "That proposal was rejected, he said.\n\nThe representative of Peru said that the text was good.")
        #expect(reading.meeting.votes.isEmpty)
    }
}
