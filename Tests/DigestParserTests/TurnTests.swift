import Meetings
import Testing

@testable import DigestParser

/// Where turns end, and what belongs to nobody.
struct TurnTests {
    @Test func `a turn runs over the paragraphs that follow`() throws {
        let reading = try Reading(
            "Statements\n\nMIRA SOLBERG (Norway) said so.\n\nShe went on.\n\n The text should help, she said.\n\nBO LIND (Malta) agreed."
        )
        #expect(reading.statements.map(\.paragraphs.count) == [3, 1])
        #expect(reading.meeting.blocks[1].lines == 3...7)
    }

    @Test(arguments: [
        "The Council then unanimously adopted resolution 2331 (2016).",
        "The Assembly then adopted the draft by a recorded vote of 141 in favour to 5 against.",
        "It then rejected the amendment.", "Turning to draft resolution “L.25”, the Assembly adopted that text.",
        "None of the five proposed amendments were adopted.", "The meeting was suspended at 1:10 p.m.",
        "The PRESIDENT then read out the statement.", "The PRESIDENT, Mr. FALLA, suspended the meeting.",
        "The draft resolution was adopted without a vote.", "Acting without a vote, the Committee approved the text.",
        "Also making statements were the representatives of Japan and Ireland.",
        "Representatives of several countries, among them Egypt and Nepal, expressed solidarity.",
        "Prior to the vote, several delegates expressed frustration.",
        "The panellists then answered questions.", "Joon Bo (Malta) and Tofig Ali (Chad) also took the floor.",
        "Ms. ROTH (Switzerland), Mr. NOVAK (Slovenia) and Ms. GATT (Malta) made brief closing remarks.",
        "A second statement was made by both delegations.", "The floor was then opened for discussion.",
        "The Assembly also heard explanations of vote from delegates that abstained.",
    ])
    func `procedure belongs to nobody`(_ narration: String) throws {
        let reading = try Reading("Action\n\nMIRA SOLBERG (Norway) said so.\n\n\(narration)\n\nBO LIND (Malta) agreed.")
        #expect(reading.kinds == ["heading", "statement", "narration", "statement"])
    }

    @Test(arguments: [
        "The Council must act, he said.", "The Assembly is meeting after a veto was cast.",
        "The Council has held forty debates on it.",
        "The Security Council’s silence adopted by some was wrong, she said.",
        "Many Member States have raised the matter.",
        "The Council adopted resolution 1325 (2000) long ago, she recalled, adding that she had been there.",
    ])
    func `words about a body inside a turn are the speaker's`(_ text: String) throws {
        let reading = try Reading("MIRA SOLBERG (Norway) said so.\n\n\(text)\n\nBO LIND (Malta) agreed.")
        #expect(reading.kinds == ["statement", "statement"])
    }

    @Test func `after a note in brackets the turn goes on only where it clearly does`() throws {
        let note = "[The delegate spoke in French; a text was handed out.]"
        let goesOn = try Reading("MIRA SOLBERG (Norway) said so.\n\n\(note)\n\nShe added that it rained.")
        #expect(goesOn.kinds == ["statement", "narration", "statement"])
        #expect(goesOn.statements.map(\.id) == ["norway", "norway-2"])
        let doesNot = try Reading("MIRA SOLBERG (Norway) said so.\n\n\(note)\n\nThe hall fell silent.")
        #expect(doesNot.kinds == ["statement", "narration"])
    }

    @Test func `the entries of a list are no headings`() throws {
        let reading = try Reading(
            "MIRA SOLBERG (Norway) left.\n\nAction\n\nThe Committee granted status to:\n\nWell Water Trust (India); and\n\nIt postponed the following:\n\n"
                + "Boats (Chad).")
        #expect(reading.kinds == ["statement", "heading", "narration"])
    }

    @Test(arguments: [
        "Produced by the Information Service for use of the information media; not an official record.",
        "Link: https://example.org/meetings/1", "https://example.org/meetings/1",
    ])
    func `an imprint ends the release`(_ text: String) throws {
        #expect(try Reading("MIRA SOLBERG (Norway) said so.\n\n" + text).kinds == ["statement", "footer"])
    }

    @Test func `a minister of a State opens a turn in any release`() throws {
        let reading = try Reading(
            "MIRA SOLBERG (Norway) said so.\n\nThe Minister for Social Affairs of Tunisia said that pensions had been raised."
        )
        #expect(reading.statements.map(\.speaker.delegation) == ["Norway", "Tunisia"])
        #expect(reading.statements[1].speaker.role == "Minister for Social Affairs")
    }

    @Test func `somebody with a State of their own is no group that another speaks for`() throws {
        let reading = try Reading(
            "Assembly Meets\n\nThe General Assembly met today.\n\nIdris Hassan (Sudan), speaking for the Arab Group, and Fu Li (China) "
                + "voiced support.\n\nThe representative of Peru agreed.")
        #expect(reading.statements.first?.onBehalfOf == ["Arab Group"])
        #expect(reading.statements.first?.others.map(\.delegation) == ["China"])
    }

