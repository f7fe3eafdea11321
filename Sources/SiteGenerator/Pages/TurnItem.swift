import Corpus
import Meetings
import Templating

/// A turn in a list: on a speaker's, a delegation's or a group's page.
struct TurnItem: TemplateRecord {
    let date: DateRecord?
    let meeting: String
    let meetingID: String
    let anchor: String
    let title: String
    let excerpt: String
    let note: String?

    /// - Parameter showing: what the page does not say already about the turn.
    init(_ turn: TurnRef, corpus: Corpus, showing: Showing) {
        let entry = corpus[turn.meeting]
        let statement = corpus.statement(turn)
        let detail = corpus.turn(turn)
        date = DateRecord(entry.meeting.date)
        meeting = MeetingNames(entry.meeting).short
        meetingID = entry.id
        anchor = statement.id
        let delegation = detail?.delegation.map { corpus.label(of: $0).name }
        let person = detail?.person.map { corpus.label(of: $0).name }
        title =
            switch showing {
            case .delegation: delegation ?? statement.speaker.role ?? person ?? "Statement"
            case .speaker: person ?? "Name not yet given"
            case .both: [delegation, person].compactMap { $0 }.joined(separator: " · ")
            }
        excerpt = Wording.excerpt(Self.words(of: statement))
        let links = (detail?.onBehalfOf ?? []).map { corpus.markdownLink(to: $0) }
        note = links.isEmpty ? nil : "also on behalf of " + Wording.list(links)
    }

    /// The statement's first paragraph, without the name and delegation it opens with: the list has said them.
    private static func words(of statement: Statement) -> String {
        let text = RunningText.spaced(Substring(statement.paragraphs.first?.text ?? ""))
        guard let printed = statement.speaker.printed, let delegation = statement.speaker.delegation else {
            return text
        }
        let opening = RunningText.spaced(Substring("\(printed) (\(delegation))"))
        guard text.hasPrefix(opening) else { return text }
        let rest = text.dropFirst(opening.count).drop { $0 == "," || $0 == " " }
        return rest.isEmpty ? text : "… " + rest
    }

    enum Showing { case delegation, speaker, both }

    static let fields: TemplateFields<Self> = [
        .record("date", \.date), .text("meeting", \.meeting), .text("meetingID", \.meetingID),
        .text("anchor", \.anchor), .text("title", \.title), .text("excerpt", \.excerpt),
        .markup("note", \.note),
    ]
}
