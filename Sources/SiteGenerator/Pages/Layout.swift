import Templating

/// What stands around every page.
struct Layout: TemplatePage {
    static let template = "layout.html"

    let language: String
    let siteTitle: String
    let title: String
    /// The title where the trail has said the rest: `Operative paragraph 10`.
    let shortTitle: String
    let description: String?
    let canonical: String?
    let markdown: String?
    /// The folder of the feed that follows the page, as seen from it; nil without feeds.
    let feeds: String?
    let linkedData: Markup?
    let doors: [Door]
    let trail: [Step]
    let content: Markup

    /// A page of the site's menu.
    struct Door: TemplateRecord {
        let page: String
        let name: String
        let isCurrent: Bool

        static let fields: TemplateFields<Self> = [
            .text("page", \.page), .text("name", \.name), .flag("isCurrent", \.isCurrent),
        ]
    }

    /// A page above this one.
    struct Step: TemplateRecord {
        let link: String
        let name: String

        static let fields: TemplateFields<Self> = [.markup("link", \.link, "a symbolic link"), .text("name", \.name)]
    }

    static let fields: TemplateFields<Self> = [
        .text("language", \.language), .text("siteTitle", \.siteTitle), .text("title", \.title),
        .text("shortTitle", \.shortTitle, "for the trail"),
        .flag("isInner", { $0.title != $0.siteTitle }, "false on the home page"), .text("description", \.description),
        .address("canonical", \.canonical, "the page's full address, when `baseURL` is set"),
        .address("markdown", \.markdown, "the address of the page's Markdown"),
        .address("atomFeed", { $0.feeds.map { $0 + AtomFeed.name } }, "its feed as Atom, when `baseURL` is set"),
        .address("jsonFeed", { $0.feeds.map { $0 + JSONFeed.name } }, "the same as JSON Feed"),
        .markup("linkedData", \.linkedData, "the page in the words of schema.org, as JSON-LD"),
        .list("doors", \.doors),
        .flag("hasTrail", { !$0.trail.isEmpty }), .list("trail", \.trail), .markup("content", \.content),
    ]
}

/// The page for addresses that lead nowhere.
struct NotFoundPage: TemplatePage {
    static let template = "404.md"

    let title: String

    static let fields: TemplateFields<Self> = [.text("title", \.title, "the site's title")]
}
