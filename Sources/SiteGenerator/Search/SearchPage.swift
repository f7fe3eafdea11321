import Templating

/// The page that searches: a form, and without JavaScript the lists. `Public/search.js` does the work.
struct SearchPage: TemplatePage {
    static let template = "search.md"

    let bodies: [String]
    let years: [Int]

    init(in site: SiteModel) {
        bodies = Set(site.corpus.meetings.compactMap(\.meeting.body)).sorted()
        years = Set(site.corpus.meetings.compactMap(\.year)).sorted(by: >)
    }

    static let fields: TemplateFields<Self> = [
        .texts("bodies", \.bodies, "every body whose meetings the site holds"),
        .texts("years", { $0.years.map(String.init) }, "every year of a meeting, the latest first"),
    ]
}
