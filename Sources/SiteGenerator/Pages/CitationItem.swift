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
            link = "statement:\(heading.outline.id)/\(corpus.anchor(of: turn))"
            place = MeetingNames(heading.outline).short
        case .block(let meeting, let block, _):
            let heading = corpus.heading(of: meeting)
            date = DateRecord(heading.date)
            let content = corpus.block(TurnRef(meeting: meeting, block: block)).content
            let isSummary = if case .summary = content { true } else { false }
            title = MeetingNames(heading.outline).title
            link = "meeting:\(heading.outline.id)"
            place = MeetingNames(heading.outline).short + (isSummary ? ", summary" : "")
        case .clause(let resolution, let paragraph, _):
            let outline = corpus.outline(of: resolution)
            date = nil
            title = ClauseRecord.label(outline.paragraph(paragraph))
            link = "paragraph:\(outline.id)/\(outline.paragraph(paragraph).id)"
            place = outline.title
        case .annex(let resolution, _, _):
            let outline = corpus.outline(of: resolution)
            date = nil
            title = outline.title
            link = "resolution:\(outline.id)"
            place = "annex"
        }
        excerpt = corpus.quotation(of: citation).map { Wording.passage(of: $0.text, around: $0.range) } ?? ""
    }

    static let fields: TemplateFields<Self> = [
        .record("date", \.date), .text("title", \.title), .markup("link", \.link, "a symbolic link"),
        .text("place", \.place), .text("excerpt", \.excerpt),
    ]
}

extension Corpus {
    /// Who is heard in a turn: `Japan · Koro Bessho`, or what is known of it.
    func voice(of ref: TurnRef) -> String {
        let voice = voice(in: ref)
        let names = [voice.delegation.map { label(of: $0).name }, voice.person.map { label(of: $0).name }]
            .compactMap(\.self)
        return names.isEmpty ? (voice.role ?? "Statement") : names.joined(separator: " · ")
    }
}
