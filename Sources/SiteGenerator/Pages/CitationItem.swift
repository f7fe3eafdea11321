import Corpus
import Meetings
import Templating

/// A place that cites something, in the list on the page of what it cites.
struct CitationItem: TemplateRecord {
    let date: DateRecord?
    let title: String
    let link: String
    let place: String
    let excerpt: String

    /// One item for each statement, paragraph of a resolution or piece of a meeting, however often it cites.
    static func merged(_ citations: [Citation], site: SiteModel) -> [CitationItem] {
        var seen: Set<String> = []
        return citations.compactMap { citation in
            let item = CitationItem(citation, corpus: site.corpus)
            return seen.insert(item.link + "\n" + item.excerpt).inserted ? item : nil
        }
    }

    private init(_ citation: Citation, corpus: Corpus) {
        switch citation.passage {
        case .turn(let turn, _):
            let heading = corpus.heading(of: turn.meeting)
            date = DateRecord(heading.date)
            title = corpus.voice(of: turn)
            link = "statement:\(heading.outline.id)/\(corpus.statement(turn).id)"
            place = MeetingNames(heading.outline).short
        case .block(let meeting, let block, _):
            let entry = corpus[meeting]
            date = DateRecord(entry.meeting.date)
            let isSummary = if case .summary = entry.meeting.blocks[block].content { true } else { false }
            title = MeetingNames(entry.meeting).title
            link = "meeting:\(entry.id)"
            place = MeetingNames(entry.meeting).short + (isSummary ? ", summary" : "")
        case .clause(let resolution, let paragraph, _):
            let entry = corpus[resolution]
            date = nil
            title = ClauseRecord.label(entry.paragraphs[paragraph])
            link = "paragraph:\(entry.id)/\(entry.paragraphs[paragraph].id)"
            place = entry.title
        case .annex(let resolution, _, _):
            let entry = corpus[resolution]
            date = nil
            title = entry.title
            link = "resolution:\(entry.id)"
            place = "annex"
        }
        let text = corpus.paragraph(at: citation.passage)?.text ?? ""
        excerpt = Wording.passage(of: text, around: citation.start..<citation.end)
    }

    static let fields: TemplateFields<Self> = [
        .record("date", \.date), .text("title", \.title), .markup("link", \.link, "a symbolic link"),
        .text("place", \.place), .text("excerpt", \.excerpt),
    ]
}

extension Corpus {
    /// Who is heard in a turn: `Japan · Koro Bessho`, or what is known of it.
    func voice(of ref: TurnRef) -> String {
        let turn = turn(ref)
        let names = [turn?.delegation.map { label(of: $0).name }, turn?.person.map { label(of: $0).name }].compactMap {
            $0
        }
        return names.isEmpty ? (statement(ref).speaker.role ?? "Statement") : names.joined(separator: " · ")
    }
}
