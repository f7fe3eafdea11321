import Corpus
import Meetings
import Templating

/// The page of a speaker: facts in a sentence, names as printed, offices, and every turn, newest first.
struct SpeakerPage: TemplatePage {
    static let template = "speaker.md"

    let id: String
    let name: String
    let facts: String
    let variants: [String]
    let offices: [Office]
    let timeline: BarChart?
    let turns: [TurnItem]
    let figures: FiguresRecord?

    init(_ ref: Ref<Person>, corpus: Corpus) {
        let person = corpus[ref]
        id = person.id
        name = person.name
        facts = Self.facts(person, corpus: corpus)
        variants = person.variants.map(\.printed)
        offices = person.affiliations.map { Office($0, corpus: corpus) }
        timeline = BarChart(of: person.turns, corpus: corpus)
        turns = person.turns.reversed().map { TurnItem($0, corpus: corpus, showing: .delegation) }
        figures = FiguresRecord(person.turns, corpus: corpus)
    }

    /// `Spoke 3 times in 2 meetings from December 2016 to November 2017, for Japan.`
    private static func facts(_ person: Person, corpus: Corpus) -> String {
        let meetings = Set(person.turns.map(\.meeting))
        let dates = person.turns.compactMap { corpus.heading(of: $0.meeting).date.value }
        var sentence = "Spoke \(times(person.turns.count)) in \(Wording.count(meetings.count, "meeting"))"
        if let first = dates.first, let last = dates.last {
            sentence +=
                first == last ? ", \(Wording.date(first))" : ", from \(Wording.date(first)) to \(Wording.date(last))"
        }
        var seen: Set<Ref<Delegation>> = []
        let own = person.affiliations.compactMap(\.delegation).filter { seen.insert($0).inserted }
        if !own.isEmpty { sentence += ", for " + Wording.list(own.map { corpus.markdownLink(to: $0) }) }
        if !person.spokeFor.isEmpty {
            sentence +=
                "; also on behalf of " + Wording.list(person.spokeFor.map { corpus.markdownLink(to: $0.delegation) })
        }
        return sentence + "."
    }

    static func times(_ count: Int) -> String {
        switch count {
        case 1: "once"
        case 2: "twice"
        default: Wording.count(count, "time")
        }
    }

    struct Office: TemplateRecord {
        let period: String
        let office: String

        init(_ affiliation: Person.Affiliation, corpus: Corpus) {
            let date = { (turn: TurnRef) in corpus.heading(of: turn.meeting).date.value.map(Wording.date) ?? "" }
            period =
                corpus.span(of: affiliation.turns).map { first, last in
                    date(first) == date(last) ? date(first) : "\(date(first)) – \(date(last))"
                } ?? "date unknown"
            let role = affiliation.role.map { Escaping.markdown(PrintedSpacing.of($0)) }
            let delegation = affiliation.delegation.map { corpus.htmlLink(to: $0) }
            office = [role, delegation].compactMap { $0 }.joined(separator: ", ")
        }

        static let fields: TemplateFields<Self> = [.text("period", \.period), .markup("office", \.office)]
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.id), .text("name", \.name), .markup("facts", \.facts),
        .text("variants", { $0.variants.joined(separator: ", ") }, "as printed, the most frequent first"),
        .flag("hasOffices", { !$0.offices.isEmpty }), .list("offices", \.offices), .record("timeline", \.timeline),
        .list("turns", \.turns), .record("figures", \.figures, "the statements by year"),
    ]
}

extension Corpus {
    /// A delegation's name as a Markdown link.
    func markdownLink(to ref: Ref<Delegation>) -> String {
        let label = label(of: ref)
        return "[\(Escaping.markdown(label.name))](delegation:\(label.id))"
    }

    /// The same for a place inside HTML, where Markdown is not read.
    func htmlLink(to ref: Ref<Delegation>) -> String {
        let label = label(of: ref)
        return "<a href=\"delegation:\(label.id)\">\(Escaping.markdown(label.name))</a>"
    }
}
