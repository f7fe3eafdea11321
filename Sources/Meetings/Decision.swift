/// A vote as the release tells it, once, even where summary and action both tell it.
package struct Vote: Sendable, Equatable {
    package var lines: LineRange
    /// What was voted on, in the text's words or by symbol.
    package var subject: String?
    package var outcome: Outcome
    /// Counts as printed; nil where the text gives none (`adopted by vote`).
    package var favour: Int?
    package var against: Int?
    package var abstain: Int?
    package var names: Names

    package enum Outcome: String, Sendable, Equatable { case adopted, rejected }

    /// Delegations as printed, in the text's order; empty where the text names none.
    package struct Names: Sendable, Equatable {
        package var favour: [String]
        package var against: [String]
        package var abstain: [String]

        package init(favour: [String] = [], against: [String] = [], abstain: [String] = []) {
            self.favour = favour
            self.against = against
            self.abstain = abstain
        }
    }

    package init(
        lines: LineRange, subject: String?, outcome: Outcome, favour: Int?, against: Int?, abstain: Int?,
        names: Names = Names()
    ) {
        self.lines = lines
        self.subject = subject
        self.outcome = outcome
        self.favour = favour
        self.against = against
        self.abstain = abstain
        self.names = names
    }
}

/// A text the meeting adopted.
package struct Decision: Sendable, Equatable {
    package var kind: Kind
    /// `S/RES/2331 (2016)`, `S/PRST/2015/25`; the draft's symbol (`A/ES-11/L.1`) where only that is printed; nil where none is.
    package var symbol: String?
    package var adopted: Adoption?
    /// Where the adoption is told.
    package var lines: LineRange
    package var fullText: FullText?

    package enum Kind: String, Sendable, Equatable {
        case resolution
        case presidentialStatement = "presidential-statement"
    }

    package enum Adoption: String, Sendable, Equatable {
        case unanimously, vote
        case withoutVote = "without-vote"
    }

    package init(kind: Kind, symbol: String?, adopted: Adoption?, lines: LineRange, fullText: FullText? = nil) {
        self.kind = kind
        self.symbol = symbol
        self.adopted = adopted
        self.lines = lines
        self.fullText = fullText
    }
}

/// The words of a decision as the release prints them.
package struct FullText: Sendable, Equatable {
    package var lines: LineRange
    /// Preambular paragraphs, numbered from 1 in order; the text prints no numbers. A presidential statement's are all here.
    package var preamble: [Clause]
    package var operative: [Clause]
    package var annexes: [Annex]

    package init(lines: LineRange, preamble: [Clause], operative: [Clause], annexes: [Annex] = []) {
        self.lines = lines
        self.preamble = preamble
        self.operative = operative
        self.annexes = annexes
    }

    /// A paragraph of a decision.
    package struct Clause: Sendable, Equatable {
        /// As printed for operative paragraphs, in order for preambular ones; from 1.
        package var number: Int
        /// The words the paragraph opens with, printed in italics: `Recalling`, `Calls upon`.
        package var opening: String
        package var lines: LineRange
        /// Without number, quotation marks of the citation and white space around it; opening included.
        package var text: String
        package var references: [Reference]
        package var points: [Point]
        /// The sub-heading this paragraph stands first under.
        package var heading: String?
        /// Paragraphs that continue it without a number or label of their own (after its points, or quoted replacement text).
        package var continuation: [Paragraph]

        package init(
            number: Int, opening: String, lines: LineRange, text: String, references: [Reference] = [],
            points: [Point] = [], heading: String? = nil, continuation: [Paragraph] = []
        ) {
            self.number = number
            self.opening = opening
            self.lines = lines
            self.text = text
            self.references = references
            self.points = points
            self.heading = heading
            self.continuation = continuation
        }
    }

    /// A lettered point under a paragraph, to four levels: (a), (i), a., i.
    package struct Point: Sendable, Equatable {
        /// As printed: `(a)`, `(iv)`, `a.`
        package var label: String
        package var lines: LineRange
        package var text: String
        package var references: [Reference]
        package var points: [Point]

        package init(label: String, lines: LineRange, text: String, references: [Reference] = [], points: [Point] = [])
        {
            self.label = label
            self.lines = lines
            self.text = text
            self.references = references
            self.points = points
        }
    }

    package struct Annex: Sendable, Equatable {
        /// `Annex I`
        package var title: String
        package var lines: LineRange
        package var paragraphs: [Paragraph]

        package init(title: String, lines: LineRange, paragraphs: [Paragraph]) {
            self.title = title
            self.lines = lines
            self.paragraphs = paragraphs
        }
    }
}
