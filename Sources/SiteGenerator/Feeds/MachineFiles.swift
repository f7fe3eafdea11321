import Corpus

/// Files at the site's root for programs that visit it: `sitemap.xml`, `robots.txt`, `llms.txt`.
struct MachineFiles: Sendable {
    let site: SiteModel

    init(_ site: SiteModel) { self.site = site }

    var files: [PageMaker.File] {
        var files = [
            PageMaker.File(path: "robots.txt", bytes: Array(robots.utf8)),
            PageMaker.File(path: "llms.txt", bytes: Array(guide.utf8)),
        ]
        if let base = site.baseURL {
            files += Sitemap(paths: Address.all(of: site.corpus.names).map(\.path), base: base).files(base: base)
        }
        return files
    }

    /// Everything may be read but the files of the search, which hold the same texts in pieces.
    private var robots: String {
        let path = site.baseURL?.path ?? "/"
        let folder = path + SearchIndex.folder
        var text = "User-agent: *\nDisallow: \(folder)texts/\nDisallow: \(folder)words/\n"
        if let base = site.baseURL { text += "\nSitemap: \(base.text)\(Sitemap.name)\n" }
        return text
    }

    /// What the site holds and how to read it, by the convention of llmstxt.org.
    private var guide: String {
        let corpus = site.corpus
        let base = site.baseURL?.text ?? ""
        let counts = corpus.counts
        func link(_ name: String, _ path: String, _ about: String) -> String {
            "- [\(Self.plain(name))](\(base)\(path)): \(about)"
        }
        var lines = ["# \(Self.plain(site.title))", ""]
        if let description = site.description { lines += ["> \(Self.plain(description))", ""] }
        lines += [
            "Digests of meetings: \(counts.meetings) meetings, \(counts.statements) statements, \(counts.persons) speakers, "
                + "\(counts.delegations) delegations. Digests are summaries, not official records.", "",
            "Every page stands in three forms: `index.html`, `index.md` (Markdown) and `index.json` (data, with the lines "
                + "of the source) in one folder. Each statement has an address: the meeting's page and an anchor, like "
                + "`meetings/…/#japan`. Addresses do not change.", "",
            "## Lists", "",
            link("Meetings", "meetings/index.md", "all meetings, the latest first"),
            link("Speakers", "speakers/index.md", "everybody who spoke, with every turn"),
            link("Delegations", "delegations/index.md", "States, organisations and groups, with every turn and vote"),
            link("Resolutions", "resolutions/index.md", "decisions, paragraph by paragraph, and what cites them"),
            link("Documents", "documents/index.md", "every document cited, with its official address"),
        ]
        if site.baseURL != nil {
            lines += [
                "", "## Feeds", "",
                link("Atom", AtomFeed.name, "the latest meetings; each speaker, delegation and resolution has its own"),
                link("JSON Feed", JSONFeed.name, "the same"),
                link("Sitemap", Sitemap.name, "the address of every page"),
            ]
        }
        let latest = corpus.meetingRows.suffix(20).reversed().map { row in
            let names = MeetingNames(row.heading.outline)
            let date = row.heading.date.value.map(Wording.date) ?? "date not known"
            return link(names.title, Address.meeting(row.id).path + "index.md", "\(Self.plain(names.body)), \(date)")
        }
        if !latest.isEmpty { lines += ["", "## Latest meetings", ""] + latest }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Text that is no Markdown: brackets and what opens markup are escaped, line breaks become spaces.
    private static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            if "\\`*_[]<>#".unicodeScalars.contains(scalar) { plain += "\\" }
            plain.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
        }
        return plain
    }
}
