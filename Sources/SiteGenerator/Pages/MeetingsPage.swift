import Corpus
import Templating

/// All meetings, by year.
struct MeetingsPage: TemplatePage {
    static let template = "meetings.md"

    let summary: String
    let years: [Year]
    let others: [OtherText]

    init(in site: SiteModel) {
        let corpus = site.corpus
        var years: [Year] = []
        for row in corpus.meetingRows.reversed() {
            let name = row.heading.outline.year.map(String.init) ?? "Date unknown"
            let item = MeetingItem(row, corpus: corpus)
            if years.last?.name == name {
                years[years.count - 1].meetings.append(item)
            } else {
                years.append(Year(name: name, meetings: [item]))
            }
        }
        self.years = years
        others = site.leftOut
        let counts = corpus.counts
        summary =
            "\(Wording.count(counts.meetings, "meeting")), \(Wording.count(counts.statements, "statement")), latest first."
    }

    struct Year: TemplateRecord {
        let name: String
        var meetings: [MeetingItem]

        static let fields: TemplateFields<Self> = [.text("name", \.name), .list("meetings", \.meetings)]
    }

    static let fields: TemplateFields<Self> = [
        .text("summary", \.summary), .list("years", \.years), .flag("hasOthers", { !$0.others.isEmpty }),
        .list("others", \.others, "texts that were read and are no meeting"),
    ]
}

/// A text that was read and left out, with the reason.
struct OtherText: TemplateRecord {
    let file: String
    let reason: String

    static let fields: TemplateFields<Self> = [.text("file", \.file), .text("reason", \.reason)]
}
