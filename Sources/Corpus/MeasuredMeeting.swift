import Diagnostics
import Meetings

/// A meeting on its way into the corpus: what linking reads of it, and what was measured of its words. These themselves may be
/// elsewhere.
package struct MeasuredMeeting: Sendable {
    let text: HeldMeeting
    package let skeleton: MeetingSkeleton
    let measure: TextMeasure

    package init(_ meeting: Meeting) {
        text = HeldMeeting(meeting)
        skeleton = MeetingSkeleton(meeting)
        measure = TextMeasure(meeting)
    }

    /// With its text, which may have to be fetched first.
    package var meeting: Meeting { text.meeting }

    /// The same meetings with one lexicon for all.
    package static func sharing(_ meetings: [MeasuredMeeting]) -> [MeasuredMeeting] {
        var shared = SharedLexicon()
        for meeting in meetings { shared.take(meeting.skeleton) }
        let lexicon = shared.lexicon
        return meetings.map { meeting in
            let skeleton = meeting.skeleton.replaced(shared.parts(of: meeting.skeleton), in: lexicon)
            return MeasuredMeeting(text: meeting.text, skeleton: skeleton, measure: meeting.measure)
        }
    }

    private init(text: HeldMeeting, skeleton: MeetingSkeleton, measure: TextMeasure) {
        self.text = text
        self.skeleton = skeleton
        self.measure = measure
    }

    // MARK: Packing

    /// - Parameters:
    ///   - lexicon: that was written with the skeleton.
    ///   - fetch: gives the text, when somebody asks for it.
    package init(
        _ reader: inout PackedReader, in lexicon: Lexicon, fetch: @escaping Corpus.Fetch
    ) throws(PackedReader.Damage) {
        measure = try TextMeasure(&reader)
        let skeleton = try MeetingSkeleton(&reader, in: lexicon)
        guard measure.blocks.count == skeleton.lines.count else { throw PackedReader.Damage() }
        self.skeleton = skeleton
        text = HeldMeeting(head: skeleton.head) { fetch(skeleton.head.source) }
    }

    /// - Parameters:
    ///   - lexicon: that was written with the skeleton.
    ///   - meeting: with its text.
    package init(
        _ reader: inout PackedReader, in lexicon: Lexicon, whole meeting: Meeting
    ) throws(PackedReader.Damage) {
        measure = try TextMeasure(&reader)
        skeleton = try MeetingSkeleton(&reader, in: lexicon)
        guard measure.blocks.count == meeting.blocks.count, skeleton.lines.count == meeting.blocks.count else {
            throw PackedReader.Damage()
        }
        text = HeldMeeting(meeting)
    }

    /// Everything but the text.
    /// - Parameter lexicon: to be written besides, when all skeletons of a file are written.
    package func writeSkeleton(to writer: inout PackedWriter, _ lexicon: inout SharedLexicon) {
        measure.write(to: &writer)
        skeleton.write(to: &writer, &lexicon)
    }

    /// What `writeSkeleton` wrote, with another lexicon.
    package static func copySkeleton(
        _ reader: inout PackedReader, in lexicon: Lexicon, to writer: inout PackedWriter, _ shared: inout SharedLexicon
    ) throws(PackedReader.Damage) {
        try TextMeasure(&reader).write(to: &writer)
        try MeetingSkeleton(&reader, in: lexicon).write(to: &writer, &shared)
    }
}
