import Diagnostics
import Meetings
import Testing

@testable import DigestParser

/// The decisions of a release of narration, one line each: `3 resolution S/RES/2900 (2027) unanimously`.
func decisions(
    _ paragraphs: String..., summary: String? = nil, headline: String? = nil, body: String = "Security Council"
) -> [String] {
    read(paragraphs, summary: summary, headline: headline, body: body).decisions.map(described)
}

private func described(_ decision: Decision) -> String {
    [
        String(decision.lines.lowerBound), decision.kind.rawValue, decision.symbol ?? "-",
        decision.adopted?.rawValue ?? "-",
    ].joined(separator: " ")
}

@Suite struct Adoptions {
    @Test func `a draft told by its subject is the one that an annex gives with the same figures`() {
        let found = decisions(
            "The draft on nets was approved by a recorded vote of 121 in favour to 1 against, with 47 abstentions.",
            "The draft resolution on nets (document A/C.2/60/L.27) was approved by a recorded vote of 121 in favour to 1 "
                + "against, with 47 abstentions, as follows:", body: "Second Committee")
        #expect(found == ["3 resolution A/C.2/60/L.27 vote"])
    }

    @Test func `a draft adopted as a resolution is that one, wherever the number stands`() {
        let found = decisions(
            "The draft, contained in document S/2027/480, was adopted unanimously as resolution 2900 (2027).")
        #expect(found == ["3 resolution S/RES/2900 (2027) unanimously"])
    }

    @Test func `the account of a turn may go on with what the body did`() throws {
        let reading = try Reading(
            "Committee Meets\n\nThe Sixth Committee met today.\n\nDrafts\n\nThe representative of Peru introduced a draft titled "
                + "“Lakes” (document A/C.6/76/L.9), which the Committee then approved without a vote.")
        #expect(reading.meeting.decisions.map(\.symbol) == ["A/C.6/76/L.9"])
        #expect(reading.meeting.decisions.map(\.adopted) == [.withoutVote])
    }

    @Test(arguments: [
        ("The Council then unanimously adopted resolution 2900 (2027).", "S/RES/2900 (2027) unanimously"),
        ("The Council then adopted, unanimously, resolution 2900 (2027).", "S/RES/2900 (2027) unanimously"),
        (
            "Unanimously adopting resolution 2900 (2027), the Council renewed the mandate.",
            "S/RES/2900 (2027) unanimously"
        ),
        ("Resolution 2900 (2027) was adopted unanimously.", "S/RES/2900 (2027) unanimously"),
        (
            "By unanimously adopting resolution 2900 (2027) (to be issued as document S/RES/2900(2027)), it did so.",
            "S/RES/2900 (2027) unanimously"
        ),
        (
            "Through the unanimous adoption of resolution 2900 (2027), the Council did so.",
            "S/RES/2900 (2027) unanimously"
        ),
        (
            "The Council adopted resolution 2900 (2027) by a vote of 13 in favour, with 2 abstentions.",
            "S/RES/2900 (2027) vote"
        ),
        ("The Council adopted the draft (document S/2027/1) as resolution 2900 (2027).", "S/RES/2900 (2027) -"),
        (
            "The Council adopted resolution 2900 (2027), recalling resolutions 1373 (2001) and 1540 (2004).",
            "S/RES/2900 (2027) -"
        ),
    ])
    func `a resolution of the Council is decided where the release says so`(text: String, expected: String) {
        #expect(decisions(text) == ["3 resolution \(expected)"])
    }

    @Test func `each of several drafts in one sentence is decided`() {
        let text = "Also approved were drafts on masts (document A/72/L.4) and on oars (document A/72/L.5)."
        #expect(decisions(text, body: "Third Committee") == ["3 resolution A/72/L.4 -", "3 resolution A/72/L.5 -"])
    }

    @Test func `a text adopted without a vote is not the one adopted by a vote`() {
        let found = decisions(
            "It had before it a draft on fish (document A/72/L.10).",
            "The Assembly adopted draft A/72/L.9 by 99 in favour to 3 against.",
            "Acting without a vote, it adopted the draft.",
            body: "General Assembly")
        #expect(found == ["4 resolution A/72/L.9 vote", "5 resolution - without-vote"])
    }

