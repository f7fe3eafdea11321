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
        delegation = turn.delegation.map { LinkRecord(id: corpus[$0].id, name: corpus[$0].name, count: nil) }
        speaker = turn.person.map { LinkRecord(id: corpus[$0].id, name: corpus[$0].name, count: nil) }
        details = Self.details(of: statement, turn: turn, corpus: corpus).map(ParagraphRecord.init)
        words = turn.words
        share = longest == 0 ? 0 : max(1, turn.words * 100 / longest)
        let running = RunningText(corpus: corpus)
        let close = (site.relatedParagraphs[turn.ref] ?? []).map { resolution, paragraph in
            let entry = corpus[resolution]
            let label = Escaping.markdown("\(entry.title), \(ClauseRecord.label(paragraph).lowercased())")
            return "<a href=\"paragraph:\(entry.id)/\(paragraph.id)\">\(label)</a>"
        }
        related = close.isEmpty ? nil : Wording.list(close)
        paragraphs = statement.paragraphs.map { ParagraphRecord(text: running.markdown($0, in: meeting)) }
        let voice = turn.delegation.map { corpus[$0].turns } ?? turn.person.map { corpus[$0].turns } ?? []
        let place = voice.index(of: turn.ref)
        before = place.flatMap { $0 > 0 ? TurnStep(to: voice[$0 - 1], from: turn.ref, corpus: corpus) : nil }
        after = place.flatMap {
            $0 + 1 < voice.count ? TurnStep(to: voice[$0 + 1], from: turn.ref, corpus: corpus) : nil
        }
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
        let entry = corpus[ref.meeting]
        meetingID = entry.id
        anchor = corpus.statement(ref).id
        let date = entry.meeting.date.value.map { Wording.date($0) + ", " } ?? ""
        let here = ref < turn ? "earlier in this meeting" : "later in this meeting"
        name = ref.meeting == turn.meeting ? here : date + MeetingNames(entry.meeting).short
    }

    static let fields: TemplateFields<Self> = [
        .text("meetingID", \.meetingID), .text("anchor", \.anchor), .text("name", \.name, "when and where it was"),
    ]
}

extension [TurnRef] {
    /// Where a turn stands in a list in order of time; nil where it does not.
    fileprivate func index(of turn: TurnRef) -> Int? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < turn { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low] == turn ? low : nil
    }
}
