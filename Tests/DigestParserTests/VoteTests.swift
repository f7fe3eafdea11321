import Meetings
import Testing

@testable import DigestParser

/// The votes a release tells in narration, one line each.
func votes(_ paragraphs: String..., summary: String? = nil, headline: String? = nil, body: String = "Security Council")
    -> [String]
{
    read(paragraphs, summary: summary, headline: headline, body: body).votes.map(described)
}

/// A meeting of narration alone, its decisions and votes read.
func read(_ narration: [String], summary: String? = nil, headline: String? = nil, body: String = "Security Council")
    -> Meeting
{
    var meeting = meeting(body: body, statements: [])
    meeting.headline = headline
    meeting.blocks = [Block(lines: 1...1, content: .header)]
    if let summary {
        let paragraph = Paragraph(lines: 2...2, text: summary)
        meeting.blocks.append(
            Block(lines: 2...2, content: .summary(Summary(paragraphs: [paragraph], attributions: []))))
    }
    for (index, text) in narration.enumerated() {
        let lines = index + 3...index + 3
        meeting.blocks.append(Block(lines: lines, content: .narration([Paragraph(lines: lines, text: text)])))
    }
    InlineReading.read(&meeting, in: .empty, passages: [], states: .shipped)
    return meeting
}

/// `3 adopted 11-1-3 S/RES/2900 (2027); against: Chad; abstain: Peru, Togo`
func described(_ vote: Vote) -> String {
    let counts = [vote.favour, vote.against, vote.abstain].map { $0.map(String.init) ?? "?" }.joined(separator: "-")
    var parts = ["\(vote.lines.lowerBound) \(vote.outcome) \(counts)" + (vote.subject.map { " " + $0 } ?? "")]
    for (side, names) in [
        ("favour", vote.names.favour), ("against", vote.names.against), ("abstain", vote.names.abstain),
    ]
    where !names.isEmpty {
        parts.append(side + ": " + names.joined(separator: ", "))
    }
    return parts.joined(separator: "; ")
}

@Suite struct TallyForms {
    @Test(arguments: [
        (
            "by a vote of 11 in favour to 1 against (Chad), with 3 abstentions (Peru, Togo, Fiji)",
            "11-1-3; against: Chad; abstain: Peru, Togo, Fiji"
        ),
        (
            "by a recorded vote of 141 in favor to 5 against (Chad, Peru, and Togo) with 35 abstentions",
            "141-5-35; against: Chad, Peru, Togo"
        ),
        ("by 1 against (Chad) to 11 in favour, with 3 abstentions", "11-1-3; against: Chad"),
        ("by 100 against to 14 in favour with 38 in abstention", "14-100-38"),
        ("by 11 votes to 1, with 3 abstentions", "11-1-3"),
        ("by 158 in favour 7 against, with no abstentions", "158-7-0"), ("by a vote of 13-0-2", "13-0-2"),
        ("by a vote of 10 in favour to none against, with 5 abstentions", "10-0-5"),
        ("by fourteen votes in favour to none against with one abstention (Togo)", "14-0-1; abstain: Togo"),
        (
            "by 12 votes in favour, 2 against (Chad and Peru) and 1 abstention(Togo)",
            "12-2-1; against: Chad, Peru; abstain: Togo"
        ),
        ("with 14 members voting in favour, with Togo abstaining", "14-?-?; abstain: Togo"),
        (
            "by a vote of 14 in favour, with Chad and the Russian Federation abstaining",
            "14-?-?; abstain: Chad, Russian Federation"
        ),
        ("by 14 in favour to none against and Peru abstaining", "14-0-?; abstain: Peru"),
        ("with 13 votes in favour, none against and 2 members abstaining (Peru, Togo)", "13-0-2; abstain: Peru, Togo"),
        ("by a vote of 150 in favour to 2 against (see annex), with 3 abstentions (Annex II)", "150-2-3"),
        (
            "by the following vote: in favour: 12; against: 1 (Chad); abstaining: 2 (Peru, Togo)",
            "12-1-2; against: Chad; abstain: Peru, Togo"
        ),
    ])
    func `a tally is read in any order and in figures or words`(tally: String, expected: String) {
        #expect(votes("The Council adopted the draft resolution \(tally).") == ["3 adopted \(expected)"])
    }

