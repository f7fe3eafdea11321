import Corpus
import Meetings
import Templating

/// A statement as its meeting's page shows it.
struct StatementRecord: TemplateRecord {
    let anchor: String
    /// Anchors it had in provisional copies, which stay good.
    let oldAnchors: [TextRecord]
    let delegation: LinkRecord?
    let speaker: LinkRecord?
    let details: [ParagraphRecord]
    /// Length against the longest turn of the meeting, in per cent.
    let share: Int
    let paragraphs: [ParagraphRecord]
    /// Links to the paragraphs of resolutions whose wording it comes close to.
    let related: String?

    init(
        _ statement: Statement, turn: Turn, longest: Int, meeting: Ref<MeetingEntry>, site: SiteModel,
        oldAnchors: [String]
    ) {
        let corpus = site.corpus
        anchor = statement.id
        self.oldAnchors = oldAnchors.map(TextRecord.init)
        delegation = turn.delegation.map { LinkRecord(id: corpus[$0].id, name: corpus[$0].name, count: nil) }
        speaker = turn.person.map { LinkRecord(id: corpus[$0].id, name: corpus[$0].name, count: nil) }
        details = Self.details(of: statement, turn: turn, corpus: corpus).map(ParagraphRecord.init)
        share = longest == 0 ? 0 : max(1, turn.words * 100 / longest)
        let running = RunningText(corpus: corpus)
        let close = (site.relatedParagraphs[turn.ref] ?? []).map { resolution, paragraph in
            let entry = corpus[resolution]
            let label = Escaping.markdown("\(entry.title), \(ClauseRecord.label(paragraph).lowercased())")
            return "<a href=\"paragraph:\(entry.id)/\(paragraph.id)\">\(label)</a>"
        }
        related = close.isEmpty ? nil : Wording.list(close)
        paragraphs = statement.paragraphs.map { ParagraphRecord(text: running.markdown($0, in: meeting)) }
    }

    /// Role, for whom besides, with whom, on what occasion: a line each.
    private static func details(of statement: Statement, turn: Turn, corpus: Corpus) -> [String] {
        func links(_ refs: [Ref<Delegation>]) -> String {
            Wording.list(refs.map { corpus.htmlLink(to: $0) })
        }
        var lines: [String] = []
        if let role = statement.speaker.role { lines.append(Escaping.markdown(RunningText.spaced(Substring(role)))) }
        if !turn.onBehalfOf.isEmpty { lines.append("on behalf of " + links(turn.onBehalfOf)) }
        if !turn.alignedWith.isEmpty { lines.append("associated with " + links(turn.alignedWith)) }
        if let occasion = statement.occasion {
            lines.append(name(of: occasion))
        }
        return lines
    }

    private static func name(of occasion: Statement.Occasion) -> String {
        switch occasion {
        case .explanationBefore: "explanation of vote before the vote"
        case .explanationAfter: "explanation of vote after the vote"
        case .rightOfReply: "right of reply"
        case .nationalCapacity: "in national capacity"
        }
    }

    static let fields: TemplateFields<Self> = [
        .text("anchor", \.anchor),
        .list("oldAnchors", \.oldAnchors, "anchors it had in provisional copies"), .record("delegation", \.delegation),
        .record("speaker", \.speaker),
        .list("details", \.details), .number("share", \.share), .list("paragraphs", \.paragraphs),
        .markup("related", \.related, "links to paragraphs of resolutions whose wording is close"),
    ]
}
