import Templating

/// The page that searches: a form, and without JavaScript the lists. `Public/search.js` does the work.
struct SearchPage: TemplatePage {
    static let template = "search.md"

    let bodies: [String]
    let years: [Int]

    init(in site: SiteModel) {
        let meetings = site.corpus.meetingRows.map(\.heading.outline)
        bodies = Set(meetings.compactMap(\.body)).sorted()
        years = Set(meetings.compactMap(\.year)).sorted(by: >)
    }

    static let fields: TemplateFields<Self> = [
        .texts("bodies", \.bodies, "every body whose meetings the site holds"),
        .texts("years", { $0.years.map(String.init) }, "every year of a meeting, the latest first"),
    ]
}