    @Test(arguments: [
        "In a presidential statement, the Council called for calm.",
        "In a statement read out by its President, the Council called for calm.",
    ])
    func `a presidential statement may be told without its symbol`(text: String) {
        #expect(decisions("The Council met.", summary: text) == ["2 presidential-statement - -"])
        #expect(decisions("The Council met.", summary: "In a presidential statement of 5 May, it had called.").isEmpty)
    }

    @Test func `a draft in a summary is not a second text beside the numbered one it became`() {
        let found = decisions(
            "The representative of Peru brought in the draft (document S/L.31).",
            "It then adopted resolution 2900 (2027).",
            summary: "The Council acted today, adopting a text on rivers.")
        #expect(found == ["4 resolution S/RES/2900 (2027) -"])
    }

    @Test(arguments: [
        ("The Assembly adopted, without a vote, draft resolution A/72/L.9.", "A/72/L.9 without-vote"),
        ("The Committee approved the text (document A/C.3/72/L.4) by consensus.", "A/C.3/72/L.4 without-vote"),
        (
            "The Assembly then adopted the draft (document A/72/L.9) by a recorded vote of 99 in favour to 3 against.",
            "A/72/L.9 vote"
        ),
        ("Acting without a vote, the Assembly adopted resolution A/RES/72/1.", "A/RES/72/1 without-vote"),
        ("The Assembly adopted the resolution titled “Rivers of the south” by consensus.", "- without-vote"),
    ])
    func `an Assembly text keeps the symbol that is printed`(text: String, expected: String) {
        #expect(decisions(text, body: "General Assembly") == ["3 resolution \(expected)"])
    }

    @Test(arguments: [
        ("Issuing presidential statement S/PRST/2027/4, the Council called for calm.", "S/PRST/2027/4"),
        (
            "In a statement read out by its President (to be issued as document S/PRST/2027/4), the Council did so.",
            "S/PRST/2027/4"
        ),
        ("In presidential statement S/PRST/2027/4, the Council reaffirmed its commitment.", "S/PRST/2027/4"),
        ("The Council adopted presidential statement 2027/4.", "S/PRST/2027/4"),
    ])
    func `a presidential statement is a decision where it is issued`(text: String, symbol: String) {
        #expect(decisions(text) == ["3 presidential-statement \(symbol) -"])
    }

    @Test(arguments: [
        "The Council rejected the draft by 8 in favour to 7 against.",
        "The Council failed to adopt resolution 2900 (2027).",
        "The Council had adopted resolution 2800 (2020).", "It recalled resolution 2178 (2014), adopted in 2014.",
        "The measures remain, unless approved by the Committee established pursuant to resolution 1718 (2006).",
        "The Council adopted its agenda.", "It adopted an amendment (document A/72/L.5) by 90 in favour to 2 against.",
        "A two-thirds majority is required for the adoption of draft resolution A/72/L.5.",
        "The Council recalled presidential statement S/PRST/2015/25.",
        "The Assembly adopted 25 resolutions and 3 decisions.",
        "Operative paragraph 5 was retained by 120 in favour to 3 against.", "The draft was vetoed by Chad.",
    ])
    func `what was rejected, recalled or is no text is no decision`(text: String) {
        #expect(decisions(text).isEmpty)
    }

    @Test func `each decision stands once, at the lines of the action`() {
        let found = decisions(
            "The Council then adopted the text.",
            summary: "Unanimously adopting resolution 2900 (2027), the Council renewed the mandate.",
            headline: "Council Renews Mandate, Unanimously Adopting Resolution 2900 (2027)")
        #expect(found == ["3 resolution S/RES/2900 (2027) unanimously"])
    }

    @Test func `several decisions keep their order`() {
        let found = decisions(
            "The Assembly adopted, without a vote, draft resolution A/72/L.1.",
            "It then adopted draft resolution A/72/L.2 by 90 in favour to 2 against.",
            body: "General Assembly")
        #expect(found == ["3 resolution A/72/L.1 without-vote", "4 resolution A/72/L.2 vote"])
    }

    @Test func `a written procedure is told by terms and by the word "unanimously"`() {
        let found = decisions(
            summary:
                "The Security Council decided unanimously on 30 March to extend the mandate. By the terms of resolution 2900 (2027), it also asked for a report."
        )
        #expect(found == ["2 resolution S/RES/2900 (2027) unanimously"])
    }

