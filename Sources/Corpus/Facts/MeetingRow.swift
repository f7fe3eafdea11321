import Meetings

/// What a list shows of a meeting.
package struct MeetingRow: Sendable {
    private let entry: MeetingEntry

    init(_ entry: MeetingEntry) { self.entry = entry }

    package var id: String { entry.id }
    package var heading: MeetingHeading { entry.heading }
    package var bodyCode: String? { entry.bodyCode }
    /// How many statements it has.
    package var statements: Int { entry.turns.count }
    /// What it decided, as far as that has an entry.
    package var decisions: [Ref<ResolutionEntry>] { entry.decisions.compactMap(\.self) }
    /// Its first subheadline, or where it has none the first paragraph of its summary.
    package var abstract: String? { entry.meeting.abstract }
}

extension Meeting {
    var abstract: String? { subheadlines.first ?? openingOfSummary }

    /// The first paragraph of the summary.
    var openingOfSummary: String? {
        for block in blocks {
            if case .summary(let summary) = block.content, let first = summary.paragraphs.first { return first.text }
        }
        return nil
    }
}
