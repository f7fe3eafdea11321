import Meetings
import Testing

@testable import DigestParser

struct DateTests {
    private let turn =
        "\n\nStatements\n\nMIRA SOLBERG (Norway), Council President for December, spoke in her national capacity."

    @Test func `printed in the header`() throws {
        let meeting = try Reading("10 December 2009\n\nCouncil Hears of River" + turn, file: "2010-01-01-x.txt").meeting
        #expect(meeting.date.value == "2009-12-10")
        #expect(meeting.date.certainty == .printed)
    }

    @Test(arguments: [("2016-12-20-floods.txt", "2016-12-20"), ("Meetings/2016-12 floods.txt", "2016-12")])
    func `given by the file name`(_ file: String, _ date: String) throws {
        #expect(
            try Reading("Council Hears" + turn, file: file).meeting.date
                == MeetingDate(value: date, certainty: .given, from: "the file name"))
    }

    @Test func `inferred from presidency and the year of the resolution adopted`() throws {
        let meeting = try Reading("Unanimously adopting resolution 2331 (2016), the Security Council acted." + turn)
            .meeting
        #expect(meeting.date.value == "2016-12")
        #expect(meeting.date.certainty == .inferred)
        #expect(
            meeting.date.from
                == "“Council President for December” and the adoption of resolution 2331 (2016) in this meeting")
    }

    @Test func `never guessed from a resolution that is only cited`() throws {
        #expect(try Reading("Recalling resolution 2331 (2016), speakers agreed." + turn).meeting.date == .unknown)
    }

    @Test func `two presidencies leave it open`() throws {
        let meeting = try Reading(
            "Unanimously adopting resolution 2331 (2016), the Security Council acted." + turn
                + "\n\nBO LIND (Malta), Council President for May, said so."
        ).meeting
        #expect(meeting.date.value == nil)
    }

    @Test func `inferred from presidency and the year of a draft voted down`() throws {
        let meeting = try Reading(
            "The Security Council today failed to adopt a draft resolution (document S/2031/720) by a vote of 9 in favour to "
                + "1 against (Chad), with 5 abstentions." + turn
        ).meeting
        #expect(meeting.date.value == "2031-12")
        #expect(meeting.date.from == "“Council President for December” and the vote on S/2031/720 in this meeting")
    }

    @Test(arguments: [
        "holds the presidency of the Council for the month of May, said so.",
        "whose country holds the Council presidency for May, said so.",
    ])
    func `a presidency told at length`(_ words: String) throws {
        let meeting = try Reading(
            "Unanimously adopting resolution 2331 (2016), the Security Council acted.\n\nStatements\n\n"
                + "BO LIND (Malta), who \(words)"
        ).meeting
        #expect(meeting.date.value == "2016-05")
    }

    @Test func `the day before the next meeting's`() throws {
        let meeting = try Reading(
            "The Tide Committee today heard of tides.\n\nStatements\n\nBO LIND (Malta) said so.\n\n"
                + "The Committee will meet again at 10 a.m. tomorrow, Thursday, 1 March 2031, to take action."
        ).meeting
        #expect(meeting.date.value == "2031-02-28")
        #expect(meeting.date.from == "“tomorrow, Thursday, 1 March 2031” for the next meeting")
    }

    @Test func `a day in the first sentence's act`() throws {
        let date = try Reading("The Security Council decided unanimously on 30 March 2020 to go on until 30 June 2020.")
            .meeting.date
        #expect(date.value == "2020-03-30")
        #expect(date.certainty == .inferred)
    }
}
