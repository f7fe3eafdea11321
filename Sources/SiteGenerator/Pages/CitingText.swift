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

        fileprivate init(_ part: Part, corpus: Corpus) {
            switch part {
            case .turn(let turn):
                title = corpus.voice(of: turn)
                link = "statement:\(corpus.outline(of: turn.meeting).id)/\(corpus.anchor(of: turn))"
            case .paragraph(let resolution, let index):
                let outline = corpus.outline(of: resolution)
                let paragraph = outline.paragraph(index)
                title = ClauseRecord.label(paragraph)
                link = "paragraph:\(outline.id)/\(paragraph.id)"
            }
        }

        static let fields: TemplateFields<Self> = [
            .text("title", \.title), .markup("link", \.link, "a symbolic link"),
        ]
    }

    fileprivate enum Part: Hashable {
        case turn(TurnRef)
        case paragraph(Ref<ResolutionEntry>, Int)

        /// Nil for what a text cites as a whole.
        init?(_ passage: Passage) {
            switch passage {
            case .turn(let turn, _): self = .turn(turn)
            case .clause(let resolution, let index, _): self = .paragraph(resolution, index)
            case .block, .annex: return nil
            }
        }
    }

    /// In the order of the citations.
    static func all(_ citations: [Citation], corpus: Corpus) -> [CitingText] {
        var texts: [CitingText] = []
        var places: [Source: Int] = [:]
        var seen: Set<Part> = []
        for citation in citations {
            let source = Source(citation.passage)
            let place = places[source] ?? texts.count
            if place == texts.count {
                texts.append(CitingText(source, corpus: corpus))
                places[source] = place
            }
            if let part = Part(citation.passage), seen.insert(part).inserted {
                texts[place].passages.append(Place(part, corpus: corpus))
            }
        }
        return texts
    }

    private enum Source: Hashable {
        case meeting(Ref<MeetingEntry>)
        case resolution(Ref<ResolutionEntry>)

        init(_ passage: Passage) {
            switch passage {
            case .turn(let turn, _): self = .meeting(turn.meeting)
            case .block(let meeting, _, _): self = .meeting(meeting)
            case .clause(let resolution, _, _), .annex(let resolution, _, _): self = .resolution(resolution)
            }
        }
    }

    private init(_ source: Source, corpus: Corpus) {
        switch source {
        case .meeting(let meeting):
            let heading = corpus.heading(of: meeting)
            name = MeetingNames(heading.outline).short
            link = "meeting:\(heading.outline.id)"
            date = DateRecord(heading.date)
        case .resolution(let resolution):
            let outline = corpus.outline(of: resolution)
            name = outline.title
            link = "resolution:\(outline.id)"
            date = nil
        }
    }

    static let fields: TemplateFields<Self> = [
        .text("name", \.name), .markup("link", \.link, "a symbolic link"), .record("date", \.date),
        .list("passages", \.passages, "its statements or paragraphs"),
    ]
}
