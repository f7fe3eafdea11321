import Corpus
import Meetings
import Templating

/// How pages call a meeting, where there is room for a line.
struct MeetingNames {
    /// The headline, or what else tells the meeting apart.
    let title: String
    /// `7847th meeting`, `34th and 35th meetings`; nil where no number is printed.
    let number: String?
    /// `Security Council, 7847th meeting`, or the title where no number is printed.
    let short: String
    let body: String

    init(_ meeting: Meeting) { self.init(MeetingOutline(meeting, id: "")) }

    init(_ meeting: MeetingOutline) {
        body = meeting.body ?? "Meeting"
        number =
            meeting.numbers.isEmpty
            ? nil
            : Wording.list(meeting.numbers.map(Wording.ordinal))
                + (meeting.numbers.count == 1 ? " meeting" : " meetings")
        let called = number.map { "\(meeting.body ?? "The") \($0)" }
        title = meeting.headline ?? called ?? Self.firstWords(of: meeting) ?? meeting.file
        short = number.map { "\(meeting.body.map { $0 + ", " } ?? "")\($0)" } ?? title
    }

    /// What a copy that lost its head begins with.
    private static func firstWords(of meeting: MeetingOutline) -> String? {
        meeting.opening.map { Wording.excerpt(typed: $0, limit: 110) }
    }
}

/// A meeting in a list.
struct MeetingItem: TemplateRecord {
    let id: String
    let title: String
    let body: String
    let number: String?
    let date: DateRecord?
    let isProvisional: Bool
    let turnCount: String?
    let outcome: String?

    init(_ row: MeetingRow, corpus: Corpus) {
        let heading = row.heading
        let names = MeetingNames(heading.outline)
        id = row.id
        title = names.title
        body = names.body
        number = names.number
        date = DateRecord(heading.date)
        isProvisional = heading.status == .provisional
        turnCount = row.statements == 0 ? nil : Wording.count(row.statements, "statement")
        let adopted = row.decisions.map { corpus.outline(of: $0) }
        outcome =
            adopted.isEmpty
            ? nil
            : "adopted "
                + Wording.list(adopted.map { "[\(Escaping.markdown($0.title))](resolution:\($0.id))" })
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.id), .text("title", \.title), .text("body", \.body), .text("number", \.number),
        .record("date", \.date), .flag("isProvisional", \.isProvisional),
        .text("turnCount", \.turnCount), .markup("outcome", \.outcome),
    ]
}
