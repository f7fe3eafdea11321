import Diagnostics
import Meetings

extension Meeting {
    /// A meeting of an invented body in which everything the model can say is said at least once.
    static let sample = Meeting(
        source: Source(file: "Meetings/dams.txt", lines: 90, sha256: SHA256.hex(of: [])),
        body: "Assembly of River States", session: "Sixth session", numbers: [41, 42], timeMark: "AM & PM",
        symbol: "ARS/88", headline: "Assembly “Settles” Dam Levels", subheadlines: ["Delegates Divided"],
        date: MeetingDate(value: "2031-05", certainty: .inferred, from: "the adoption of resolution 14 (2031)"),
        status: .provisional, times: Times(began: "10:05", ended: nil, lines: 9...9), blocks: blocks,
        votes: [
            Vote(
                lines: 50...50, subject: "resolution 14 (2031)", outcome: .adopted, favour: 9, against: 1, abstain: nil,
                names: .init(favour: ["Ostrava"], against: ["Lindmark"], abstain: []))
        ],
        decisions: [decision, Decision(kind: .presidentialStatement, symbol: nil, adopted: nil, lines: 51...51)],
        url: "https://example.org/88", replaces: "dams-first.txt",
        diagnostics: [
            Diagnostic(
                id: "name-to-come", severity: .warning, file: "Meetings/dams.txt", lines: 30...30, column: 1,
                length: 12,
                message: "a name is still to come", suggestion: "Write the name of the speaker."),
            Diagnostic(id: "no-date", severity: .note, message: "the digest prints no date"),
        ])

    private static let cited = Paragraph(
        lines: 31...32, text: "The dam was named in resolution 9 (2029).",
        references: [
            Reference(kind: .resolution, target: "9 (2029)", text: "resolution 9 (2029)", start: 21, end: 40)
        ])

    private static let blocks: [Block] = [
        Block(lines: 1...5, content: .header),
        Block(lines: 6...6, content: .note([Paragraph(lines: 6...6, text: "A complete summary will follow.")])),
        Block(
            lines: 7...8,
            content: .summary(
                Summary(
                    paragraphs: [Paragraph(lines: 7...8, text: "The Assembly met.")],
                    attributions: [.init(delegation: "Ostrava", name: nil, lines: 7...8, listed: true)]))),
        Block(lines: 9...9, content: .times),
        Block(lines: 10...10, content: .heading(Heading(text: "Statements"))),
        Block(
            lines: 30...34,
            content: .statement(
                Statement(
                    id: "ostrava", form: .capitals,
                    speaker: Speaker(
                        printed: "Ms. VARGA", name: "Varga", honorific: "Ms.", role: "Minister for Rivers",
                        delegation: "Ostrava", unnamed: false),
                    onBehalfOf: ["Upper Group"], alignedWith: ["Delta Group"], occasion: .rightOfReply,
                    paragraphs: [cited]))),
        Block(
            lines: 36...36,
            content: .statement(
                Statement(
                    id: "delta-group", form: .placeholder, speaker: Speaker(printed: nil, name: nil, unnamed: true),
                    paragraphs: []))),
        Block(lines: 38...38, content: .narration([Paragraph(lines: 38...38, text: "The Assembly then adopted it.")])),
        Block(
            lines: 40...40,
            content: .placeholder(
                Placeholder(id: "lindmark", delegation: "Lindmark", text: "Statement by Lindmark to come."))),
        Block(lines: 52...80, content: .fullText(decision: 0)),
        Block(lines: 82...82, content: .other([Paragraph(lines: 82...82, text: "***")])),
        Block(lines: 84...84, content: .footer),
    ]

    private static let decision = Decision(
        kind: .resolution, symbol: "14 (2031)", adopted: .vote, lines: 50...50,
        fullText: FullText(
            lines: 52...80,
            preamble: [.init(number: 1, opening: "Recalling", lines: 54...54, text: "Recalling all earlier texts,")],
            operative: [
                .init(
                    number: 1, opening: "Decides", lines: 56...64, text: "Decides:", references: cited.references,
                    points: [
                        .init(
                            label: "(a)", lines: 57...60, text: "To open the gates:",
                            points: [
                                .init(
                                    label: "(i)", lines: 58...60, text: "In spring:",
                                    points: [
                                        .init(
                                            label: "a.", lines: 59...60, text: "By day:",
                                            points: [.init(label: "i.", lines: 60...60, text: "Before noon;")])
                                    ])
                            ])
                    ],
                    heading: "Gates", continuation: [Paragraph(lines: 64...64, text: "And to keep them open.")])
            ],
            annexes: [.init(title: "Annex I", lines: 70...80, paragraphs: [cited])]))
}