    @Test(arguments: [
        ("Chad, Bosnia and Herzegovina and Peru", ["Chad", "Bosnia and Herzegovina", "Peru"]),
        (
            "Antigua and Barbuda, Saint Vincent and the Grenadines",
            ["Antigua and Barbuda", "Saint Vincent and the Grenadines"]
        ),
        ("Trinidad and Tobago and Saint Kitts and Nevis", ["Trinidad and Tobago", "Saint Kitts and Nevis"]),
        ("Chad and Sao Tome and Principe", ["Chad", "Sao Tome and Principe"]),
        (
            "Bolivia (Plurinational State of), Iran (Islamic Republic of) and Peru",
            ["Bolivia (Plurinational State of)", "Iran (Islamic Republic of)", "Peru"]
        ),
        (
            "the United States and the Democratic People’s Republic of Korea",
            ["United States", "Democratic People’s Republic of Korea"]
        ),
        ("Chad, Upper Sarn and Vellamo", ["Chad", "Upper Sarn", "Vellamo"]),
        ("see annex for details", []), ("none", []),
    ])
    func `names with "and" and brackets of their own stay whole`(text: String, names: [String]) {
        #expect(DelegationList(states: .shipped).names(in: text) == names)
    }

    @Test(arguments: [
        "The war against 10 neighbours was told in favour of peace.", "Of 15 members, 3 spoke against hatred.",
        "The Committee held 95 recorded votes.", "The Council adopted its agenda without a vote.",
    ])
    func `numbers that are no tally make no vote`(text: String) {
        #expect(votes(text).isEmpty)
    }
}

@Suite struct VoteOutcomes {
    @Test(arguments: [
        (
            "The Council then rejected the text by a vote of 10 in favour to 1 against (Chad), owing to the negative vote of a permanent member.",
            "rejected"
        ),
        (
            "By a vote of 8 in favour to 2 against, with 5 abstentions, the Council failed to adopt the draft resolution.",
            "rejected"
        ),
        (
            "The Council failed, by 8 votes in favour to none against, with 7 abstentions, to adopt the draft.",
            "rejected"
        ),
        ("The draft resolution was not adopted, receiving 8 votes in favour, 2 against and 5 abstentions.", "rejected"),
        (
            "With 88 votes in favour to 55 against, with 23 abstentions, the body failed to obtain a two-thirds majority.",
            "rejected"
        ),
        ("The draft, with 9 votes in favour to 4 against, was vetoed by Chad.", "rejected"),
        ("The motion was defeated by 60 against to 50 in favour, with 10 abstentions.", "rejected"),
        (
            "Operative paragraph 5 was retained by a recorded vote of 120 in favour to 3 against, with 40 abstentions.",
            "adopted"
        ),
        (
            "Approved by a vote of 132 in favour to 3 against (Chad) with 5 abstentions, the text would ask for a report.",
            "adopted"
        ),
        ("The provisional agenda was adopted by 9 votes in favour to 4 against with 2 abstentions.", "adopted"),
    ])
    func `the verb tells the outcome, wherever it stands`(text: String, outcome: String) {
        let found = votes(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("3 " + outcome) == true)
    }
}

