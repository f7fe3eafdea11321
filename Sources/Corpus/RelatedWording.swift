/// A passage of a debate whose wording comes close to a paragraph of a resolution.
package struct Related: Sendable, Hashable {
    package let turn: TurnRef
    /// Paragraph of the statement, from 0.
    package let paragraph: Int
    /// Words they share, the weightiest first.
    package let terms: [String]
    /// From 0 to 1.
    package let score: Double
}

extension Corpus {
    /// For each paragraph of a resolution (by `ParagraphEntry.id`) the passages closest to it, best first.
    package func related(for resolution: Ref<ResolutionEntry>) -> [String: [Related]] { [:] }
}
