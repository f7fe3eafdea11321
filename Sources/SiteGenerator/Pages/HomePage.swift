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
    let timeline: Timeline?

    init(in site: SiteModel) {
        let corpus = site.corpus
        title = site.title
        description = site.description
        let delegations = corpus.delegations.count
        doors = [
            Door(page: "meetings", count: corpus.figures.meetings, one: "meeting", many: "meetings"),
            Door(page: "speakers", count: corpus.persons.count, one: "speaker", many: "speakers"),
            Door(page: "delegations", count: delegations, one: "delegation or group", many: "delegations and groups"),
            Door(page: "resolutions", count: corpus.resolutions.count, one: "resolution", many: "resolutions"),
        ]
        meetings = corpus.meetings.reversed().prefix(8).map { MeetingItem($0, corpus: corpus) }
        timeline = Timeline(corpus)
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

/// Meetings by month, from the first to the last, drawn as bars and told as a table.
struct Timeline: TemplateRecord {
    let width: Int
    let bars: [Bar]
    let ticks: [Tick]

    /// Nil until meetings in two months are known: one bar is no timeline.
    init?(_ corpus: Corpus) {
        var counts: [Int: Int] = [:]
        for entry in corpus.meetings {
            let parts = (entry.meeting.date.value ?? "").split(separator: "-").compactMap { Int($0) }
            if parts.count >= 2 { counts[parts[0] * 12 + parts[1] - 1, default: 0] += 1 }
        }
        guard counts.count > 1, let first = counts.keys.min(), let last = counts.keys.max(),
            let most = counts.values.max()
        else { return nil }
        // A century of months still fits a screen: the picture scales, its units do not matter.
        let pitch = 12
        width = (last - first + 1) * pitch
        bars = counts.sorted { $0.key < $1.key }.map { month, count in
            let height = max(3, count * 92 / most)
            return Bar(
                x: (month - first) * pitch + 1, y: 100 - height, width: pitch - 2, height: height, month: month,
                count: count)
        }
        ticks = Array(Set(counts.keys.map { $0 / 12 })).sorted().map { year in
            Tick(x: max(0, year * 12 - first) * pitch, label: String(year))
        }
    }

    struct Bar: TemplateRecord {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
        let month: String
        let count: Int

        init(x: Int, y: Int, width: Int, height: Int, month: Int, count: Int) {
            (self.x, self.y, self.width, self.height, self.count) = (x, y, width, height, count)
            let number = month % 12 + 1
            self.month = Wording.date("\(month / 12)-\(number < 10 ? "0" : "")\(number)")
        }

        static let fields: TemplateFields<Self> = [
            .number("x", \.x), .number("y", \.y), .number("width", \.width), .number("height", \.height),
            .text("month", \.month), .number("count", \.count),
        ]
    }

    struct Tick: TemplateRecord {
        let x: Int
        let label: String

        static let fields: TemplateFields<Self> = [.number("x", \.x), .text("label", \.label)]
    }

    static let fields: TemplateFields<Self> = [
        .number("width", \.width), .list("bars", \.bars), .list("ticks", \.ticks),
    ]
}
