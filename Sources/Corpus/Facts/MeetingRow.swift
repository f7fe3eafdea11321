import Meetings

/// What a list shows of a meeting.
package struct MeetingRow: Sendable {
    package let id: String
    package let bodyCode: String?
    /// How many statements it has.
    package let statements: Int
    private let decided: [Ref<ResolutionEntry>?]
    private let reading: MeetingReading

    init(_ entry: MeetingEntry) {
        id = entry.id
        bodyCode = entry.bodyCode
        statements = entry.turns.count
        decided = entry.decisions
        reading = entry.reading
    }

    package var heading: MeetingHeading { reading.heading }
    /// What it decided, as far as that has an entry.
    package var decisions: [Ref<ResolutionEntry>] { decided.compactMap(\.self) }
    /// Its first subheadline, or where it has none the first paragraph of its summary.
    package var abstract: String? { reading.text.meeting.abstract }
}

extension Meeting {
    var abstract: String? { subheadlines.first ?? openingOfSummary }

    /// The first paragraph of the summary, where neither number nor headline names the meeting.
    var openingAsName: String? { numbers.isEmpty && headline == nil ? openingOfSummary : nil }

    /// The first paragraph of the summary.
    private var openingOfSummary: String? {
        for block in blocks {
            if case .summary(let summary) = block.content, let first = summary.paragraphs.first { return first.text }
        }
        return nil
    }
}
