import Meetings

/// All that linking reads of a meeting: what stands above its text, who speaks where, and what is cited where. It has no word of
/// any paragraph but those of decisions' texts, and of a summary that has to name the meeting.
///
/// An object, because lists of meetings are sorted and handed on.
package final class MeetingSkeleton: Sendable {
    /// The meeting without its text, and without the names in its votes.
    package let head: Meeting
    /// The first paragraph of the summary, where nothing else names the meeting.
    let opening: String?
    /// Where each block of the text stands in its file.
    let lines: [LineRange]
    let parts: SkeletonParts
    /// In which `parts` has its places.
    let lexicon: Lexicon

    init(head: Meeting, opening: String?, lines: [LineRange], parts: SkeletonParts, lexicon: Lexicon) {
        self.head = head
        self.opening = opening
        self.lines = lines
        self.parts = parts
        self.lexicon = lexicon
    }

    convenience init(_ meeting: Meeting) {
        var lexicon = LexiconBuilder()
        let parts = SkeletonParts(meeting, &lexicon)
        var head = meeting
        head.blocks = []
        for index in head.votes.indices { head.votes[index].names = Vote.Names() }
        self.init(
            head: head, opening: meeting.openingAsName, lines: meeting.blocks.map(\.lines), parts: parts,
            lexicon: lexicon.lexicon)
    }

    /// - Parameter parts: the same, with places in another lexicon.
    func replaced(_ parts: SkeletonParts, in lexicon: Lexicon) -> MeetingSkeleton {
        MeetingSkeleton(head: head, opening: opening, lines: lines, parts: parts, lexicon: lexicon)
    }

    /// What no link depends on is left out.
    var linkedHead: Meeting {
        var head = head
        head.source = Meeting.Source(file: head.source.file, lines: 0, sha256: "")
        head.timeMark = nil
        head.subheadlines = []
        head.times = nil
        head.diagnostics = []
        return head
    }

    /// Whether a corpus would link both readings of a digest alike, up to what they cite.
    func isLinked(like other: MeetingSkeleton) -> Bool {
        guard linkedHead == other.linkedHead, lines.count == other.lines.count else { return false }
        var lexicon = SharedLexicon()
        lexicon.take(self)
        lexicon.take(other)
        return lexicon.parts(of: self).hasVoices(of: lexicon.parts(of: other))
    }
}
