/// A paragraph of a statement whose wording is close to a paragraph of a resolution: “related wording”, never a claim
/// that one answers the other.
package struct Related: Sendable, Hashable {
    package let turn: TurnRef
    /// Paragraph of the statement, from 0.
    package let paragraph: Int
    /// Words and pairs of words that both hold, as the statement prints them, the most telling first; six at most.
    package let terms: [String]
    /// How close, rounded to hundredths; only good for ordering (`Documentation/RelatedWording.md`).
    package let score: Double

    package init(turn: TurnRef, paragraph: Int, terms: [String], score: Double) {
        self.turn = turn
        self.paragraph = paragraph
        self.terms = terms
        self.score = score
    }
}
