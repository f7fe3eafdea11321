import Corpus
import Diagnostics
import Meetings
import Templating

/// The page of a meeting: facts, who spoke, every block of the text in its order, decisions, source.
struct MeetingPage: TemplatePage {
    static let template = "meeting.md"

    let item: MeetingItem
    let session: String?
    let timeMark: String?
    let subheadlines: [TextRecord]
    let times: String?
    let symbol: String?
    let symbolLink: String?
    let record: OfficialRecord?
    let strip: TurnStrip?
    let contents: [ContentsLine]
    let decisions: [DecisionRecord]
    let votes: [VoteRecord]
    let parts: [MeetingPart]
    let source: SourceRecord
    let changes: [ChangesRecord]
    let cite: CiteRecord
    let previous: LinkRecord?
    let next: LinkRecord?

    init(_ ref: Ref<MeetingEntry>, in site: SiteModel) {
        let corpus = site.corpus
        let entry = corpus[ref]
        let meeting = entry.meeting
        item = MeetingItem(corpus.row(of: ref), corpus: corpus)
        session = meeting.session
        timeMark = meeting.timeMark
        subheadlines = meeting.subheadlines.map(TextRecord.init)
        times = meeting.times.map { times in
            Wording.time(times.began) + (times.ended.map { " to " + Wording.time($0) } ?? "")
        }
        symbol = meeting.symbol
        symbolLink = corpus.officialAddress(of: ref)
        record = OfficialRecord(meeting)
        strip = TurnStrip(entry, corpus: corpus)
        parts = MeetingPart.all(of: ref, in: site)
        contents = parts.compactMap(ContentsLine.init)
        decisions = zip(meeting.decisions, entry.decisions).compactMap { decision, ref in
            ref.map { DecisionRecord(decision, resolution: corpus.outline(of: $0)) }
        }
        votes = meeting.votes.enumerated().map { index, vote in
            VoteRecord(vote, names: index < entry.votes.count ? entry.votes[index] : nil, corpus: corpus)
        }
        source = SourceRecord(meeting)
        changes = entry.earlierVersions.indices.map { ChangesRecord($0, of: ref, corpus: corpus) }
        cite = CiteRecord(entry, in: site)
        previous = entry.previous.map { LinkRecord(corpus.outline(of: $0)) }
        next = entry.next.map { LinkRecord(corpus.outline(of: $0)) }
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.item.id), .text("title", \.item.title), .text("body", \.item.body),
        .text("number", \.item.number), .text("session", \.session),
        .text("timeMark", \.timeMark, "`AM`, `AM & PM`, as printed"), .record("date", \.item.date),
        .flag("isProvisional", \.item.isProvisional), .text("turnCount", \.item.turnCount),
        .list("subheadlines", \.subheadlines), .text("times", \.times), .text("symbol", \.symbol),
        .address("symbolLink", \.symbolLink), .record("record", \.record), .record("strip", \.strip),
        .list("contents", \.contents), .flag("decided", { !$0.decisions.isEmpty || !$0.votes.isEmpty }),
        .list("decisions", \.decisions), .list("votes", \.votes), .list("parts", \.parts),
        .record("source", \.source), .list("changes", \.changes), .record("cite", \.cite),
        .record("previous", \.previous), .record("next", \.next),
        .flag("hasNeighbours", { $0.previous != nil || $0.next != nil }),
    ]
}

extension LinkRecord {
    init(_ meeting: MeetingOutline) { self.init(id: meeting.id, name: MeetingNames(meeting).title, count: nil) }

    init(_ label: EntryLabel, count: String? = nil) { self.init(id: label.id, name: label.name, count: count) }
}

/// The verbatim record that the body publishes for a numbered Security Council meeting: `S/PV.7847`.
struct OfficialRecord: TemplateRecord {
    let symbol: String
    let link: String

    /// Only where the symbol follows from body and number alone.
    init?(_ meeting: Meeting) {
        guard meeting.body == "Security Council", let number = meeting.numbers.first else { return nil }
        symbol = "S/PV.\(number)"
        link = "https://undocs.org/\(symbol)"
    }

    static let fields: TemplateFields<Self> = [.text("symbol", \.symbol), .address("link", \.link)]
}

/// All turns in order, each as wide as it is long.
struct TurnStrip: TemplateRecord {
    let width: Int
    let turns: [Bar]

