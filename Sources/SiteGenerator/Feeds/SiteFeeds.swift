import Corpus
import Meetings

/// Every feed of the site: of the whole, and of each body, speaker, delegation and resolution.
///
/// Feeds need whole addresses: without `baseURL` there are none.
struct SiteFeeds: Sendable {
    let site: SiteModel

    init(_ site: SiteModel) { self.site = site }

    private var corpus: Corpus { site.corpus }

    /// What has a feed.
    enum Subject: Sendable {
        case site
        /// All bodies: which there are and what they are called depends on every meeting.
        case bodies
        case speaker(Ref<Person>)
        case delegation(Ref<Delegation>)
        case resolution(Ref<ResolutionEntry>)

        static func all(of corpus: Corpus) -> [Subject] {
            [.site, .bodies] + corpus.personRefs.map(Subject.speaker) + corpus.delegationRefs.map(Subject.delegation)
                + corpus.resolutionRefs.map(Subject.resolution)
        }

        /// The folder of the feed, as a path from the site's root; of all bodies the folder of theirs.
        func folder(in corpus: Corpus) -> String {
            switch self {
            case .site: ""
            case .bodies: "bodies/"
            case .speaker(let ref): Address.speaker(corpus.label(of: ref).id).path
            case .delegation(let ref): Address.delegation(corpus.label(of: ref).id).path
            case .resolution(let ref): Address.resolution(corpus.outline(of: ref).id).path
            }
        }
    }

    /// The files of a subject's feeds; none without `baseURL`.
    func files(for subject: Subject) -> [PageMaker.File] {
        guard let base = site.baseURL else { return [] }
        return feeds(for: subject).flatMap { feed in
            [
                .init(path: feed.folder + AtomFeed.name, bytes: AtomFeed(feed, site: site, base: base).bytes),
                .init(path: feed.folder + JSONFeed.name, bytes: JSONFeed(feed, site: site, base: base).bytes),
            ]
        }
    }

    private func feeds(for subject: Subject) -> [Feed] {
        switch subject {
        case .site: [all()]
        case .bodies: bodies()
        case .speaker(let ref): [speaker(ref)]
        case .delegation(let ref): [delegation(ref)]
        case .resolution(let ref): [resolution(ref)]
        }
    }

    /// The folder of the feed that follows what a page is about; the site's own where it has none.
    static func folder(for page: SitePage, in corpus: Corpus) -> String {
        switch page {
        case .speaker, .delegation, .resolution: page.address(in: corpus).path
        case .paragraph(let resolution, _): Address.resolution(corpus.outline(of: resolution).id).path
        case .meeting(let meeting), .earlierVersion(let meeting, _): corpus[meeting].bodyCode.map(folder(ofBody:)) ?? ""
        case .home, .meetings, .year, .speakers, .delegations, .resolutions, .documents, .search, .notFound: ""
        }
    }

    static func folder(ofBody code: String) -> String { "bodies/\(code)/" }

    // MARK: Which feeds there are

    func all() -> Feed {
        Feed(
            folder: "", title: site.title, description: site.description,
            entries: corpus.meetingRows.suffix(Feed.longest).reversed().map(entry))
    }

    func bodies() -> [Feed] {
        let meetings = Dictionary(grouping: corpus.meetingRows.filter { $0.bodyCode != nil }, by: \.bodyCode)
        return meetings.compactMap { code, rows in code.map { ($0, rows) } }.sorted { $0.0 < $1.0 }.map { code, rows in
            let name = rows.lazy.compactMap(\.heading.outline.body).last ?? code
            return Feed(
                folder: Self.folder(ofBody: code), page: Address.meetings.path, title: "\(name) · \(site.title)",
                description: "Meetings of the body “\(name)”.",
                entries: rows.suffix(Feed.longest).reversed().map(entry))
        }
    }

