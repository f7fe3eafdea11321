import Corpus
import Meetings

/// Every feed of the site: of the whole, and of each body, speaker, delegation and resolution.
///
/// Feeds need whole addresses: without `baseURL` there are none.
struct SiteFeeds: Sendable {
    let site: SiteModel

    init(_ site: SiteModel) { self.site = site }

    private var corpus: Corpus { site.corpus }

    /// Calls `write` with each file, from several threads.
    func files(threads: Int, _ write: @Sendable (PageMaker.File) -> Void) {
        guard let base = site.baseURL else { return }
        @Sendable func put(_ feed: Feed) {
            write(.init(path: feed.folder + AtomFeed.name, bytes: AtomFeed(feed, site: site, base: base).bytes))
            write(.init(path: feed.folder + JSONFeed.name, bytes: JSONFeed(feed, site: site, base: base).bytes))
        }
        put(all())
        for feed in bodies() { put(feed) }
        let many = ParallelMap(threads: threads)
        _ = many.map(Array(corpus.personRefs)) { put(speaker($0)) }
        _ = many.map(Array(corpus.delegationRefs)) { put(delegation($0)) }
        _ = many.map(Array(corpus.resolutionRefs)) { put(resolution($0)) }
    }

    /// The folder of the feed that follows what a page is about; the site's own where it has none.
    static func folder(for page: SitePage, in corpus: Corpus) -> String {
        switch page {
        case .speaker, .delegation, .resolution: page.address(in: corpus).path
        case .paragraph(let resolution, _): Address.resolution(corpus[resolution].id).path
        case .meeting(let meeting), .earlierVersion(let meeting, _): corpus[meeting].bodyCode.map(folder(ofBody:)) ?? ""
        case .home, .meetings, .speakers, .delegations, .resolutions, .documents, .search, .notFound: ""
        }
    }

    static func folder(ofBody code: String) -> String { "bodies/\(code)/" }

    // MARK: Which feeds there are

    func all() -> Feed {
        Feed(
            folder: "", title: site.title, description: site.description,
            entries: corpus.meetingRefs.suffix(Feed.longest).reversed().map(entry))
    }

    func bodies() -> [Feed] {
        var meetings: [String: [Ref<MeetingEntry>]] = [:]
        for ref in corpus.meetingRefs {
            if let code = corpus[ref].bodyCode { meetings[code, default: []].append(ref) }
        }
        return meetings.sorted { $0.key < $1.key }.map { code, refs in
            let name = refs.lazy.compactMap { corpus[$0].meeting.body }.last ?? code
            return Feed(
                folder: Self.folder(ofBody: code), page: Address.meetings.path, title: "\(name) · \(site.title)",
                description: "Meetings of the body “\(name)”.",
                entries: refs.suffix(Feed.longest).reversed().map(entry))
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
        if let adoption = (resolution.adoption?.meeting).map(entry), seen.insert(adoption.address).inserted {
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
    func entry(_ ref: Ref<MeetingEntry>) -> Feed.Entry {
        let entry = corpus[ref]
        let names = MeetingNames(entry.meeting)
        let summary =
            entry.meeting.subheadlines.first ?? entry.meeting.blocks.lazy.compactMap(\.firstSummaryParagraph).first
            ?? Wording.count(entry.turns.count, "statement")
        return Feed.Entry(
            address: Address.meeting(entry.id).path, title: names.title,
            summary: sentence([names.short == names.title ? nil : names.short, when(entry)], summary),
            date: entry.meeting.date.value, authors: [])
    }

    func entry(_ turn: TurnRef) -> Feed.Entry {
        let entry = corpus[turn.meeting]
        let statement = corpus.statement(turn)
        let person = corpus.turn(turn)?.person.map { corpus[$0].name }
        return Feed.Entry(
            address: Address.meeting(entry.id).path + "#" + statement.id,
            title: "\(corpus.voice(of: turn)), \(MeetingNames(entry.meeting).short)",
            summary: sentence([when(entry)], statement.paragraphs.first?.text ?? ""),
            date: entry.meeting.date.value, authors: [person].compactMap(\.self))
    }

    func entry(_ citation: Citation) -> Feed.Entry? {
        switch citation.passage {
        case .turn(let turn, _): return entry(turn)
        case .block(let meeting, _, _): return entry(meeting)
        case .clause(let resolution, _, _), .annex(let resolution, _, _):
            let citing = corpus[resolution]
            guard let meeting = citing.text?.meeting else { return nil }
            let paragraph =
                if case .clause(_, let index, _) = citation.passage { citing.paragraphs[index].id } else { "" }
            let page = Address.resolution(citing.id).path + (paragraph.isEmpty ? "" : paragraph + "/")
            return Feed.Entry(
                address: page, title: citing.title,
                summary: sentence([when(corpus[meeting])], corpus.paragraph(at: citation.passage)?.text ?? ""),
                date: corpus[meeting].meeting.date.value, authors: [])
        }
    }

    private func when(_ entry: MeetingEntry) -> String {
        entry.meeting.date.value.map(Wording.date) ?? "Date not known"
    }

    private func sentence(_ facts: [String?], _ text: String) -> String {
        let facts = facts.compactMap(\.self).joined(separator: ", ")
        return "\(facts). \(Wording.excerpt(RunningText.spaced(Substring(text))))"
    }
}

extension Block {
    fileprivate var firstSummaryParagraph: String? {
        if case .summary(let summary) = content { summary.paragraphs.first?.text } else { nil }
    }
}