@Suite struct VoteSubjects {
    @Test(arguments: [
        ("The Council adopted resolution 2900 (2027) by 14 votes to none, with 1 abstention.", "S/RES/2900 (2027)"),
        (
            "By 14 in favour to 1 against, the Council adopted resolution 2900 (2027) (to be issued as document S/RES/2900(2027)).",
            "S/RES/2900 (2027)"
        ),
        ("The draft resolution (document S/2027/120) was rejected by 8 in favour to 7 against.", "S/2027/120"),
        (
            "The Assembly adopted the resolution titled “Rivers of the south” by 90 in favour to 3 against.",
            "Rivers of the south"
        ),
        (
            "The Assembly failed, by 88 in favour to 55 against, to adopt the amendment (document A/ES-10/L.26).",
            "amendment A/ES-10/L.26"
        ),
        (
            "It retained operative paragraph 5 of draft resolution A/C.3/72/L.1 by 120 in favour to 3 against.",
            "operative paragraph 5 of A/C.3/72/L.1"
        ),
        (
            "The Assembly rejected the motion to adjourn the debate by 60 against to 50 in favour.",
            "motion to adjourn the debate"
        ),
        ("It adopted draft resolution II by 166 in favour to 6 against.", "draft resolution II"),
        (
            "The Committee then took up draft “A/C.3/72/L.4”. It approved the draft by 99 in favour to 3 against.",
            "A/C.3/72/L.4"
        ),
        ("It adopted the text by 99 in favour to 3 against, recalling resolution 1373 (2001).", ""),
    ])
    func `a vote is on what its sentence names`(text: String, subject: String) {
        let meeting = read([text], body: text.contains("Council") ? "Security Council" : "General Assembly")
        #expect(meeting.votes.map { $0.subject ?? "" } == [subject])
    }

    @Test func `"the draft" is the one whose symbol the release prints`() {
        let found = votes(
            "The representative of Peru introduced the draft resolution (document A/72/L.9).",
            "The Assembly then adopted the draft by 99 in favour to 3 against.", body: "General Assembly")
        #expect(found == ["4 adopted 99-3-? A/72/L.9"])
    }

    @Test func `a vote is on the draft that the body took up, whoever spoke between`() {
        var meeting = meeting(
            body: "Third Committee", statements: [turn("peru", delegation: "Peru", "Rain, she said.")])
        let told = [
            "The Committee then took up a draft on masts (document A/C.3/72/L.4).",
            "By 80 in favour to 30 against, it retained operative paragraph 9.",
            "The draft was approved as a whole by 90 in favour to 3 against.",
        ].map { Block(lines: 1...1, content: .narration([Paragraph(lines: 1...1, text: $0)])) }
        meeting.blocks = [told[0]] + meeting.blocks + told[1...]
        InlineReading.read(&meeting, in: .empty, passages: [], states: .shipped)
        #expect(meeting.votes.compactMap(\.subject) == ["operative paragraph 9 of A/C.3/72/L.4", "A/C.3/72/L.4"])
        #expect(meeting.decisions.map(\.symbol) == ["A/C.3/72/L.4"])
    }

    @Test func `a short form stands for the symbol that ends in it`() {
        let found = votes(
            "The Assembly had before it a draft (document A/72/L.9) and an amendment (document A/72/L.10).",
            "It rejected amendment “L.10” by 70 against to 40 in favour and adopted draft “L.9” by 80 in favour to 30 against.",
            body: "General Assembly")
        #expect(found == ["4 rejected 40-70-? amendment A/72/L.10", "4 adopted 80-30-? A/72/L.9"])
    }

    @Test func `"respectively" hands out several tallies in order`() {
        let found = votes(
            "The Committee approved drafts “A/C.1/72/L.4” and “A/C.1/72/L.5” by votes of 120 in favour to 1 against, "
                + "with 2 abstentions, and of 118 in favour to 3 against, with 4 abstentions, respectively.",
            body: "First Committee")
        #expect(found == ["3 adopted 120-1-2 A/C.1/72/L.4", "3 adopted 118-3-4 A/C.1/72/L.5"])
    }
}

@Suite struct VotesToldTwice {
    @Test func `headline, summary and action tell one vote`() {
        let found = votes(
            "The Council then adopted the text by a vote of 11 in favour to 1 against (Chad), with 3 abstentions.",
            summary:
                "By 11 in favour to 1 against, with 3 abstentions (Peru, Togo, Fiji), the Council adopted resolution 2900 (2027).",
            headline: "Council Adopts Resolution 2900 (2027) by 11 Votes in Favour, 1 Against, 3 Abstentions")
        #expect(found == ["3 adopted 11-1-3 S/RES/2900 (2027); against: Chad; abstain: Peru, Togo, Fiji"])
    }

