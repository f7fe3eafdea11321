import Corpus
import Meetings
import Templating

/// Somebody's statements by year, with the first and the last.
struct FiguresRecord: TemplateRecord {
    let first: Appearance
    let last: Appearance
    let statements: Int
    let words: String
    let most: Int
    let years: [Year]

    /// Nil where no statement has a date.
    init?(_ turns: [TurnRef], corpus: Corpus) {
        guard let span = corpus.span(of: turns) else { return nil }
        first = Appearance(span.first, corpus: corpus)
        last = Appearance(span.last, corpus: corpus)
        let figures = corpus.years(of: turns)
        statements = figures.reduce(0) { $0 + $1.turns }
        words = Wording.grouped(figures.reduce(0) { $0 + $1.words })
        most = figures.map(\.turns).max() ?? 0
        years = figures.map { Year(year: $0.year, meetings: $0.meetings, statements: $0.turns, words: $0.words) }
    }

    /// Statements of a year; years without any are left out.
    struct Year: TemplateRecord {
        let year: Int
        let meetings: Int
        let statements: Int
        let words: Int

        static let fields: TemplateFields<Self> = [
            .number("year", \.year), .number("meetings", \.meetings), .number("statements", \.statements),
            .number("words", \.words, "length of all of them"),
        ]
    }

    /// A first or last statement.
    struct Appearance: TemplateRecord {
        let date: DateRecord?
        let meetingID: String
        let anchor: String

        init(_ turn: TurnRef, corpus: Corpus) {
            let heading = corpus.heading(of: turn.meeting)
            date = DateRecord(heading.date)
            meetingID = heading.outline.id
            anchor = corpus.anchor(of: turn)
        }

        static let fields: TemplateFields<Self> = [
            .record("date", \.date), .text("meetingID", \.meetingID), .text("anchor", \.anchor),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .record("first", \.first), .record("last", \.last),
        .number("statements", \.statements, "those with a date"), .text("words", \.words, "length of all of them"),
        .number("most", \.most, "the most statements of a year"), .list("years", \.years, "the earliest first"),
    ]
}

/// One meeting, seen from a delegation or group that others spoke for or associated with.
struct TiesRecord: TemplateRecord {
    let date: DateRecord?
    let meeting: String
    let meetingID: String
    let onBehalf: String?
    let aligned: String?
    let heard: String?

    init(_ ties: MeetingTies, corpus: Corpus) {
        let heading = corpus.heading(of: ties.meeting)
        let id = heading.outline.id
        date = DateRecord(heading.date)
        meeting = MeetingNames(heading.outline).short
        meetingID = id
        let links = { (turns: [TurnRef]) -> String? in
            turns.isEmpty
                ? nil
                : Wording.list(
                    turns.map { turn in
                        let name =
                            corpus.voice(in: turn).delegation.map { corpus.label(of: $0).name }
                            ?? corpus.voice(of: turn)
                        return "[\(Escaping.markdown(name))](statement:\(id)/\(corpus.anchor(of: turn)))"
                    })
        }
        onBehalf = links(ties.onBehalf)
        aligned = links(ties.aligned)
        heard = links(ties.heard)
    }

    static let fields: TemplateFields<Self> = [
        .record("date", \.date), .text("meeting", \.meeting), .text("meetingID", \.meetingID),
        .markup("onBehalf", \.onBehalf, "links to the statements given on its behalf"),
        .markup("aligned", \.aligned, "links to the statements that associated with it"),
        .markup("heard", \.heard, "links to the statements of others within which it is heard"),
    ]
}
