import Corpus
import Meetings
import Templating

/// A meeting or a resolution that cites something, and in it the statements or paragraphs that do, each once.
struct CitingText: TemplateRecord {
    let name: String
    let link: String
    let date: DateRecord?
    private(set) var passages: [Place] = []

    /// A statement or a paragraph. What a meeting's summary or a resolution's annex cites, the text as a whole does.
    struct Place: TemplateRecord {
        let title: String
        let link: String

        static let fields: TemplateFields<Self> = [
            .text("title", \.title), .markup("link", \.link, "a symbolic link"),
        ]
    }

    /// In the order of the citations.
    static func all(_ citations: [Citation], corpus: Corpus) -> [CitingText] {
        var texts: [CitingText] = []
        var places: [String: Int] = [:]
        var seen: Set<String> = []
        for citation in citations {
            let (text, passage) = text(of: citation.passage, in: corpus)
            let place = places[text.link] ?? texts.count
            if place == texts.count { texts.append(text) }
            places[text.link] = place
            if let passage, seen.insert(passage.link).inserted { texts[place].passages.append(passage) }
        }
        return texts
    }

    private static func text(of passage: Passage, in corpus: Corpus) -> (CitingText, Place?) {
        switch passage {
        case .turn(let turn, _):
            let link = "statement:\(corpus.outline(of: turn.meeting).id)/\(corpus.anchor(of: turn))"
            return (CitingText(corpus[turn.meeting]), Place(title: corpus.voice(of: turn), link: link))
        case .block(let meeting, _, _): return (CitingText(corpus[meeting]), nil)
        case .clause(let resolution, let index, _):
            let paragraph = corpus[resolution].paragraphs[index]
            let link = "paragraph:\(corpus[resolution].id)/\(paragraph.id)"
            return (CitingText(corpus[resolution]), Place(title: ClauseRecord.label(paragraph), link: link))
        case .annex(let resolution, _, _): return (CitingText(corpus[resolution]), nil)
        }
    }

    private init(_ meeting: MeetingEntry) {
        name = MeetingNames(meeting.meeting).short
        link = "meeting:\(meeting.id)"
        date = DateRecord(meeting.meeting.date)
    }

    private init(_ resolution: ResolutionEntry) {
        name = resolution.title
        link = "resolution:\(resolution.id)"
        date = nil
    }

    static let fields: TemplateFields<Self> = [
        .text("name", \.name), .markup("link", \.link, "a symbolic link"), .record("date", \.date),
        .list("passages", \.passages, "its statements or paragraphs"),
    ]
}
