import Corpus
import Templating

/// The meetings by year, the latest first; where they are many, the last years, and links to those before.
struct MeetingsPage: TemplatePage {
    static let template = "meetings.md"

    let summary: String
    let years: [Year]
    let earlier: [LinkRecord]
    let others: [OtherText]

    /// Of more meetings than these nobody reads the whole list.
    static let longest = 500
    /// Then years are shown until there are so many meetings.
    private static let latest = 200

    init(in site: SiteModel) {
        let corpus = site.corpus
        let all = corpus.yearRefs.reversed()
        let counts = corpus.counts
        var shown = 0
        let whole = all.prefix { year in
            defer { shown += corpus[year].meetings.count }
            return counts.meetings <= Self.longest || shown < Self.latest
        }
        years = whole.map { Year($0, in: corpus) }
        earlier = all.dropFirst(whole.count).map { ref in
            let year = corpus[ref]
            return LinkRecord(
                id: year.id, name: Wording.year(year), count: Wording.count(year.meetings.count, "meeting"))
        }
        others = site.leftOut
        summary = Self.summary(meetings: counts.meetings, statements: counts.statements)
    }

    static func summary(meetings: Int, statements: Int) -> String {
        "\(Wording.count(meetings, "meeting")), \(Wording.count(statements, "statement")), latest first."
    }

    struct Year: TemplateRecord {
        let id: String
        let name: String
        let meetings: [MeetingItem]

        init(_ year: Ref<MeetingYear>, in corpus: Corpus) {
            id = corpus[year].id
            name = Wording.year(corpus[year])
            meetings = corpus.rows(of: year).reversed().map { MeetingItem($0, corpus: corpus) }
        }

        static let fields: TemplateFields<Self> = [
            .text("id", \.id), .text("name", \.name), .list("meetings", \.meetings),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .text("summary", \.summary), .list("years", \.years), .flag("hasEarlier", { !$0.earlier.isEmpty }),
        .list("earlier", \.earlier, "years before, where the meetings are many"),
        .flag("hasOthers", { !$0.others.isEmpty }),
        .list("others", \.others, "texts that were read and are no meeting"),
    ]
}

/// A text that was read and left out, with the reason.
struct OtherText: TemplateRecord {
    let file: String
    let reason: String

    static let fields: TemplateFields<Self> = [.text("file", \.file), .text("reason", \.reason)]
}
