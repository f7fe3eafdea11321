import Meetings
import Testing

@testable import DigestParser

struct HeaderTests {
    private let text = "\n\nThe River Council adopted a text today.\n\nMIRA SOLBERG (Norway) welcomed it.\n"

    @Test(arguments: [
        "7847th Meeting (AM)\nSC/12647\n\nRiver Floods, Council Hears",
        "River Floods, Council Hears\n\nSC/12647\n\n7847TH MEETING (AM)",
        "Security CouncilSC/12647\n7847th Meeting (AM)\n\nRiver Floods, Council Hears",
        "Security Council\nPress Release SC/12647\n\nRIVER FLOODS, COUNCIL HEARS\n\n7847th Meeting (AM)\n\nRiver Floods, Council Hears",
    ])
    func `its parts stand in any order`(_ header: String) throws {
        let reading = try Reading(header + text)
        #expect(reading.meeting.numbers == [7847])
        #expect(reading.meeting.timeMark == "AM")
        #expect(reading.meeting.symbol == "SC/12647")
        #expect(reading.meeting.body == "Security Council")
        #expect(reading.meeting.headline?.lowercased() == "river floods, council hears")
        #expect(reading.meeting.subheadlines == [])
        #expect(reading.kinds == ["header", "summary", "statement"])
    }

    @Test(arguments: ["SC/12647", "LC/2030/4"])
    func `a sentence that names a document is no header`(_ symbol: String) throws {
        let reading = try Reading("MIRA SOLBERG (Norway) spoke of the report (document \(symbol)).\n")
        #expect(reading.kinds == ["statement"] && reading.meeting.symbol == nil)
    }

    @Test func `a release over several meetings has all their numbers`() throws {
        let meeting = try Reading("Seventy-second Session,\n47th & 48th Meetings (AM & PM)\nGA/SHC/4221" + text).meeting
        #expect(meeting.numbers == [47, 48])
        #expect(meeting.timeMark == "AM & PM")
        #expect(meeting.session == "Seventy-second Session")
        #expect(meeting.body == "Third Committee")
    }

    @Test func `one release in two series has both symbols`() throws {
        let meeting = try Reading("ECOSOC/6890-NGO/862\n\nCommittee on Canals\n4th Meeting (AM)" + text).meeting
        #expect(meeting.symbol == "ECOSOC/6890-NGO/862")
        #expect(meeting.body == "Committee on Canals")
    }

    @Test func `a resumption is no time of day`() throws {
        let meeting = try Reading("6216th Meeting (Resumption 1) (PM)" + text).meeting
        #expect(meeting.numbers == [6216])
        #expect(meeting.timeMark == "PM")
    }

    @Test(arguments: [
        ("SC/6570/Rev.1*", "SC/6570/Rev.1"), ("Press Release GA/AB/3572 |", "GA/AB/3572"),
        ("Security CouncilSC/8940", "SC/8940"),
        ("ECOSOC/6929", "ECOSOC/6929"), ("The ratio 24/7 of help", nil), ("and/or", nil),
    ])
    func `press symbols`(_ line: String, _ symbol: String?) {
        #expect(PressSymbol.line(line) == symbol)
    }

    @Test(arguments: [
        ("10 December 2009", "2009-12-10"), ("29 JUNE 2018", "2018-06-29"), ("December 1, 2009", "2009-12-01"),
        ("06/11/2003", "2003-11-06"), ("19980909", "1998-09-09"), ("2016-12-20", "2016-12-20"),
        ("Friday, 9 May 2014", "2014-05-09"),
        ("31 February 2014", nil), ("10 December", nil), ("20161299", nil), ("1 May 2014 to 3 May 2014", nil),
    ])
    func `dates as printed`(_ line: String, _ date: String?) {
        #expect(PrintedDate.line(line) == date)
    }

    @Test(arguments: [
        ("Security Council", "Security Council"), ("GENERAL ASSEMBLY", "General Assembly"),
        ("Third Committee", "Third Committee"),
        ("Commission on the Status of Women", "Commission on the Status of Women"),
        ("Sixty-fourth General Assembly", "General Assembly"),
        ("SECURITY COUNCIL ADOPTS REPORT TO GENERAL ASSEMBLY", nil),
        ("Security Council Extends Mandate", nil), ("the Council", nil),
    ])
    func `bodies are known by their noun`(_ line: String, _ body: String?) {
        #expect(BodyName.line(line)?.name == body)
    }

    @Test func `an Assembly counted is a session; a committee is more exact than its Assembly`() throws {
        let meeting = try Reading("Sixtieth General Assembly\nFifth Committee\n44th Meeting (AM)" + text).meeting
        #expect(meeting.body == "Fifth Committee")
        #expect(meeting.session == "Sixtieth")
    }

    @Test func `a headline behind the body and a colon`() throws {
        let meeting = try Reading("Security Council: Floods on the river in spring" + text).meeting
        #expect(meeting.body == "Security Council")
        #expect(meeting.headline == "Floods on the river in spring")
    }

    @Test func `sub-headlines follow, broken lines joined`() throws {
        let meeting = try Reading(
            "Council Adopts Text\n\nAlso Approves Other Text Aimed at Response\n\nTo Floods, Silt" + text
        ).meeting
        #expect(meeting.headline == "Council Adopts Text")
        #expect(meeting.subheadlines == ["Also Approves Other Text Aimed at Response To Floods, Silt"])
    }

    @Test func `a headline printed twice is one`() throws {
        let meeting = try Reading(
            "GA/10902\n\nCouncil Adopts Text on River\n\nCOUNCIL ADOPTS TEXT ON RIVER\n\nBoats Return, Speakers Say"
                + text
        ).meeting
        #expect(meeting.headline == "Council Adopts Text on River")
        #expect(meeting.subheadlines == ["Boats Return, Speakers Say"])
    }

    @Test func `eight digits glued to the first words are the date`() throws {
        let meeting = try Reading(
            "RIVER COUNCIL ELECTS\nPress Release\nECOSOC/5743\n19971216At its resumed session the Economic and Social Council elected members."
        ).meeting
        #expect(meeting.date == MeetingDate(value: "1997-12-16", certainty: .printed, from: "the header"))
    }

    @Test func `no header at all`() throws {
        let reading = try Reading(
            "The Security Council heard today that boats were few.\n\nMIRA SOLBERG (Norway) welcomed it.")
        #expect(reading.kinds == ["summary", "statement"])
        #expect(reading.meeting.body == "Security Council")
        #expect(reading.meeting.headline == nil)
    }

    @Test func `two bodies in the lede leave the body open`() throws {
        let meeting = try Reading(
            "Members of the Security Council and the General Assembly differed.\n\nMIRA SOLBERG (Norway) left."
        ).meeting
        #expect(meeting.body == nil)
    }

    @Test func `a title directly above a turn heads its section`() throws {
        let reading = try Reading("Council Hears of River\n\nBriefings\n\nMIRA SOLBERG (Norway) welcomed it.")
        #expect(reading.kinds == ["header", "heading", "statement"])
    }
}
