import Meetings

/// A resolution or presidential statement: adopted in the corpus, or only cited.
package struct ResolutionEntry: Sendable {
    /// Its part of the address, unique in the corpus: `s-res-2331-2016`.
    package let id: String
    /// `S/RES/2331 (2016)`; nil for a text adopted without one being printed.
    package let symbol: String?
    package let kind: Decision.Kind
    /// `Security Council resolution 2331 (2016)`.
    package let title: String
    /// Where a digest prints its words.
    package internal(set) var text: DecisionRef?
    /// The official document, which counts before what a digest prints: index into `Corpus.officialTexts`.
    package internal(set) var official: Int?
    /// Where the corpus tells its adoption.
    package internal(set) var adoption: Adoption?
    /// Paragraphs with a page of their own, preambular first; empty without text.
    package internal(set) var paragraphs: [ParagraphEntry] = []
    /// Resolutions and presidential statements that its text cites, each once, in natural order of symbols.
    package internal(set) var cites: [Ref<ResolutionEntry>] = []
    /// Those whose text cites it, each once, in natural order.
    package internal(set) var citedByResolutions: [Ref<ResolutionEntry>] = []
    /// Every place that cites it or a paragraph of it, in order of time, then down the text.
    package internal(set) var citations: [Citation] = []
    /// Where the body publishes it; nil where that cannot be derived.
    package let officialAddress: String?

    /// Whether the corpus has its words: `corpus.fullText(of:)`.
    package var hasText: Bool { text != nil || official != nil }

    /// A decision of a meeting.
    package struct DecisionRef: Sendable, Hashable {
        package let meeting: Ref<MeetingEntry>
        /// Index into `Meeting.decisions`.
        package let decision: Int
    }

    package struct Adoption: Sendable, Hashable {
        package let meeting: Ref<MeetingEntry>
        /// Index into `Meeting.decisions`.
        package let decision: Int
        /// Index into `Meeting.votes`, where the text tells the vote on it.
        package let vote: Int?
        package let how: Decision.Adoption?
    }
}

/// A paragraph of a resolution, with a page of its own. The one before it and the one after it stand beside it in
/// `ResolutionEntry.paragraphs`.
package struct ParagraphEntry: Sendable {
    /// `op-10`, `pp-3`; a second paragraph of one number is `op-10-2`.
    package let id: String
    package let part: Part
    /// As in `FullText.Clause.number`.
    package let number: Int
    /// Index into `FullText.preamble` or `.operative`.
    package let index: Int
    /// Resolutions and presidential statements it cites, each once, in the order of the text.
    package internal(set) var cites: [Ref<ResolutionEntry>] = []
    /// Places that cite this paragraph, in order of time.
    package internal(set) var citations: [Citation] = []

    package enum Part: String, Sendable, Hashable { case preamble, operative }
}

/// A symbol cited anywhere in the corpus, resolutions included.
package struct DocumentEntry: Sendable {
    /// Its anchor on the page of documents: `s-2016-949`.
    package let id: String
    package let symbol: String
    package let kind: Reference.Kind
    /// Where the body publishes it; nil where that cannot be derived.
    package let officialAddress: String?
    /// Our page of it, when it is a decision or a meeting of the corpus.
    package let page: LinkTarget
    /// In order of time.
    package internal(set) var citations: [Citation] = []
}
