import Corpus
import Templating

/// What a resolution recalls and what recalls it, by year.
struct CitationTimelineRecord: TemplateRecord {
    let years: [Year]
    let undated: [ParagraphRecord]
    let most: Int
    /// In pixels; narrower where there is no room.
    let width: Int
    let ticks: [BarChart.Tick]

    /// Nil for a text that cites nothing and is cited nowhere in a year that is known.
    init?(of ref: Ref<ResolutionEntry>, corpus: Corpus) {
        let timeline = corpus.timeline(of: ref)
        guard let first = timeline.years.first?.year, let last = timeline.years.last?.year else { return nil }
        let slots = max(last - first + 1, 4)
        let tallest = timeline.years.reduce(1) { max($0, $1.cites.count, $1.citedBy.count + $1.mentions) }
        years = timeline.years.map { year in
            Year(
                year: year.year, isOwn: year.isOwn, cites: year.cites.map { Text(corpus.outline(of: $0)) },
                citedBy: year.citedBy.map { Text(corpus.outline(of: $0)) }, mentions: year.mentions,
                x: Share(year.year - first, of: slots).text, barWidth: Share(4, of: slots * 5).text, tallest: tallest)
        }
        guard years.contains(where: { $0.count > 0 }) else { return nil }
        width = slots * BarChart.slot
        ticks = BarChart.Tick.all(over: first...last, slots: slots, isYears: true)
        undated = timeline.undated.map { ParagraphRecord(text: corpus.markdownLink(to: $0)) }
        most = years.map(\.count).max() ?? 0
    }

    struct Year: TemplateRecord {
        let year: Int
        let isOwn: Bool
        let cites: [Text]
        let citedBy: [Text]
        let mentions: Int
        let x: String
        let barWidth: String
        /// The most of one side of the picture in a year.
        let tallest: Int

        private static let reach = 54

        /// How high the bars are, above the line and below it; 0 for nothing.
        private var rise: Int { height(of: citedBy.count + mentions) }
        private var fall: Int { height(of: cites.count) }

        private func height(of count: Int) -> Int { count == 0 ? 0 : max(3, count * Self.reach / tallest) }

        var count: Int { cites.count + citedBy.count + mentions }

        static let fields: TemplateFields<Self> = [
            .number("year", \.year), .flag("isOwn", \.isOwn, "the text itself is of this year"),
            .list("cites", \.cites, "texts of this year that it recalls"),
            .list("citedBy", \.citedBy, "texts of this year that recall it"),
            .number("mentions", \.mentions, "places in this year's meetings that cite it"),
            .number("citeCount", \.cites.count), .number("citedByCount", \.citedBy.count),
            .number("count", \.count, "all three together"), .text("x", \.x, "in per cent"),
            .text("barWidth", \.barWidth, "in per cent"), .number("rise", \.rise, "height of the bar above the line"),
            .number("top", { Self.reach - $0.rise }, "where that bar begins"),
            .number("fall", \.fall, "height of the bar below the line"),
        ]
    }

    /// A resolution or presidential statement on either side.
    struct Text: TemplateRecord {
        let id: String
        let title: String
        let symbol: String?

        init(_ entry: ResolutionOutline) {
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
        .number("most", \.most, "the most that a year holds"),
        .flag("isDrawn", { $0.years.count > 1 }, "there are two years to compare"),
        .number("width", \.width, "in pixels; narrower where there is no room"), .list("ticks", \.ticks),
    ]
}
