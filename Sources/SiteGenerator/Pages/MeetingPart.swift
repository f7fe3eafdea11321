import Corpus
import Meetings
import Templating

/// A block of the digest as the meeting's page shows it, in the order of the text.
struct MeetingPart: TemplateRecord {
    let content: Content

    enum Content {
        case heading(HeadingRecord)
        case summary([ParagraphRecord])
        case statement(StatementRecord)
        case narration([ParagraphRecord])
        case toCome(ToComeRecord)
        case fullText(LinkRecord)
    }

    /// Header, times and footer are facts at the head of the page; every other block has a part.
    static func all(of ref: Ref<MeetingEntry>, in site: SiteModel) -> [MeetingPart] {
        let corpus = site.corpus
        let entry = corpus[ref]
        let running = RunningText(corpus: corpus)
        let longest = entry.turns.map(\.words).max() ?? 0
        let old = oldAnchors(of: ref, in: site)
        var turns = entry.turns.makeIterator()
        var anchors = Anchors(reserved: entry.turns.map { corpus.statement($0.ref).id })
        return entry.meeting.blocks.compactMap { block in
            func paragraphs(_ paragraphs: [Paragraph]) -> [ParagraphRecord] {
                paragraphs.map { ParagraphRecord(text: running.markdown($0, in: ref)) }
            }
            switch block.content {
            case .heading(let heading):
                let text = PrintedSpacing.of(heading.text)
                return MeetingPart(content: .heading(HeadingRecord(text: text, anchor: anchors.next(for: text))))
            case .summary(let summary): return MeetingPart(content: .summary(paragraphs(summary.paragraphs)))
            case .statement(let statement):
                guard let turn = turns.next() else { return nil }
                let record = StatementRecord(
                    statement, turn: turn, longest: longest, meeting: ref, site: site,
                    oldAnchors: old[statement.id] ?? [])
                return MeetingPart(content: .statement(record))
            case .note(let text), .narration(let text), .other(let text):
                return MeetingPart(content: .narration(paragraphs(text)))
            case .placeholder(let placeholder): return MeetingPart(content: .toCome(ToComeRecord(placeholder)))
            case .fullText(let decision):
                guard decision < entry.decisions.count, let ref = entry.decisions[decision] else { return nil }
                let resolution = corpus.outline(of: ref)
                return MeetingPart(
                    content: .fullText(LinkRecord(id: resolution.id, name: resolution.title, count: nil)))
            case .header, .times, .footer: return nil
            }
        }
    }

    /// For each statement's anchor those it had in provisional copies or was published under, and no statement has now.
    private static func oldAnchors(of ref: Ref<MeetingEntry>, in site: SiteModel) -> [String: [String]] {
        let corpus = site.corpus
        let entry = corpus[ref]
        var taken = Set(entry.turns.map { corpus.statement($0.ref).id })
        var old: [String: [String]] = [:]
        for moved in entry.earlierVersions.flatMap({ corpus.changes(since: $0, in: ref).movedAnchors })
        where taken.insert(moved.from).inserted {
            old[moved.to, default: []].append(moved.from)
        }
        for (anchor, before) in site.oldAnchors(in: ref) {
            old[anchor, default: []] += before.filter { taken.insert($0).inserted }
        }
        return old
    }

    static let fields: TemplateFields<Self> = [
        .record("heading", { if case .heading(let heading) = $0.content { heading } else { nil } }),
        .list("summary", { if case .summary(let paragraphs) = $0.content { paragraphs } else { [] } }),
        .flag("isSummary", { if case .summary = $0.content { true } else { false } }),
        .record("statement", { if case .statement(let statement) = $0.content { statement } else { nil } }),
        .list("narration", { if case .narration(let paragraphs) = $0.content { paragraphs } else { [] } }),
        .flag("isNarration", { if case .narration = $0.content { true } else { false } }),
        .record("toCome", { if case .toCome(let placeholder) = $0.content { placeholder } else { nil } }),
        .record("fullText", { if case .fullText(let link) = $0.content { link } else { nil } }),
    ]
}

struct HeadingRecord: TemplateRecord {
    let text: String
    let anchor: String

    static let fields: TemplateFields<Self> = [.text("text", \.text), .text("anchor", \.anchor)]
}

/// A statement that is announced and not given yet.
struct ToComeRecord: TemplateRecord {
    let anchor: String
    let text: String
    let label: String

    init(_ placeholder: Placeholder) {
        anchor = placeholder.id
        text = PrintedSpacing.of(placeholder.text)
        label = placeholder.delegation ?? text
    }

    static let fields: TemplateFields<Self> = [.text("anchor", \.anchor), .text("text", \.text)]
}

/// Names for the parts of a page, unique on it, that never take a statement's.
struct Anchors {
    private var taken: Set<String>

    init(reserved: [String]) { taken = Set(reserved + ["content", "summary", "source", "decisions"]) }

    mutating func next(for text: String) -> String {
        let slug = Slug.make(text)
        let stem = slug.isEmpty ? "part" : slug
        var anchor = stem
        var count = 1
        while !taken.insert(anchor).inserted {
            count += 1
            anchor = "\(stem)-part-\(count)"
        }
        return anchor
    }
}
