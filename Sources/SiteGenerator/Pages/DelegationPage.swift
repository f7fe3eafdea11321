import Corpus
import Meetings
import Templating

/// The page of a delegation: who spoke for it, every turn, whom it sided with, how it voted.
struct DelegationPage: TemplatePage {
    static let template = "delegation.md"

    let id: String
    let name: String
    let kind: String
    let formalName: String?
    let facts: String
    let speakers: [LinkRecord]
    let timeline: BarChart?
    let turns: [TurnItem]
    let toCome: [Announced]
    let relations: [Relation]
    let votes: [CastVoteRecord]
    let figures: FiguresRecord?
    let ties: [TiesRecord]

    init(_ ref: Ref<Delegation>, corpus: Corpus) {
        let delegation = corpus[ref]
        id = delegation.id
        name = delegation.name
        kind = Self.kindName(delegation.kind)
        formalName = delegation.formalName == delegation.name ? nil : delegation.formalName
        facts = Self.facts(delegation, corpus: corpus)
        speakers = delegation.speakers.map {
            LinkRecord(corpus.label(of: $0.person), count: Wording.count($0.turns.count, "statement"))
        }
        timeline = BarChart(of: delegation.turns, corpus: corpus)
        turns = delegation.turns.reversed().map { TurnItem($0, corpus: corpus, showing: .speaker) }
        toCome = delegation.placeholders.map { Announced($0, corpus: corpus) }
        relations = [
            Relation("Spoke on behalf of", delegation.spokeFor, corpus: corpus),
            Relation("Spoken for by", delegation.representedBy, corpus: corpus),
            Relation("Associated itself with", delegation.alignedWith, corpus: corpus),
            Relation("Joined by", delegation.alignedBy, corpus: corpus),
        ].compactMap { $0 }
        votes = delegation.votes.map { CastVoteRecord($0, corpus: corpus) }
        figures = FiguresRecord(delegation.turns, corpus: corpus)
        ties = corpus.ties(of: ref).reversed().map { TiesRecord($0, corpus: corpus) }
    }

    static func kindName(_ kind: Delegation.Kind) -> String {
        switch kind {
        case .state: "State"
        case .observer: "Observer State"
        case .organisation: "Organization"
        case .office: "Office"
        case .group: "Group"
        case .civilSociety: "Civil society"
        }
    }

    private static func facts(_ delegation: Delegation, corpus: Corpus) -> String {
        let meetings = Set(delegation.turns.map(\.meeting)).count
        var parts: [String] = []
        if !delegation.turns.isEmpty {
            parts.append(
                "\(Wording.count(delegation.turns.count, "statement")) in \(Wording.count(meetings, "meeting"))")
        }
        if !delegation.turnsOnBehalf.isEmpty {
            parts.append("spoken for by others \(SpeakerPage.times(delegation.turnsOnBehalf.count))")
        }
        if !delegation.turnsAligned.isEmpty {
            parts.append("joined by others \(SpeakerPage.times(delegation.turnsAligned.count))")
        }
        if !delegation.turnsHeardIn.isEmpty {
            parts.append("heard in statements of others \(SpeakerPage.times(delegation.turnsHeardIn.count))")
        }
        if !delegation.votes.isEmpty { parts.append("named in \(Wording.count(delegation.votes.count, "vote"))") }
        guard let first = parts.first else { return "Named in the digests; no statement of its own yet." }
        return first.prefix(1).uppercased() + first.dropFirst() + parts.dropFirst().map { "; " + $0 }.joined() + "."
    }

    /// Delegations of one relation, with how many turns show it.
    struct Relation: TemplateRecord {
        let title: String
        let items: [ParagraphRecord]

        init?(_ title: String, _ associations: [Association], corpus: Corpus) {
            guard !associations.isEmpty else { return nil }
            self.title = title
            items = associations.map { association in
                let latest = association.turns.last.map { turn in
                    let meeting = corpus.outline(of: turn.meeting)
                    let anchor = corpus.anchor(of: turn)
                    let name = Escaping.markdown(MeetingNames(meeting).short)
                    return " <span class=\"meta\">[\(name)](statement:\(meeting.id)/\(anchor))</span>"
                }
                return ParagraphRecord(text: corpus.markdownLink(to: association.delegation) + (latest ?? ""))
            }
        }

        static let fields: TemplateFields<Self> = [.text("title", \.title), .list("items", \.items)]
    }

    /// A statement to come.
    struct Announced: TemplateRecord {
        let meeting: String
        let meetingID: String
        let anchor: String
        let text: String

        init(_ ref: TurnRef, corpus: Corpus) {
            let outline = corpus.outline(of: ref.meeting)
            let placeholder = corpus.placeholder(ref)
            meeting = MeetingNames(outline).short
            meetingID = outline.id
            anchor = placeholder.id
            text = PrintedSpacing.of(placeholder.text)
        }

        static let fields: TemplateFields<Self> = [
            .text("meeting", \.meeting), .text("meetingID", \.meetingID), .text("anchor", \.anchor),
            .text("text", \.text),
        ]
    }

    /// How it voted, once.
    struct CastVoteRecord: TemplateRecord {
        let meeting: String
        let meetingID: String
        let subject: String
        let side: String

        init(_ cast: Delegation.CastVote, corpus: Corpus) {
            let outline = corpus.outline(of: cast.meeting)
            meeting = MeetingNames(outline).short
            meetingID = outline.id
            subject = corpus.vote(cast.vote, of: cast.meeting).vote.subject ?? "not named"
            side =
                switch cast.position {
                case .favour: "in favour"
                case .against: "against"
                case .abstain: "abstained"
                }
        }

        static let fields: TemplateFields<Self> = [
            .text("meeting", \.meeting), .text("meetingID", \.meetingID), .text("subject", \.subject),
            .text("side", \.side),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.id), .text("name", \.name), .text("kind", \.kind),
        .text("formalName", \.formalName), .markup("facts", \.facts),
        .flag("hasSpeakers", { !$0.speakers.isEmpty }), .list("speakers", \.speakers),
        .flag("hasTurns", { !$0.turns.isEmpty || !$0.toCome.isEmpty }), .record("timeline", \.timeline),
        .list("turns", \.turns),
        .list("toCome", \.toCome), .list("relations", \.relations), .flag("hasVotes", { !$0.votes.isEmpty }),
        .list("votes", \.votes), .record("figures", \.figures, "its own statements by year"),
        .flag("hasTies", { !$0.ties.isEmpty }),
        .list("ties", \.ties, "by meeting, the latest first: who spoke on its behalf, who associated with it"),
    ]
}
