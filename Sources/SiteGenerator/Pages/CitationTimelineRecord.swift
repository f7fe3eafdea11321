import Corpus
import Templating

/// What a resolution recalls and what recalls it, by year.
struct CitationTimelineRecord: TemplateRecord {
    let years: [Year]
    let undated: [ParagraphRecord]
    let most: Int

    /// Nil for a text that cites nothing and is cited nowhere in a year that is known.
    init?(of ref: Ref<ResolutionEntry>, corpus: Corpus) {
        let timeline = corpus.timeline(of: ref)
        years = timeline.years.map { year in
            Year(
                year: year.year, isOwn: year.isOwn, cites: year.cites.map { Text(corpus[$0]) },
                citedBy: year.citedBy.map { Text(corpus[$0]) }, mentions: year.mentions)
        }
        guard years.contains(where: { $0.count > 0 }) else { return nil }
        undated = timeline.undated.map { ParagraphRecord(text: corpus.markdownLink(to: $0)) }
        most = years.map(\.count).max() ?? 0
    }

    struct Year: TemplateRecord {
        let year: Int
        let isOwn: Bool
        let cites: [Text]
        let citedBy: [Text]
        let mentions: Int

        var count: Int { cites.count + citedBy.count + mentions }

        static let fields: TemplateFields<Self> = [
            .number("year", \.year), .flag("isOwn", \.isOwn, "the text itself is of this year"),
            .list("cites", \.cites, "texts of this year that it recalls"),
            .list("citedBy", \.citedBy, "texts of this year that recall it"),
            .number("mentions", \.mentions, "places in this year's meetings that cite it"),
            .number("citeCount", \.cites.count), .number("citedByCount", \.citedBy.count),
            .number("count", \.count, "all three together"),
        ]
    }

    /// A resolution or presidential statement on either side.
    struct Text: TemplateRecord {
        let id: String
        let title: String
        let symbol: String?

        init(_ entry: ResolutionEntry) {
            id = entry.id
            title = entry.title
            symbol = entry.symbol
        }

        static let fields: TemplateFields<Self> = [
            .text("id", \.id), .text("title", \.title), .text("symbol", \.symbol),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .list("years", \.years, "the earliest first; years without anything are left out"),
        .list("undated", \.undated, "texts on either side whose year is not known"),
        .number("most", \.most, "the most that a year holds, for drawing"),
    ]
}