    @Test func `the action's figures stand where the summary has others`() {
        let found = votes(
            "The Assembly adopted draft A/72/L.9 by 121 in favour to 14 against.",
            summary: "By 120 in favour to 14 against, the Assembly adopted the draft (document A/72/L.9).",
            body: "General Assembly")
        #expect(found == ["3 adopted 121-14-? A/72/L.9"])
    }

    @Test func `two amendments with figures far apart are two votes`() {
        let found = votes(
            "The Committee then rejected the oral amendment by 18 in favour to 82 against, with 54 abstentions.",
            summary: "By 5 in favour (Chad) to 79 against, with 61 abstentions, it first rejected an oral amendment.",
            body: "Fifth Committee")
        #expect(found.count == 2)
    }

    @Test func `the sentence behind the figures tells what became of the text`() {
        let found = votes(
            "The Council then voted on draft resolution S/2024/717. It received 13 votes in favour, 1 against (Chad) and "
                + "1 abstention (Peru). The draft resolution was not adopted owing to the negative vote of a permanent member.",
            summary: "The first text received 13 votes in favour to 1 against (Chad), with 1 abstention (Peru).")
        #expect(found == ["3 rejected 13-1-1 S/2024/717; against: Chad; abstain: Peru"])
    }

    @Test func `a rejection without figures is a vote where nothing else tells it`() {
        #expect(
            votes("None of the five proposed amendments was adopted, owing to a veto.") == [
                "3 rejected ?-?-? five amendments"
            ])
        #expect(
            votes(
                "The amendment was rejected.",
                summary: "The Council rejected the amendment by 3 in favour to 8 against.")
                == ["2 rejected 3-8-? amendment"])
        #expect(
            votes("The Council met again.", summary: "Several members said that the amendment was rejected.").isEmpty)
    }

    @Test func `two texts with the same tally are two votes`() {
        let found = votes(
            "It adopted draft A/72/L.1 by 100 in favour to 2 against.",
            "It adopted draft A/72/L.2 by 100 in favour to 2 against.",
            body: "General Assembly")
        #expect(found.count == 2)
    }
}

@Suite struct HostileVotes {
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "1 in favour ", "adopted ", "by 1 in favour to 2 against (", "(", "failed to adopt ",
            "resolution 1 (2000) adopted. A", "and ", "adopted draft resolution I. ",
            "paragraph 5 was retained by 1 in favour, ", "The motion for a was rejected. ",
        ])
    func `any narration is read in linear time`(unit: String) {
        _ = read([String(repeating: unit, count: 100_000 / unit.utf8.count)])
    }
}

@Suite struct DraftsByShortForm {
    private let drafts = [
        "The Committee took up draft “Prevention of leaks” (document A/C.1/77/L.3).",
        "Next, it took up the draft, “No first leak” (document A/C.1/77/L.67), approving it by 123 in favour to 50 against.",
    ]

    private func told(_ text: String) -> [String] {
        read(drafts + [text], body: "First Committee").votes.dropFirst().map(described)
    }

    @Test func `without a full symbol it is one of the series that all the others are of`() {
        #expect(
            told("It then approved draft “L.5” by 175 in favour to 3 against.") == ["5 adopted 175-3-? A/C.1/77/L.5"])
    }

    @Test func `several figures of one verb are on the same paragraphs, of the draft that the sentence names`() {
        let found = told(
            "Prior to approving “L.67” as a whole, the Committee retained preambular paragraphs 5 and 9 by votes of 117 in "
                + "favour to 47 against, with 7 abstentions, and 115 in favour to 46 against, with 8 abstentions.")
        #expect(
            found == [
                "5 adopted 117-47-7 preambular paragraphs 5 and 9 of A/C.1/77/L.67",
                "5 adopted 115-46-8 preambular paragraphs 5 and 9 of A/C.1/77/L.67",
            ])
    }

    @Test func `a motion is named by its words, whatever draft it is about`() {
        #expect(
            told("A motion for division on operative paragraph 3 of “L.67” was rejected by 12 in favour to 90 against.")
                == ["5 rejected 12-90-? motion for division"])
    }
}
