import Diagnostics
import Meetings

/// The meetings of a corpus with their texts, by the digests they were read from.
extension Corpus {
    /// The meetings that were read from these files, provisional copies too; nil where a text would have to be fetched.
    package func readings(of files: Set<String>) -> [Meeting]? {
        guard !files.isEmpty else { return [] }
        let texts = texts.filter { files.contains($0.source.file) }
        let meetings = texts.compactMap(\.text.meetingAtHand)
        return meetings.count == texts.count ? meetings : nil
    }

    /// Takes the texts of the meetings that were read from these files to hand.
    /// - Parameter fetch: gives one; nil where it cannot be had.
    /// - Returns: false where one of them is neither at hand nor can be had.
    package func hold(_ files: Set<String>, _ fetch: (Meeting.Source) -> Meeting?) -> Bool {
        texts.allSatisfy { !files.contains($0.source.file) || $0.text.hold { [source = $0.source] in fetch(source) } }
    }

    /// Takes the texts of meetings to hand that somebody is about to ask for, several at once.
    package func fetchTexts(of meetings: Set<Ref<MeetingEntry>>, threads: Int) {
        let texts = meetings.sorted().map { lists.meetings[$0.index].text }
        _ = ParallelMap(threads: threads).map(texts.parts(of: 64)) { part in part.forEach { _ = $0.meeting } }
    }

    private var texts: some Sequence<(source: Meeting.Source, text: HeldMeeting)> {
        lists.meetings.lazy.flatMap { entry in
            [(entry.source, entry.text)] + entry.earlierVersions.map { ($0.source, $0.text) }
        }
    }
}
