/// A run of lines with one duty in the release.
package struct Block: Sendable, Equatable {
    package var lines: LineRange
    package var content: Content

    package enum Content: Sendable, Equatable {
        /// Number, symbol, date, body, headline: what stands above the text.
        case header
        /// `Note:  A complete summary of today's meeting will be made available after its conclusion.`
        case note([Paragraph])
        case summary(Summary)
        /// `The meeting began at … and ended at …`
        case times
        /// A short line alone: `Briefings`, `Statements`, an agenda title.
        case heading(Heading)
        indirect case statement(Statement)
        /// Procedure and editorial notes: words that belong to nobody.
        case narration([Paragraph])
        /// `Statement by Libya to come.`
        indirect case placeholder(Placeholder)
        /// The text of the decision at this index of `Meeting.decisions`.
        case fullText(decision: Int)
        /// `For information media. Not an official record.`
        case footer
        /// Kept, not understood: the paragraphs as they stand.
        case other([Paragraph])
    }

    package init(lines: LineRange, content: Content) {
        self.lines = lines
        self.content = content
    }
}

package struct Heading: Sendable, Equatable {
    package var text: String

    package init(text: String) { self.text = text }
}

/// The lede: what the release tells before the turns, and whom it quotes.
package struct Summary: Sendable, Equatable {
    package var paragraphs: [Paragraph]
    package var attributions: [Attribution]

    package init(paragraphs: [Paragraph], attributions: [Attribution]) {
        self.paragraphs = paragraphs
        self.attributions = attributions
    }

    /// Somebody the summary quotes, paraphrases or lists as having spoken.
    package struct Attribution: Sendable, Equatable {
        /// The State or organisation, as printed, when the summary names one.
        package var delegation: String?
        /// The person, as printed, when the summary names one.
        package var name: String?
        package var lines: LineRange
        /// True for a name in a closing list (`Also speaking today were …`), false for one that is quoted.
        package var listed: Bool

        package init(delegation: String?, name: String?, lines: LineRange, listed: Bool) {
            self.delegation = delegation
            self.name = name
            self.lines = lines
            self.listed = listed
        }
    }
}

/// A paragraph of running text.
package struct Paragraph: Sendable, Equatable {
    package var lines: LineRange
    /// As printed, without the white space around it; a paragraph over several lines is joined by spaces.
    package var text: String
    /// In order, not overlapping.
    package var references: [Reference]

    package init(lines: LineRange, text: String, references: [Reference] = []) {
        self.lines = lines
        self.text = text
        self.references = references
    }
}

/// Words in a text that point at something: a resolution, a document, a paragraph, a person.
package struct Reference: Sendable, Equatable {
    package var kind: Kind
    /// What it points at, in canonical form. By kind:
    /// - `resolution`: `S/RES/1373 (2001)`, `A/RES/71/1`, `A/RES/3314 (XXIX)`; `S/RES/1960` where no
    ///   year is printed; `14 (2031)` for a body without a known series of symbols
    /// - `presidentialStatement`: `S/PRST/2015/25`
    /// - `document`: the symbol (`S/2016/949`, `A/ES-11/L.1`); `meetingRecord`: `S/PV.7847`; `pressRelease`: `SC/14798`
    /// - `paragraph`: the text's symbol and the paragraph, `S/RES/2331 (2016)#5`
    /// - `statement`: the id of a statement of the same meeting (a person or delegation that spoke in it)
    package var target: String
    /// The words themselves.
    package var text: String
    /// UTF-8 bytes of the paragraph's text, from 0, end excluded.
    package var start: Int
    package var end: Int

    package enum Kind: String, Sendable, Equatable {
        case resolution
        case presidentialStatement = "presidential-statement"
        case document
        case meetingRecord = "meeting-record"
        case pressRelease = "press-release"
        case paragraph
        case statement
    }

    package init(kind: Kind, target: String, text: String, start: Int, end: Int) {
        self.kind = kind
        self.target = target
        self.text = text
        self.start = start
        self.end = end
    }
}
