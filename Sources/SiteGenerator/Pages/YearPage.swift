import Corpus
import Templating

/// The meetings of a year, the latest first.
struct YearPage: TemplatePage {
    static let template = "year.md"

    let title: String
    let summary: String
    let meetings: [MeetingItem]
    let previous: String?
    let next: String?

    init(_ year: Ref<MeetingYear>, in site: SiteModel) {
        let corpus = site.corpus
        let entry = corpus[year]
        let rows = corpus.rows(of: year)
        title = entry.year.map { "Meetings of \($0)" } ?? "Meetings of unknown date"
        summary = MeetingsPage.summary(meetings: rows.count, statements: rows.reduce(0) { $0 + $1.statements })
        meetings = rows.reversed().map { MeetingItem($0, corpus: corpus) }
        previous = entry.previous
        next = entry.next
    }

    static let fields: TemplateFields<Self> = [
        .text("title", \.title), .text("summary", \.summary), .list("meetings", \.meetings),
        .flag("hasNeighbours", { $0.previous != nil || $0.next != nil }),
        .text("previous", \.previous, "the year before this one that has meetings"), .text("next", \.next),
    ]
}
