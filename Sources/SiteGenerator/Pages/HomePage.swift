import Corpus
import Meetings
import Templating

/// The front page: what this is, four doors, the latest meetings, meetings by month.
struct HomePage: TemplatePage {
    static let template = "home.md"

    let title: String
    let description: String?
    let doors: [Door]
    let meetings: [MeetingItem]
    let timeline: BarChart?

    init(in site: SiteModel) {
        let corpus = site.corpus
        title = site.title
        description = site.description
        let counts = corpus.counts
        doors = [
            Door(page: "meetings", count: counts.meetings, one: "meeting", many: "meetings"),
            Door(page: "speakers", count: counts.persons, one: "speaker", many: "speakers"),
            Door(
                page: "delegations", count: counts.delegations, one: "delegation or group",
                many: "delegations and groups"),
            Door(page: "resolutions", count: counts.resolutions, one: "resolution", many: "resolutions"),
        ]
        let rows = corpus.meetingRows
        meetings = rows.reversed().prefix(8).map { MeetingItem($0, corpus: corpus) }
        timeline = BarChart(
            title: "Meetings over time", counting: "meeting",
            dates: rows.lazy.map(\.heading.date.value))
    }

    struct Door: TemplateRecord {
        let page: String
        let count: String
        let noun: String

        init(page: String, count: Int, one: String, many: String) {
            self.page = page
            self.count = Wording.grouped(count)
            noun = count == 1 ? one : many
        }

        static let fields: TemplateFields<Self> = [
            .text("page", \.page), .text("count", \.count), .text("noun", \.noun),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .text("title", \.title), .text("description", \.description), .list("doors", \.doors),
        .list("meetings", \.meetings), .record("timeline", \.timeline),
    ]
}
