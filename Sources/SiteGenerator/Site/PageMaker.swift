import CommonMark
import Corpus
import Diagnostics
import Meetings
import Templating

/// Makes the files of one page: context, Markdown, links, HTML, layout.
///
/// Shared by all threads; making a page reads nothing but the model and writes nothing.
struct PageMaker: Sendable {
    private(set) var site: SiteModel
    let templates: TemplateSet
    let map: SiteMap
    private let links = SymbolicLinks(schemes: SiteMap.schemes)

    init(site: SiteModel, templates: TemplateSet, assets: [String]) {
        self.site = site
        self.templates = templates
        map = SiteMap(assets: assets)
    }

    /// The same maker, which writes down what of the corpus is read.
    func noting(in log: ReadLog) -> PageMaker { showing(site.noting(in: log)) }

    /// The same maker for a site that differs in its corpus.
    func showing(_ site: SiteModel) -> PageMaker {
        var maker = self
        maker.site = site
        return maker
    }

    /// Every kind of page, for the check of the templates.
    static let kinds: [any TemplatePage.Type] = [
        Layout.self, HomePage.self, MeetingsPage.self, YearPage.self, MeetingPage.self, SpeakersPage.self,
        SpeakerPage.self,
        EarlierVersionPage.self, DelegationsPage.self, DelegationPage.self, ResolutionsPage.self, ResolutionPage.self,
        ParagraphPage.self,
        DocumentsPage.self, SearchPage.self, NotFoundPage.self, RedirectPage.self,
    ]

    /// A file of the site, ready to be written.
    struct File: Sendable {
        /// From the site's root: `meetings/sc-7847/index.html`.
        let path: String
        let bytes: [UInt8]
    }

    /// The page's Markdown, HTML and data; none where the corpus has nothing to show.
    /// - Throws: what is wrong with a template, with its place.
    func files(for page: SitePage) throws(DiagnosticError) -> [File] {
        guard let draft = try draft(page) else { return [] }
        let folder = page.address(in: site.corpus).path
        let address = isNotFound(page) ? nil : page.address(in: site.corpus)
        let markdown = try resolved(draft.markdown, in: .markdown, at: address, template: draft.template)
        let layout = Layout(
            language: site.language, siteTitle: site.title, title: draft.title, shortTitle: draft.shortTitle,
            description: draft.description,
            canonical: isNotFound(page) ? nil : site.baseURL.map { $0.text + folder },
            markdown: isNotFound(page) ? nil : "index.md", feeds: feeds(of: page, from: address),
            linkedData: LinkedData.json(for: page, in: site), doors: doors(page), trail: draft.trail,
            content: Markup(CommonMark.html(markdown, takenIDs: ["content"], slug: Slug.make)))
        let html = try resolved(templates.render(layout), in: .html, at: address, template: Layout.template)
        if isNotFound(page) { return [File(path: "404.html", bytes: html)] }
        var files = [File(path: folder + "index.md", bytes: markdown), File(path: folder + "index.html", bytes: html)]
        if let data = PageData(site: site).document(page) {
            files.append(File(path: folder + "index.json", bytes: data))
        }
        return files
    }

    /// The page at an old address that leads on to the new one.
    func file(for redirect: Redirect) throws(DiagnosticError) -> File {
        let folder = Address(path: RedirectPage.folder(of: redirect))
        let page = try templates.render(RedirectPage(redirect, in: site))
        return File(
            path: folder.path + "index.html",
            bytes: try resolved(page, in: .html, at: folder, template: RedirectPage.template))
    }

    /// A page's Markdown, with symbolic links, and what the layout says about it.
    private struct Draft {
        let markdown: [UInt8]
        let template: String
        let title: String
        let shortTitle: String
        let description: String?
        let trail: [Layout.Step]
    }

