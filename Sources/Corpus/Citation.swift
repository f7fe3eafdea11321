/// A place in the corpus that points at something.
package struct Citation: Sendable, Hashable {
    package let passage: Passage
    /// UTF-8 bytes of the passage's text. They are known with that text alone: `corpus.quotation(of:)`.
    let start: Int
    let end: Int
}

/// A piece of running text in the corpus: `corpus.paragraph(at:)` gives its words.
package enum Passage: Sendable, Hashable {
    /// Paragraph of a statement, from 0.
    case turn(TurnRef, paragraph: Int)
    /// Paragraph, from 0, of a summary, a note, narration or other text of a meeting.
    case block(Ref<MeetingEntry>, block: Int, paragraph: Int)
    /// Part of a resolution's paragraph; the index is into `ResolutionEntry.paragraphs`.
    case clause(Ref<ResolutionEntry>, paragraph: Int, part: ClausePart)
    /// Paragraph of a resolution's annex, both from 0.
    case annex(Ref<ResolutionEntry>, annex: Int, paragraph: Int)

    package enum ClausePart: Sendable, Hashable {
        case opening
        /// The way down: indices into `points`, from the outermost.
        case point([Int])
        /// Index into `continuation`.
        case continuation(Int)
    }
}

extension Passage {
    /// The meeting in whose own text it stands; nil inside a resolution.
    package var meeting: Ref<MeetingEntry>? {
        switch self {
        case .turn(let turn, _): turn.meeting
        case .block(let meeting, _, _): meeting
        case .clause, .annex: nil
        }
    }
}

/// Where a link leads: an entry of the corpus by its id, or the wide world.
package enum LinkTarget: Sendable, Hashable {
    case meeting(String)
    case person(String)
    case delegation(String)
    case statement(meeting: String, id: String)
    case resolution(String)
    case paragraph(resolution: String, id: String)
    /// The anchor on the page of documents.
    case document(String)
    case external(String)
    case none
}
