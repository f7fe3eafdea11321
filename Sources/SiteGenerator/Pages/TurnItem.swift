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
        let heading = corpus.heading(of: turn.meeting)
        let statement = corpus.statement(turn)
        let detail = corpus.turn(turn)
        date = DateRecord(heading.date)
        meeting = MeetingNames(heading.outline).short
        meetingID = heading.outline.id
        anchor = statement.id
        let delegation = detail?.delegation.map { corpus.label(of: $0).name }
        let person = detail?.person.map { corpus.label(of: $0).name }
        title =
            switch showing {
            case .delegation: delegation ?? statement.speaker.role ?? person ?? "Statement"
            case .speaker: person ?? "Name not yet given"
            case .both: [delegation, person].compactMap { $0 }.joined(separator: " · ")
            }
        excerpt = Self.excerpt(of: statement)
        let links = (detail?.onBehalfOf ?? []).map { corpus.markdownLink(to: $0) }
        note = links.isEmpty ? nil : "also on behalf of " + Wording.list(links)
    }

    /// The statement's first words, without the name and delegation it opens with: the list has said them.
    private static func excerpt(of statement: Statement) -> String {
        let text = statement.paragraphs.first?.text ?? ""
        var opening = ""
        if let printed = statement.speaker.printed, let delegation = statement.speaker.delegation {
            opening = PrintedSpacing.of("\(printed) (\(delegation))")
        }
        let beginning = PrintedSpacing.beginning(of: text, holding: opening.utf8.count + Wording.excerptLength)
        return Wording.cut(words(of: beginning, after: opening))
            ?? Wording.excerpt(words(of: PrintedSpacing.of(text), after: opening))
    }

    private static func words(of text: String, after opening: String) -> String {
        guard !opening.isEmpty, text.utf8.starts(with: opening.utf8) else { return text }
        let rest = text.utf8.dropFirst(opening.utf8.count).drop { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }
        return rest.isEmpty ? text : "… " + String(Substring(rest))
    }

    enum Showing { case delegation, speaker, both }

    static let fields: TemplateFields<Self> = [
        .record("date", \.date), .text("meeting", \.meeting), .text("meetingID", \.meetingID),
        .text("anchor", \.anchor), .text("title", \.title), .text("excerpt", \.excerpt),
        .markup("note", \.note),
    ]
}