    @Test func `the figures of a ballot are nobody’s words`() throws {
        let reading = try Reading(
            "Elections\n\nThe Acting President, MAHMUD NOORI (Afghanistan), announced the figures.\n\nNumber of ballot papers:\n\n"
                + "183\n\nChad: 178\n\nHaving obtained the required majority, Chad was elected.")
        #expect(reading.kinds == ["heading", "statement", "narration"])
        #expect(reading.statements[0].paragraphs.count == 1)
    }

    @Test func `a note may promise coverage`() throws {
        let reading = try Reading(
            "Council Hears of Tides\n\nNote: Full coverage of today’s meeting will be available Friday, 3 May.\n\nMIRA SOLBERG "
                + "(Norway) said so.")
        #expect(reading.kinds == ["header", "note", "statement"])
        #expect(reading.meeting.status == .provisional)
    }

    @Test func `after narration nobody goes on`() throws {
        let reading = try Reading(
            "MIRA SOLBERG (Norway) said so.\n\nThe Council then adopted the text.\n\nDelegates greeted it with applause."
        )
        #expect(reading.kinds == ["statement", "narration"])
    }

    @Test func `a statement to come has a place and an address`() throws {
        let reading = try Reading(
            "MIRA SOLBERG (Norway) said so.\n\nStatement by Libya to come.\n\nStatement by the Gambia to come.")
        #expect(reading.kinds == ["statement", "placeholder", "placeholder"])
        #expect(reading.placeholders.map(\.delegation) == ["Libya", "Gambia"])
        #expect(reading.placeholders.map(\.id) == ["libya", "gambia"])
        #expect(reading.meeting.status == .provisional)
    }

    @Test(arguments: [
        "Note:  A complete summary of today’s Security Council meeting will be made available after its conclusion.",
        "(A complete summary of today's meeting will be issued as Press Release GA/10001.)",
        "Following is a partial summary of statements made today.  A complete summary will be available after its conclusion.",
    ])
    func `a note makes the text provisional`(_ note: String) throws {
        let reading = try Reading("Council Hears of River\n\n\(note)\n\nBriefings\n\nMIRA SOLBERG (Norway) said so.")
        #expect(reading.kinds == ["header", "note", "heading", "statement"])
        #expect(reading.meeting.status == .provisional)
    }

    @Test func `a repeat takes the name of the one full-named speaker it can be`() throws {
        let reading = try Reading(
            """
            ANNA HOLM BERG, Under-Secretary-General for Rivers, said so.

            MIRA SOLBERG (Norway) agreed.

            OLE SOLBERG (Denmark) did not.

            Mr. SOLBERG (Denmark), taking the floor again, said no.

            Ms. HOLM BERG, responding, said it was late.

            Ms. SOLBERG said nothing.

            Ms. BERG (Malta) left.
            """)
        #expect(
            reading.statements.map(\.speaker.name) == [
                "Anna Holm Berg", "Mira Solberg", "Ole Solberg", "Ole Solberg", "Anna Holm Berg", "Solberg", "Berg",
            ])
        #expect(reading.statements[4].speaker.role == "Under-Secretary-General for Rivers")
        #expect(reading.statements[3].speaker.printed == "Mr. SOLBERG")
        #expect(
            reading.statements.map(\.id) == [
                "anna-holm-berg", "norway", "denmark", "denmark-2", "anna-holm-berg-2", "solberg", "malta",
            ])
    }

    @Test func `in a text all of prose, a person named again goes on`() throws {
        let reading = try Reading(
            """
            The Security Council met today.

            Martin Grey, Under-Secretary-General for Rivers, said that boats were few.

            Mr. Grey also reported on the locks.

            The representative of Chad said no.
            """)
        #expect(reading.statements.map(\.paragraphs.count) == [2, 1])
    }

    @Test func `headings are short lines that are no sentences`() throws {
        let turn = "\n\nMIRA SOLBERG (Norway) said so."
        for heading in [
            "Briefings", "Right of Reply", "THE SITUATION ON THE RIVER",
            "Letter Dated 3 April from Norway Requesting Meeting on 4 April", "Action on draft resolutions", "Annex I",
        ] {
            #expect(try Reading("BO LIND (Malta) agreed.\n\n" + heading + turn).headings == [heading])
        }
        for sentence in ["He agreed.", "“No,” he said.", "and then the river rose", "(applause)"] {
            #expect(try Reading("BO LIND (Malta) agreed.\n\n" + sentence + turn).headings == [])
        }
    }

    @Test func `page heads in the middle of a turn do not end it`() throws {
        let reading = try Reading(
            "MIRA SOLBERG (Norway) said so.\n\n(more)\n\nSecurity Council     - 3 -     Press Release SC/6570\n56th Meeting (AM)    12 November 1998\n\nShe added a word."
        )
        #expect(reading.kinds == ["statement"])
        #expect(reading.statements[0].paragraphs.count == 2)
    }

    @Test func `the footer stands alone`() throws {
        #expect(
            try Reading("MIRA SOLBERG (Norway) said so.\n\n* *** *\n\nFor information media. Not an official record.")
                .kinds
                == ["statement", "footer", "footer"])
    }
}