    private func draft(_ page: SitePage) throws(DiagnosticError) -> Draft? {
        let corpus = site.corpus
        switch page {
        case .home: return try draft(HomePage(in: site), title: site.title, description: site.description)
        case .notFound: return try draft(NotFoundPage(title: site.title), title: "Nothing stands at this address")
        case .meetings: return try draft(MeetingsPage(in: site), title: "Meetings")
        case .speakers: return try draft(SpeakersPage(in: site), title: "Speakers")
        case .delegations: return try draft(DelegationsPage(in: site), title: "Delegations")
        case .resolutions: return try draft(ResolutionsPage(in: site), title: "Resolutions")
        case .documents: return try draft(DocumentsPage(in: site), title: "Documents")
        case .search: return try draft(SearchPage(in: site), title: "Search")
        case .year(let ref):
            let page = YearPage(ref, in: site)
            return try draft(page, title: page.title, under: [.init(link: "page:meetings", name: "Meetings")])
        case .meeting(let ref):
            let meeting = corpus[ref].meeting
            let title = MeetingNames(meeting).title
            return try draft(
                MeetingPage(ref, in: site), title: title, short: MeetingNames(meeting).number ?? title,
                description: meeting.subheadlines.first ?? title,
                under: [.init(link: "page:meetings", name: "Meetings")])
        case .earlierVersion(let ref, let index):
            let entry = corpus[ref]
            let title = MeetingNames(entry.meeting).title
            return try draft(
                EarlierVersionPage(entry.earlierVersions[index], of: entry), title: "Provisional copy: \(title)",
                short: "Provisional copy",
                under: [
                    .init(link: "page:meetings", name: "Meetings"), .init(link: "meeting:\(entry.id)", name: title),
                ])
        case .speaker(let ref):
            let person = corpus[ref]
            return try draft(
                SpeakerPage(ref, corpus: corpus), title: person.name,
                description: "Every statement by \(person.name) in these digests.",
                under: [.init(link: "page:speakers", name: "Speakers")])
        case .delegation(let ref):
            let delegation = corpus[ref]
            return try draft(
                DelegationPage(ref, corpus: corpus), title: delegation.name,
                description: "Who spoke for \(delegation.name), every statement and vote in these digests.",
                under: [.init(link: "page:delegations", name: "Delegations")])
        case .resolution(let ref):
            return try draft(
                ResolutionPage(ref, in: site), title: corpus[ref].title,
                under: [.init(link: "page:resolutions", name: "Resolutions")])
        case .paragraph(let ref, let index):
            guard let paragraph = ParagraphPage(index, of: ref, in: site) else { return nil }
            let resolution = corpus[ref]
            return try draft(
                paragraph, title: "\(paragraph.clause.label), \(resolution.title)", short: paragraph.clause.label,
                under: [
                    .init(link: "page:resolutions", name: "Resolutions"),
                    .init(link: "resolution:\(resolution.id)", name: resolution.title),
                ])
        }
    }

    private func draft<Page: TemplatePage>(
        _ page: Page, title: String, short: String? = nil, description: String? = nil, under trail: [Layout.Step] = []
    ) throws(DiagnosticError) -> Draft {
        Draft(
            markdown: try templates.render(page), template: Page.template, title: title, shortTitle: short ?? title,
            description: description, trail: trail)
    }

    /// Where the feed lies that follows a page, as seen from it.
    private func feeds(of page: SitePage, from address: Address?) -> String? {
        guard site.baseURL != nil, let address else { return nil }
        let folder = address.relative(to: SiteFeeds.folder(for: page, in: site.corpus))
        return folder == "./" ? "" : folder
    }

    private func doors(_ page: SitePage) -> [Layout.Door] {
        [
            ("meetings", "Meetings"), ("speakers", "Speakers"), ("delegations", "Delegations"),
            ("resolutions", "Resolutions"), ("documents", "Documents"), ("search", "Search"),
        ]
        .map { Layout.Door(page: $0, name: $1, isCurrent: page.door == $0) }
    }

    /// - Parameter address: where the page stands; nil for the page for lost addresses, which is served at any depth,
    ///   so that only addresses from the root hold there.
    private func resolved(
        _ text: [UInt8], in syntax: SymbolicLinks.Syntax, at address: Address?, template: String
    ) throws(DiagnosticError) -> [UInt8] {
        let outcome = links.resolve(text, in: syntax) { scheme, rest in
            guard let path = map.path(scheme: scheme, rest: rest, in: site.corpus) else { return nil }
            return address?.relative(to: path) ?? site.basePath + path
        }
        guard outcome.unresolved.isEmpty else {
            throw DiagnosticError(
                outcome.unresolved.map { link in
                    Diagnostic(
                        id: "dead-link", severity: .error, file: "Templates/\(template)",
                        message:
                            "“\(link.scheme):\(link.rest)” leads nowhere (on the page \(address.map { "/" + $0.path } ?? "404.html"))",
                        suggestion:
                            "Check the name after the colon; see Documentation/Templates.md for what links may say.")
                })
        }
        return outcome.text
    }

    private func isNotFound(_ page: SitePage) -> Bool { if case .notFound = page { true } else { false } }
}
