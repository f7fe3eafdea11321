/// What others show of a resolution: what it is called, and which paragraphs it has.
package struct ResolutionOutline: Sendable {
    private let entry: ResolutionEntry

    init(_ entry: ResolutionEntry) { self.entry = entry }

    package var id: String { entry.id }
    package var symbol: String? { entry.symbol }
    package var title: String { entry.title }
    package var hasText: Bool { entry.hasText }

    package func paragraph(_ index: Int) -> ParagraphLabel { ParagraphLabel(entry.paragraphs[index]) }

    package func hasParagraph(id: String) -> Bool { entry.paragraphs.contains { $0.id == id } }
}

/// What a link shows of a paragraph of a resolution.
package struct ParagraphLabel: Sendable, Hashable {
    /// `op-10`, `pp-3`.
    package let id: String
    package let part: ParagraphEntry.Part
    package let number: Int

    package init(_ entry: ParagraphEntry) {
        id = entry.id
        part = entry.part
        number = entry.number
    }
}