    func speaker(_ ref: Ref<Person>) -> Feed {
        let person = corpus[ref]
        return Feed(
            folder: Address.speaker(person.id).path, title: "\(person.name) · \(site.title)",
            description: "Statements by \(person.name).",
            entries: person.turns.suffix(Feed.longest).reversed().map(entry))
    }

    func delegation(_ ref: Ref<Delegation>) -> Feed {
        let delegation = corpus[ref]
        return Feed(
            folder: Address.delegation(delegation.id).path, title: "\(delegation.name) · \(site.title)",
            description: "Statements for \(delegation.name).",
            entries: delegation.turns.suffix(Feed.longest).reversed().map(entry))
    }

    /// Where it was adopted, and what cites it, each place once.
    func resolution(_ ref: Ref<ResolutionEntry>) -> Feed {
        let resolution = corpus[ref]
        var seen: Set<String> = []
        var entries: [Feed.Entry] = []
        for citation in resolution.citations.reversed() where entries.count < Feed.longest {
            if let entry = entry(citation), seen.insert(entry.address).inserted { entries.append(entry) }
        }
        if let adoption = (resolution.adoption?.meeting).map({ entry(corpus.row(of: $0)) }),
            seen.insert(adoption.address).inserted
        {
            entries.append(adoption)
        }
        return Feed(
            folder: Address.resolution(resolution.id).path, title: "\(resolution.title) · \(site.title)",
            description: "The adoption of \(resolution.title), and what cites it.",
            entries: entries.enumerated().sorted { ($1.element.updated, $0.offset) < ($0.element.updated, $1.offset) }
                .map(\.element))
    }
}

// MARK: Entries

extension SiteFeeds {
    func entry(_ row: MeetingRow) -> Feed.Entry {
        let heading = row.heading
        let names = MeetingNames(heading.outline)
        let summary = row.abstract ?? Wording.count(row.statements, "statement")
        return Feed.Entry(
            address: Address.meeting(row.id).path, title: names.title,
            summary: sentence([names.short == names.title ? nil : names.short, when(heading.date)], summary),
            date: heading.date.value, authors: [])
    }

    func entry(_ turn: TurnRef) -> Feed.Entry {
        let heading = corpus.heading(of: turn.meeting)
        let statement = corpus.statement(turn)
        let person = corpus.turn(turn)?.person.map { corpus.label(of: $0).name }
        return Feed.Entry(
            address: Address.meeting(heading.outline.id).path + "#" + statement.id,
            title: "\(corpus.voice(of: turn)), \(MeetingNames(heading.outline).short)",
            summary: sentence([when(heading.date)], statement.paragraphs.first?.text ?? ""),
            date: heading.date.value, authors: [person].compactMap(\.self))
    }

    func entry(_ citation: Citation) -> Feed.Entry? {
        switch citation.passage {
        case .turn(let turn, _): return entry(turn)
        case .block(let meeting, _, _): return entry(corpus.row(of: meeting))
        case .clause(let resolution, _, _), .annex(let resolution, _, _):
            let citing = corpus[resolution]
            guard let meeting = citing.text?.meeting else { return nil }
            let paragraph =
                if case .clause(_, let index, _) = citation.passage { citing.paragraphs[index].id } else { "" }
            let page = Address.resolution(citing.id).path + (paragraph.isEmpty ? "" : paragraph + "/")
            let date = corpus.heading(of: meeting).date
            return Feed.Entry(
                address: page, title: citing.title,
                summary: sentence([when(date)], corpus.paragraph(at: citation.passage)?.text ?? ""),
                date: date.value, authors: [])
        }
    }

    private func when(_ date: MeetingDate) -> String {
        date.value.map(Wording.date) ?? "Date not known"
    }

    private func sentence(_ facts: [String?], _ text: String) -> String {
        let facts = facts.compactMap(\.self).joined(separator: ", ")
        return "\(facts). \(Wording.excerpt(typed: text))"
    }
}
