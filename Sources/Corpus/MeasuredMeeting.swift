import Diagnostics
import Meetings

/// A meeting on its way into the corpus, with what linking asks of its words. These themselves may be elsewhere.
package struct MeasuredMeeting: Sendable {
    let text: HeldMeeting
    let measure: TextMeasure

    package init(_ meeting: Meeting) {
        text = HeldMeeting(meeting)
        measure = TextMeasure(meeting)
    }

    /// With its text, which may have to be fetched first.
    package var meeting: Meeting { text.meeting }
    /// What linking reads of it, without fetching the text: its skeleton, or the whole where that is at hand.
    package var linkable: Meeting { _read { yield text.linkable } }

    // MARK: Packing

    /// - Parameter fetch: gives the text, when somebody asks for it.
    package init(
        _ reader: inout PackedReader, fetch: @escaping Corpus.Fetch
    ) throws(PackedReader.Damage) {
        measure = try TextMeasure(&reader)
        let skeleton = try Meeting(&reader)
        guard measure.blocks.count == skeleton.blocks.count else { throw PackedReader.Damage() }
        text = HeldMeeting(skeleton: skeleton) { fetch(skeleton.source) }
    }

    /// - Parameter meeting: with its text.
    package init(_ reader: inout PackedReader, whole meeting: Meeting) throws(PackedReader.Damage) {
        measure = try TextMeasure(&reader)
        guard measure.blocks.count == meeting.blocks.count else { throw PackedReader.Damage() }
        text = HeldMeeting(meeting)
    }

    /// Everything but the text.
    package func writeSkeleton(to writer: inout PackedWriter) {
        measure.write(to: &writer)
        linkable.skeleton.write(to: &writer)
    }
}
