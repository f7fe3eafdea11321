import Corpus
import Meetings

/// Small corpora about a body that is invented.
enum LakeCouncil {
    static func statement(
        _ id: String, _ name: String?, of delegation: String?, role: String? = nil, says paragraphs: [String],
        references: [Reference] = []
    ) -> Block {
        let speaker = Speaker(
            printed: name?.uppercased(), name: name, role: role, delegation: delegation, unnamed: name == nil)
        let texts = paragraphs.enumerated().map { index, text in
            Paragraph(lines: 1...1, text: text, references: index == 0 ? references : [])
        }
        return Block(
            lines: 1...1,
            content: .statement(Statement(id: id, form: .capitals, speaker: speaker, paragraphs: texts)))
    }

    static func meeting(
        number: Int, date: String?, body: String? = "Lake Council", headline: String? = nil, blocks: [Block]
    ) -> Meeting {
        Meeting(
            source: .init(file: "\(number).txt", lines: 1, sha256: ""), body: body, numbers: [number],
            headline: headline, date: MeetingDate(value: date, certainty: .printed, from: nil), blocks: blocks)
    }

    /// The meeting, which adopts a resolution of one paragraph by a vote.
    static func adopting(_ symbol: String, in meeting: Meeting) -> Meeting {
        var meeting = meeting
        let clause = FullText.Clause(
            number: 1, opening: "Decides", lines: 1...1, text: "Decides to measure the ice;", references: [], points: []
        )
        meeting.decisions = [
            Decision(
                kind: .resolution, symbol: symbol, adopted: .vote, lines: 1...1,
                fullText: FullText(lines: 1...1, preamble: [], operative: [clause]))
        ]
        return meeting
    }

    /// One meeting for each day of a month, with two statements that share most of their words.
    static func corpus(days: [Int]) -> Corpus {
        Corpus(
            meetings: days.enumerated().map { index, day in
                meeting(
                    number: 100 * day + days[..<index].count { $0 == day },
                    date: "2031-05-" + (day < 10 ? "0" : "") + String(day),
                    blocks: [
                        statement(
                            "ilmar", "Gunnar Ellisiv", of: "Ilmar",
                            says: ["The water of the lake stood at mark \(day * 7)."]),
                        statement("corvane", nil, of: "Corvane", says: ["The lake had word\(day)fall."]),
                    ])
            })
    }
}
