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
    let words: Int
    let paragraphs: [ParagraphRecord]
    /// Links to the paragraphs of resolutions whose wording it comes close to.
    let related: String?
    /// The same delegation's, or where none is known the same speaker's, turn before and after this one.
    let before: TurnStep?
    let after: TurnStep?

    init(
        _ statement: Statement, turn: Turn, longest: Int, meeting: Ref<MeetingEntry>, site: SiteModel,
        oldAnchors: [String]
    ) {
        let corpus = site.corpus
        anchor = statement.id
        self.oldAnchors = oldAnchors.map(TextRecord.init)
        delegation = turn.delegation.map { LinkRecord(corpus.label(of: $0)) }
        speaker = turn.person.map { LinkRecord(corpus.label(of: $0)) }
        details = Self.details(of: statement, turn: turn, corpus: corpus).map { ParagraphRecord(text: $0) }
        words = turn.words
        share = longest == 0 ? 0 : max(1, turn.words * 100 / longest)
        let running = RunningText(corpus: corpus)
        let close = site.paragraphs(relatedTo: turn.ref).map { target in
            let entry = corpus.outline(of: target.resolution)
            let label = Escaping.markdown("\(entry.title), \(ClauseRecord.label(target.paragraph).lowercased())")
            return "<a href=\"paragraph:\(entry.id)/\(target.paragraph.id)\">\(label)</a>"
        }
        related = close.isEmpty ? nil : Wording.list(close)
        paragraphs = statement.paragraphs.map { ParagraphRecord(text: running.markdown($0, in: meeting)) }
        before = turn.before.map { TurnStep(to: $0, from: turn.ref, corpus: corpus) }
        after = turn.after.map { TurnStep(to: $0, from: turn.ref, corpus: corpus) }
    }

    /// Role, for whom besides, with whom, on what occasion: a line each.
    private static func details(of statement: Statement, turn: Turn, corpus: Corpus) -> [String] {
        func links(_ refs: [Ref<Delegation>]) -> String {
            Wording.list(refs.map { corpus.htmlLink(to: $0) })
        }
        var lines: [String] = []
        if let role = statement.speaker.role { lines.append(Escaping.markdown(PrintedSpacing.of(role))) }
        if !turn.onBehalfOf.isEmpty { lines.append("on behalf of " + links(turn.onBehalfOf)) }
        if !turn.alignedWith.isEmpty { lines.append("associated with " + links(turn.alignedWith)) }
        if !turn.heard.isEmpty { lines.append("heard in it too: " + links(turn.heard)) }
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
        .number("words", \.words),
        .markup("related", \.related, "links to paragraphs of resolutions whose wording is close"),
        .record("before", \.before, "the turn before by the same delegation, or speaker where no delegation is known"),
        .record("after", \.after, "the one after"), .flag("hasSteps", { $0.before != nil || $0.after != nil }),
    ]
}

/// The way from a turn to another by the same voice.
struct TurnStep: TemplateRecord {
    let meetingID: String
    let anchor: String
    let name: String

    init(to ref: TurnRef, from turn: TurnRef, corpus: Corpus) {
        let meeting = corpus.outline(of: ref.meeting)
        meetingID = meeting.id
        anchor = corpus.anchor(of: ref)
        let here = ref < turn ? "earlier in this meeting" : "later in this meeting"
        name = ref.meeting == turn.meeting ? here : Self.name(of: meeting, from: corpus.outline(of: turn.meeting))
    }

    /// `20 December 2016, 7847th meeting`: date and number, and the body where it is another; a title only where there
    /// is no date.
    private static func name(of meeting: MeetingOutline, from here: MeetingOutline) -> String {
        let names = MeetingNames(meeting)
        guard let date = meeting.date.map(Wording.date) else { return names.short }
        let body = meeting.body == here.body ? nil : meeting.body
        return [date, body, names.number].compactMap(\.self).joined(separator: ", ")
    }

    static let fields: TemplateFields<Self> = [
        .text("meetingID", \.meetingID), .text("anchor", \.anchor), .text("name", \.name, "when and where it was"),
    ]
}
