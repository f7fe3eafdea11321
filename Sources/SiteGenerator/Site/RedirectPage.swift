import Corpus
import Templating

/// A page at an address that was good once, which leads on to the one that answers now.
struct RedirectPage: TemplatePage {
    static let template = "redirect.html"

    let language: String
    /// From the site's root, without the first slash.
    let target: String
    let way: String
    let canonical: String?

    /// - Parameter redirect: paths from the site's root with the first slash: `/meetings/sc-7847/`.
    init(_ redirect: Redirect, in site: SiteModel) {
        language = site.language
        target = String(redirect.to.drop { $0 == "/" })
        way = Address(path: Self.folder(of: redirect)).relative(to: target)
        canonical = site.baseURL.map { $0.text + String(redirect.to.drop { $0 == "/" }) }
    }

    static func folder(of redirect: Redirect) -> String { String(redirect.from.drop { $0 == "/" }) }

    static let fields: TemplateFields<Self> = [
        .text("language", \.language), .text("target", \.target, "the path from the site's root"),
        .address("way", \.way, "the relative address"), .address("canonical", \.canonical),
    ]
}
