import Meetings

/// A corpus in which one digest has other words, or cites otherwise what is cited elsewhere too, and nothing else that was
/// linked has changed.
///
/// It is the one that linking everything anew would give: only lengths of statements, lists of citations and the text itself are
/// other than before. What is compared is the meeting and what it cites, not the corpus.
package struct Correction: Sendable {
    package private(set) var corpus: Corpus
    /// Whose words are others.
    package let meeting: Ref<MeetingEntry>
    /// What may be known otherwise than before; every other fact is as it was.
    private(set) var touched = Touched()

    struct Touched: Sendable, Equatable {
        var persons: Set<Ref<Person>> = []
        var delegations: Set<Ref<Delegation>> = []
        var resolutions: Set<Ref<ResolutionEntry>> = []
        /// Indices into `Corpus.documents`.
        var documents: Set<Int> = []
    }

    /// Whether a digest may be corrected so, as far as its two readings tell: whether what is linked is the same up to citations.
    package static func mayTurn(_ old: Meeting, into new: MeasuredMeeting) -> Bool {
        MeetingSkeleton(old).isLinked(like: new.skeleton)
    }

    /// - Parameter measured: another reading of a digest that the corpus holds.
    /// - Returns: nil where something that linking reads differs, so that everything must be linked anew.
    package init?(of corpus: Corpus, by measured: MeasuredMeeting) {
        let reading = measured.skeleton
        let file = reading.head.source.file
        guard let index = corpus.lists.meetings.firstIndex(where: { $0.source.file == file }) else { return nil }
        let ref = Ref<MeetingEntry>(index)
        let old = MeetingSkeleton(corpus.lists.meetings[index].meeting)
        let (before, after) = (old.citations(at: ref), reading.citations(at: ref))
        guard old.isLinked(like: reading),
            let uses = corpus.symbols.uses(without: before.map(\.of), with: after.map(\.of))
        else { return nil }
        // What the corpus says of the digest's lines was said of the old ones.
        let isTold = corpus.lists.diagnostics.contains { $0.file == file }
        guard !isTold || old.lines == reading.lines else { return nil }

        self.corpus = corpus
        self.meeting = ref
        self.corpus.lists.meetings[index].replace(by: measured)
        self.corpus.symbols.uses = uses
        (touched.persons, touched.delegations) = self.corpus.lists.correctLengths(of: ref)
        for list in self.corpus.lists.cite(after, instead: before, in: ref, symbols: self.corpus.symbols) {
            switch list {
            case .document(let index): touched.documents.insert(index)
            case .resolution(let resolution), .paragraph(let resolution, _): touched.resolutions.insert(resolution)
            }
        }
    }
}

extension MeetingSkeleton {
    /// Everything outside the texts of decisions that cites something, in the order of the text.
    fileprivate func citations(at meeting: Ref<MeetingEntry>) -> [Corpus.Lists.Citing] {
        parts.citations(at: meeting, lexicon)
    }
}
