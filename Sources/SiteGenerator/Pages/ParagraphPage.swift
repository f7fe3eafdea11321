import Corpus
import Meetings
import Templating

/// The page of one paragraph of a resolution: the paragraph large, its neighbours, references in and out, and where
/// the debate used its words.
struct ParagraphPage: TemplatePage {
    static let template = "paragraph.md"

    let clause: ClauseRecord
    let resolutionTitle: String
    let cites: [ParagraphRecord]
    let citedBy: [CitationItem]
    let related: [RelatedItem]
    let cite: CiteRecord
    let previous: LinkRecord?
    let next: LinkRecord?

    /// Nil when the corpus has no text for it.
    init?(_ index: Int, of ref: Ref<ResolutionEntry>, in site: SiteModel) {
        let corpus = site.corpus
        let resolution = corpus[ref]
        let paragraph = resolution.paragraphs[index]
        guard let words = corpus.clause(of: ref, paragraph: index) else { return nil }
        clause = ClauseRecord(
            words, paragraph: paragraph, resolution: resolution, meeting: resolution.text?.meeting, site: site,
            takenUp: 0)
        resolutionTitle = resolution.title
        cites = paragraph.cites.map { ParagraphRecord(text: corpus.markdownLink(to: $0)) }
        citedBy = CitationItem.merged(paragraph.citations, site: site)
        related = (site.related(to: ref)[paragraph.id] ?? []).map { RelatedItem($0, corpus: corpus) }
        cite = CiteRecord(resolution, paragraph: paragraph, in: site)
        func neighbour(_ offset: Int) -> LinkRecord? {
            guard resolution.paragraphs.indices.contains(index + offset) else { return nil }
            let other = resolution.paragraphs[index + offset]
            return LinkRecord(id: other.id, name: ClauseRecord.label(other), count: nil)
        }
        previous = neighbour(-1)
        next = neighbour(1)
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.clause.id), .text("resolution", \.clause.resolution), .text("resolutionTitle", \.resolutionTitle),
        .text("title", \.clause.label), .markup("text", \.clause.text), .list("points", \.clause.points),
        .list("continuation", \.clause.continuation), .flag("hasCites", { !$0.cites.isEmpty }), .list("cites", \.cites),
        .flag("hasCitedBy", { !$0.citedBy.isEmpty }), .list("citedBy", \.citedBy),
        .flag("hasRelated", { !$0.related.isEmpty }), .list("related", \.related), .record("cite", \.cite),
        .record("previous", \.previous),
        .record("next", \.next), .flag("hasNeighbours", { $0.previous != nil || $0.next != nil }),
    ]
}

/// A passage of the debate whose wording comes close to a paragraph's.
struct RelatedItem: TemplateRecord {
    let meeting: String
    let meetingID: String
    let anchor: String
    let who: String
    let excerpt: String
    let terms: String

    init(_ related: Related, corpus: Corpus) {
        let heading = corpus.heading(of: related.turn.meeting)
        let statement = corpus.statement(related.turn)
        meeting = MeetingNames(heading.outline).short
        meetingID = heading.outline.id
        anchor = statement.id
        who = corpus.voice(of: related.turn)
        let paragraph =
            statement.paragraphs.indices.contains(related.paragraph) ? statement.paragraphs[related.paragraph].text : ""
        excerpt = MarkedExcerpt(of: PrintedSpacing.of(paragraph), marking: related.terms).markup
        terms = related.terms.joined(separator: ", ")
    }

    static let fields: TemplateFields<Self> = [
        .text("meeting", \.meeting), .text("meetingID", \.meetingID), .text("anchor", \.anchor), .text("who", \.who),
        .markup("excerpt", \.excerpt, "the shared words are marked"),
        .text("terms", \.terms, "the words shared with the paragraph"),
    ]
}