    /// Nil for a meeting with fewer than two turns: there is nothing to compare.
    init?(_ entry: MeetingEntry, corpus: Corpus) {
        guard entry.turns.count > 1 else { return nil }
        let gap = 6
        var x = 0
        var bars: [Bar] = []
        for turn in entry.turns {
            let width = max(turn.words, 8)
            bars.append(
                Bar(
                    anchor: corpus.statement(turn.ref).id, x: x, width: width, isUnnamed: turn.person == nil,
                    who: corpus.voice(of: turn.ref), words: Wording.grouped(turn.words)))
            x += width + gap
        }
        turns = bars
        width = x - gap
    }

    struct Bar: TemplateRecord {
        let anchor: String
        let x: Int
        let width: Int
        let isUnnamed: Bool
        let who: String
        let words: String

        static let fields: TemplateFields<Self> = [
            .text("anchor", \.anchor), .number("x", \.x), .number("width", \.width),
            .flag("isUnnamed", \.isUnnamed), .text("who", \.who), .text("words", \.words, "its length"),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .number("width", \.width), .list("turns", \.turns),
        .flag("hasUnnamed", { $0.turns.contains(where: \.isUnnamed) }),
    ]
}

/// A line of a meeting's list of contents: a part, or a turn in it.
struct ContentsLine: TemplateRecord {
    let anchor: String
    let label: String
    let detail: String?
    /// Of a turn: its length in words, and against the longest of the meeting.
    let length: String?
    let share: String?
    let isPart: Bool

    /// Nil for a part that has no place in the list.
    init?(_ part: MeetingPart) {
        switch part.content {
        case .heading(let heading):
            (anchor, label, detail, isPart) = (heading.anchor, heading.text, nil, true)
            (length, share) = (nil, nil)
        case .summary:
            (anchor, label, detail, isPart) = ("summary", "Summary", nil, true)
            (length, share) = (nil, nil)
        case .statement(let statement):
            let names = [statement.delegation?.name, statement.speaker?.name].compactMap { $0 }
            (anchor, label) = (statement.anchor, names.first ?? "Statement")
            detail = names.count > 1 ? names[1] : nil
            length = Wording.count(statement.words, "word")
            share = "\(statement.share)%"
            isPart = false
        case .toCome(let placeholder):
            (anchor, label, detail) = (placeholder.anchor, placeholder.label, "to come")
            (length, share, isPart) = (nil, nil, false)
        case .narration, .fullText: return nil
        }
    }

    static let fields: TemplateFields<Self> = [
        .text("anchor", \.anchor), .text("label", \.label), .text("detail", \.detail),
        .text("length", \.length, "of a turn, in words"),
        .text("share", \.share, "against the longest turn, in per cent"),
        .flag("isPart", \.isPart),
    ]
}

/// A text the meeting adopted, in short.
struct DecisionRecord: TemplateRecord {
    let id: String
    let title: String
    let adoption: String
    let hasText: Bool

    init(_ decision: Decision, resolution: ResolutionOutline) {
        id = resolution.id
        title = resolution.title
        hasText = resolution.hasText
        adoption =
            switch decision.adopted {
            case .unanimously: "Adopted unanimously."
            case .vote: "Adopted by vote."
            case .withoutVote: "Adopted without a vote."
            case nil: "Adopted."
            }
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.id), .text("title", \.title), .text("adoption", \.adoption),
        .flag("hasText", \.hasText),
    ]
}

/// Where a meeting's page comes from, and what was noticed while reading it.
struct SourceRecord: TemplateRecord {
    let file: String
    let lines: String
    let url: String?
    let fingerprint: String
    let slips: [Slip]

    init(_ meeting: Meeting) {
        file = meeting.source.file.split(separator: "/").last.map(String.init) ?? meeting.source.file
        lines = Wording.count(meeting.source.lines, "line")
        url = meeting.url
        fingerprint = meeting.source.sha256
        slips = meeting.diagnostics.filter { $0.severity >= .warning }.map {
            Slip(line: $0.lines.map { String($0.lowerBound) }, message: $0.message, suggestion: $0.suggestion)
        }
    }

    struct Slip: TemplateRecord {
        let line: String?
        let message: String
        let suggestion: String?

        static let fields: TemplateFields<Self> = [
            .text("line", \.line), .text("message", \.message), .text("suggestion", \.suggestion),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .text("file", \.file), .text("lines", \.lines), .address("url", \.url),
        .text("fingerprint", \.fingerprint), .flag("hasSlips", { !$0.slips.isEmpty }), .list("slips", \.slips),
    ]
}
