import Corpus
import Meetings
import Templating

/// The page of a resolution or presidential statement: adoption, text where the corpus has it, citations both ways.
struct ResolutionPage: TemplatePage {
    static let template = "resolution.md"

    let id: String
    let symbol: String?
    let kind: String
    let title: String
    let facts: String
    let officialLink: String?
    let votes: [VoteRecord]
    let text: ResolutionText?
    let official: OfficialTextRecord?
    let uptake: Uptake?
    let cites: [ParagraphRecord]
    let citedBy: [CitationItem]
    let timeline: CitationTimelineRecord?
    let cite: CiteRecord

    init(_ ref: Ref<ResolutionEntry>, in site: SiteModel) {
        let corpus = site.corpus
        let resolution = corpus[ref]
        id = resolution.id
        symbol = resolution.symbol
        kind = resolution.kind == .resolution ? "Resolution" : "Presidential statement"
        title = resolution.title
        facts = Self.facts(resolution, corpus: corpus)
        officialLink = resolution.officialAddress
        votes = Self.vote(on: resolution, corpus: corpus).map { [$0] } ?? []
        text = corpus.fullText(of: ref).map {
            ResolutionText($0, of: ref, meeting: resolution.text?.meeting, site: site)
        }
        official = OfficialTextRecord(ref, corpus: corpus)
        uptake = Uptake(of: resolution, related: site.related(to: ref))
        cites = resolution.cites.map { ParagraphRecord(text: corpus.markdownLink(to: $0)) }
        citedBy = CitationItem.merged(resolution.citations, site: site)
        timeline = CitationTimelineRecord(of: ref, corpus: corpus)
        cite = CiteRecord(resolution, in: site)
    }

    private static func vote(on resolution: ResolutionEntry, corpus: Corpus) -> VoteRecord? {
        guard let adoption = resolution.adoption, let index = adoption.vote else { return nil }
        let (vote, names) = corpus.vote(index, of: adoption.meeting)
        return VoteRecord(vote, names: names, corpus: corpus)
    }

    /// `Adopted unanimously at the 7847th meeting of the Security Council, December 2016. Cited in 3 places.`
    private static func facts(_ resolution: ResolutionEntry, corpus: Corpus) -> String {
        var sentences: [String] = []
        if let adoption = resolution.adoption {
            let heading = corpus.heading(of: adoption.meeting)
            let how =
                switch adoption.how {
                case .unanimously: "Adopted unanimously"
                case .vote: "Adopted by vote"
                case .withoutVote: "Adopted without a vote"
                case nil: "Adopted"
                }
            let date = heading.date.value.map { ", " + Wording.date($0) } ?? ""
            let name = Escaping.markdown(MeetingNames(heading.outline).short)
            sentences.append("\(how) at [\(name)](meeting:\(heading.outline.id))\(date).")
        }
        let places = resolution.citations.count
        sentences.append(places == 0 ? "Not cited in the digests read." : "Cited in \(Wording.count(places, "place")).")
        return sentences.joined(separator: " ")
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.id), .text("symbol", \.symbol, "`S/RES/2331 (2016)`"), .text("kind", \.kind),
        .text("title", \.title), .markup("facts", \.facts, "a sentence of facts, with links"),
        .address("officialLink", \.officialLink, "where the body publishes the text"), .list("votes", \.votes),
        .record("text", \.text, "its words, where there is an official document or a digest prints them"),
        .record("official", \.official, "where the words are those of the official document"),
        .record("uptake", \.uptake, "which paragraphs the debate took up"), .flag("hasCites", { !$0.cites.isEmpty }),
        .list("cites", \.cites), .flag("hasCitedBy", { !$0.citedBy.isEmpty }), .list("citedBy", \.citedBy),
        .record("timeline", \.timeline, "what it recalls and what recalls it, by year"),
        .record("cite", \.cite, "how to cite the page"),
    ]
}

/// The words of a resolution, paragraph by paragraph.
struct ResolutionText: TemplateRecord {
    let preamble: [ClauseRecord]
    let operative: [ClauseRecord]
    let annexes: [AnnexRecord]