    @Test func `the full text and its adoption are one decision`() {
        var meeting = meeting(body: "Security Council", statements: [])
        let text = FullText(lines: 6...9, preamble: [], operative: [])
        meeting.decisions = [
            Decision(kind: .resolution, symbol: "S/RES/2900 (2027)", adopted: nil, lines: 5...5, fullText: text)
        ]
        let paragraph = Paragraph(lines: 2...2, text: "The Council unanimously adopted resolution 2900 (2027).")
        meeting.blocks = [
            Block(lines: 2...2, content: .narration([paragraph])), Block(lines: 6...9, content: .fullText(decision: 0)),
        ]
        InlineReading.read(&meeting, in: .empty, passages: [], states: .shipped)
        #expect(
            meeting.decisions == [
                Decision(
                    kind: .resolution, symbol: "S/RES/2900 (2027)", adopted: .unanimously, lines: 2...2, fullText: text)
            ])
    }
}

@Suite struct FullTextsInARelease {
    private func parsed(_ text: String) throws -> Meeting {
        DigestParser().parse(try SourceText(file: "digest.txt", bytes: Array(text.utf8)), sha256: "")
    }

    @Test func `a text under a heading needs no announcement`() throws {
        let meeting = try parsed(
            """
            Security Council
            9000th Meeting (AM)

            Security Council Extends Mandate

            Unanimously adopting resolution 2900 (2027), the Council today extended the mandate.

            The meeting began at 10:02 a.m. and ended at 10:05 a.m.

            Resolution

            “The Security Council,

            “Recalling its resolution 2800 (2024),

            “1.   Decides to extend the mandate;

            “2.   Decides to remain seized of the matter.”

            For information media. Not an official record.
            """)
        #expect(meeting.decisions.count == 1)
        #expect(meeting.decisions.first?.symbol == "S/RES/2900 (2027)")
        #expect(meeting.decisions.first?.lines == 6...6)
        #expect(meeting.decisions.first?.fullText?.operative.count == 2)
        #expect(meeting.blocks.contains { $0.content == .fullText(decision: 0) && $0.lines == 12...18 })
    }

    @Test func `the text of a draft that failed is no decision`() throws {
        let meeting = try parsed(
            """
            Security Council
            9000th Meeting (AM)

            Security Council Fails to Adopt Text

            The Security Council today failed to adopt a draft resolution.

            The meeting began at 10:02 a.m. and ended at 10:05 a.m.

            Action

            The Council rejected draft resolution S/2027/612 by a vote of 9 in favour to 2 against (Chad, Peru), with 4 abstentions.

            The full text of draft resolution S/2027/612 reads as follows:

            “The Security Council,

            “1.   Decides to extend the mandate;

            “2.   Decides to remain seized of the matter.”

            For information media. Not an official record.
            """)
        #expect(meeting.decisions.isEmpty)
        #expect(meeting.votes.map { $0.subject } == ["S/2027/612"])
        #expect(
            meeting.blocks.contains { block in
                if case .other(let paragraphs) = block.content {
                    block.lines == 16...20 && paragraphs.count == 3
                } else {
                    false
                }
            })
    }
}

@Test(arguments: [
    ("The full text of resolution 2900 (2027) reads as follows:", "S/RES/2900 (2027)"),
    ("Resolution 2900 (2027)", "S/RES/2900 (2027)"),
    ("The full text of presidential statement S/PRST/2027/4 reads as follows:", "S/PRST/2027/4"),
    ("The complete text of draft resolution S/2027/12 reads:", "S/2027/12"),
    ("Presidential Statement 2027/4", "S/PRST/2027/4"),
    ("The full text of resolution A/RES/72/1 reads as follows:", "A/RES/72/1"), ("Resolution", nil),
])
func `an announcement names the decision`(words: String, symbol: String?) {
    #expect(AnnouncedText.read(words, meeting: .securityCouncil).symbol == symbol)
    #expect(
        (AnnouncedText.read(words, meeting: .securityCouncil).kind == .presidentialStatement)
            == words.lowercased().contains("statement"))
}
