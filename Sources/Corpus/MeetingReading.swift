import Meetings

/// What an entry of the corpus holds of its digest: the text, what stands above it, and what was measured in it.
///
/// An object, because entries are copied wherever a list of them is walked, and its parts are many.
final class MeetingReading: Sendable {
    /// The digest it was read from.
    let source: Meeting.Source
    let heading: MeetingHeading
    let measure: TextMeasure
    /// Where each block of the text stands in its file.
    let lines: [LineRange]
    let text: HeldMeeting

    /// - Parameter id: of the meeting's page.
    convenience init(_ measured: MeasuredMeeting, id: String) {
        self.init(
            text: measured.text, source: measured.skeleton.head.source,
            heading: MeetingHeading(measured.skeleton, id: id), measure: measured.measure,
            lines: measured.skeleton.lines)
    }

    init(
        text: HeldMeeting, source: Meeting.Source, heading: MeetingHeading, measure: TextMeasure, lines: [LineRange]
    ) {
        self.text = text
        self.source = source
        self.heading = heading
        self.measure = measure
        self.lines = lines
    }
}
