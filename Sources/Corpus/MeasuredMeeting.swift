import Diagnostics
import Meetings

/// A meeting as it was read from its digest, with what linking asks of its words.
package struct MeasuredMeeting: Sendable {
    package let meeting: Meeting
    let measure: TextMeasure

    package init(_ meeting: Meeting) {
        self.meeting = meeting
        measure = TextMeasure(meeting)
    }
}

extension MeasuredMeeting: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        measure = try TextMeasure(&reader)
        meeting = try Meeting(&reader)
        guard measure.blocks.count == meeting.blocks.count else { throw PackedReader.Damage() }
    }

    package func write(to writer: inout PackedWriter) {
        measure.write(to: &writer)
        meeting.write(to: &writer)
    }
}
