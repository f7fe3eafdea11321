/// What the list of resolutions shows of one.
package struct ResolutionRow: Sendable, Hashable {
    package let id: String
    package let symbol: String?
    package let title: String
    package let hasText: Bool
    /// The meeting that adopted it, where the corpus tells.
    package let adoption: Ref<MeetingEntry>?
    /// How many paragraphs have a page.
    package let paragraphs: Int
    /// How many places cite it.
    package let citations: Int

    init(_ entry: ResolutionEntry) {
        id = entry.id
        symbol = entry.symbol
        title = entry.title
        hasText = entry.hasText
        adoption = entry.adoption?.meeting
        paragraphs = entry.paragraphs.count
        citations = entry.citations.count
    }
}
