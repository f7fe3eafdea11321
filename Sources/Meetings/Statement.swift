/// One turn: who spoke, for whom, and what the release reports of it.
package struct Statement: Sendable, Equatable {
    /// The anchor of the statement in its meeting, and a promise: the slug of the delegation (`ukraine`,
    /// the second turn `ukraine-2`); where none is printed that of the person, or for an unnamed speaker
    /// that of the organisation.
    package var id: String
    package var form: Form
    package var speaker: Speaker
    /// `speaking also on behalf of Australia and Switzerland`: as printed, one entry each, the speaker's own State left out.
    package var onBehalfOf: [String]
    /// `associating himself with the European Union`.
    package var alignedWith: [String]
    package var occasion: Occasion?
    package var paragraphs: [Paragraph]
    /// Who else speaks within these paragraphs: in prose, one paragraph may report two delegations.
    package var others: [Other] = []

    /// Somebody heard inside another’s turn.
    package struct Other: Sendable, Equatable {
        /// As printed, where the text names one.
        package var delegation: String?
        package var name: String?
        package var lines: LineRange

        package init(delegation: String?, name: String?, lines: LineRange) {
            self.delegation = delegation
            self.name = name
            self.lines = lines
        }
    }

    package enum Form: String, Sendable, Equatable {
        /// `KORO BESSHO (Japan) welcomed …`
        case capitals
        /// `Ms. JAQUEZ (Mexico) said …`
        case titled
        /// `The representative of Cuba demanded …`, `Robert A. Wood (United States) said …`
        case prose
        /// `NAME TO COME (Ukraine) said …`
        case placeholder
    }

    package enum Occasion: String, Sendable, Equatable {
        case explanationBefore = "explanation-before"
        case explanationAfter = "explanation-after"
        case rightOfReply = "right-of-reply"
        case nationalCapacity = "national-capacity"
    }

    package init(
        id: String, form: Form, speaker: Speaker, onBehalfOf: [String] = [], alignedWith: [String] = [],
        occasion: Occasion? = nil, paragraphs: [Paragraph]
    ) {
        self.id = id
        self.form = form
        self.speaker = speaker
        self.onBehalfOf = onBehalfOf
        self.alignedWith = alignedWith
        self.occasion = occasion
        self.paragraphs = paragraphs
    }
}

/// The speaker of a statement, as far as the text tells.
package struct Speaker: Sendable, Equatable {
    /// The name as the opener prints it (`KORO BESSHO`, `Ms. JAQUEZ`, `NAME TO COME`); nil where the opener names only an office.
    package var printed: String?
    /// In reading case, without title; nil when unnamed.
    package var name: String?
    /// `Mr.`, `Ms.`, `Prince`, as printed before the name.
    package var honorific: String?
    /// `Executive Director of the United Nations Office on Drugs and Crime (UNODC)`, without a State that ends it.
    package var role: String?
    /// The State, observer or organisation the turn is given for, as printed; nil for an official of the house.
    package var delegation: String?
    /// True when the text gives no name (`NAME TO COME (Ukraine)`, `The representative of Cuba`).
    package var unnamed: Bool

    package init(
        printed: String?, name: String?, honorific: String? = nil, role: String? = nil, delegation: String? = nil,
        unnamed: Bool
    ) {
        self.printed = printed
        self.name = name
        self.honorific = honorific
        self.role = role
        self.delegation = delegation
        self.unnamed = unnamed
    }
}

/// A statement the release announces and does not give yet.
package struct Placeholder: Sendable, Equatable {
    /// As `Statement.id`: the address it will have when it comes.
    package var id: String
    package var delegation: String?
    package var text: String

    package init(id: String, delegation: String?, text: String) {
        self.id = id
        self.delegation = delegation
        self.text = text
    }
}