    init(_ text: FullText, of ref: Ref<ResolutionEntry>, meeting: Ref<MeetingEntry>?, site: SiteModel) {
        let resolution = site.corpus[ref]
        let related = site.related(to: ref)
        func clauses(_ part: ParagraphEntry.Part, _ clauses: [FullText.Clause]) -> [ClauseRecord] {
            resolution.paragraphs.filter { $0.part == part && $0.index < clauses.count }.map { paragraph in
                ClauseRecord(
                    clauses[paragraph.index], paragraph: paragraph, resolution: resolution, meeting: meeting,
                    site: site,
                    takenUp: related[paragraph.id]?.count ?? 0)
            }
        }
        preamble = clauses(.preamble, text.preamble)
        operative = clauses(.operative, text.operative)
        let running = RunningText(corpus: site.corpus)
        annexes = text.annexes.map { annex in
            AnnexRecord(
                title: annex.title,
                paragraphs: annex.paragraphs.map { ParagraphRecord(text: running.markdown($0, in: meeting)) })
        }
    }

    struct AnnexRecord: TemplateRecord {
        let title: String
        let paragraphs: [ParagraphRecord]

        static let fields: TemplateFields<Self> = [.text("title", \.title), .list("paragraphs", \.paragraphs)]
    }

    static let fields: TemplateFields<Self> = [
        .flag("hasPreamble", { !$0.preamble.isEmpty }), .list("preamble", \.preamble),
        .flag("hasOperative", { !$0.operative.isEmpty }), .list("operative", \.operative), .list("annexes", \.annexes),
    ]
}

/// A paragraph of a resolution, with its points.
struct ClauseRecord: TemplateRecord {
    let id: String
    let resolution: String
    let number: Int
    let label: String
    let heading: String?
    let text: Markup
    let points: [PointRecord]
    let continuation: [ParagraphRecord]
    let takenUp: String?

    init(
        _ clause: FullText.Clause, paragraph: ParagraphEntry, resolution entry: ResolutionEntry,
        meeting: Ref<MeetingEntry>?,
        site: SiteModel, takenUp related: Int
    ) {
        let running = RunningText(corpus: site.corpus)
        id = paragraph.id
        resolution = entry.id
        number = clause.number
        label = Self.label(paragraph)
        heading = clause.heading
        let emphasis = clause.text.hasPrefix(clause.opening) ? clause.opening.utf8.count : 0
        text = running.markdown(clause.text, references: clause.references, in: meeting, emphasis: emphasis)
        points = PointRecord.flattened(clause.points, under: paragraph.id, meeting: meeting, running: running)
        continuation = clause.continuation.map { ParagraphRecord(text: running.markdown($0, in: meeting)) }
        takenUp = related == 0 ? nil : "\(Wording.count(related, "related passage"))"
    }

    static func label(_ paragraph: ParagraphEntry) -> String { label(ParagraphLabel(paragraph)) }

    static func label(_ paragraph: ParagraphLabel) -> String {
        (paragraph.part == .operative ? "Operative paragraph " : "Preambular paragraph ") + String(paragraph.number)
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.id, "its anchor and part of its address: `op-10`, `pp-3`"), .text("resolution", \.resolution),
        .number("number", \.number), .text("label", \.label), .text("heading", \.heading), .markup("text", \.text),
        .list("points", \.points), .list("continuation", \.continuation), .text("takenUp", \.takenUp),
    ]
}

/// A lettered point, at its level; points within points follow it in a flat list.
struct PointRecord: TemplateRecord {
    let id: String
    let level: Int
    let label: String
    let text: Markup

    static func flattened(
        _ points: [FullText.Point], under clause: String, meeting: Ref<MeetingEntry>?, running: RunningText
    ) -> [PointRecord] {
        var records: [PointRecord] = []
        // A stack instead of recursion: the depth is the digest's.
        var pending = points.reversed().map { (point: $0, level: 1, path: clause) }
        while let (point, level, path) = pending.popLast() {
            let id = path + "-" + Slug.make(point.label)
            let text = running.markdown(point.text, references: point.references, in: meeting)
            records.append(PointRecord(id: id, level: min(level, 4), label: point.label, text: text))
            pending += point.points.reversed().map { ($0, level + 1, id) }
        }
        return records
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.id), .number("level", \.level, "from 1 to 4"), .text("label", \.label), .markup("text", \.text),
    ]
}

extension Corpus {
    /// A resolution's title as a Markdown link.
    func markdownLink(to ref: Ref<ResolutionEntry>) -> String {
        let outline = outline(of: ref)
        return "[\(Escaping.markdown(outline.title))](resolution:\(outline.id))"
    }
}
