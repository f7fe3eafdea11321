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
        correctLengths(of: ref)
        self.corpus.symbols.uses = uses
        list(after, instead: before)
    }

    // MARK: Lengths

    private mutating func correctLengths(of ref: Ref<MeetingEntry>) {
        let lengths = corpus.lists.meetings[ref.index].measure.lengths
        let year = corpus.lists.meetings[ref.index].year
        for slot in corpus.lists.meetings[ref.index].turns.indices {
            let turn = corpus.lists.meetings[ref.index].turns[slot]
            let more = Int(lengths[turn.ref.block]) - turn.words
            guard more != 0 else { continue }
            corpus.lists.meetings[ref.index].turns[slot].words += more
            corpus.lists.figures.add(words: more, in: year)
            if let person = turn.person {
                corpus.lists.persons[person.index].words += more
                touched.persons.insert(person)
            }
            if let delegation = turn.delegation {
                corpus.lists.delegations[delegation.index].words += more
                touched.delegations.insert(delegation)
            }
        }
    }

    // MARK: Citations

    /// Puts what the meeting cites in the place of what it cited, wherever that is listed otherwise than before.
    private mutating func list(_ after: [MeetingSkeleton.Citing], instead before: [MeetingSkeleton.Citing]) {
        let (old, new) = (lists(of: before), lists(of: after))
        for list in Set(old.keys).union(new.keys) where old[list] != new[list] {
            let citations = new[list] ?? []
            switch list {
            case .document(let index):
                touched.documents.insert(index)
                replace(in: &corpus.lists.documents[index].citations, by: citations)
            case .resolution(let ref):
                touched.resolutions.insert(ref)
                replace(in: &corpus.lists.resolutions[ref.index].citations, by: citations)
            case .paragraph(let ref, let index):
                touched.resolutions.insert(ref)
                replace(in: &corpus.lists.resolutions[ref.index].paragraphs[index].citations, by: citations)
            }
        }
    }

    private func lists(of citations: [MeetingSkeleton.Citing]) -> [CitationList: [Citation]] {
        var lists: [CitationList: [Citation]] = [:]
        for (citation, target) in citations {
            for list in corpus.symbols.lists(of: target, citing: nil, corpus.lists.resolutions) {
                lists[list, default: []].append(citation)
            }
        }
        return lists
    }

    private func replace(in list: inout [Citation], by citations: [Citation]) {
        list.removeAll { $0.passage.meeting == meeting }
        let place = list.partitioningIndex { isBehind($0.passage) }
        list.insert(contentsOf: citations, at: place)
    }

    /// Whether a passage is listed behind all of the meeting's own: those of later meetings, and those of decisions behind those of
    /// the meeting that prints them; official documents come last.
    private func isBehind(_ passage: Passage) -> Bool {
        guard let resolution = passage.resolution else { return passage.meeting.map { $0 > meeting } ?? true }
        let entry = corpus.lists.resolutions[resolution.index]
        guard entry.official == nil, let text = entry.text else { return true }
        return text.meeting >= meeting
    }
}

extension SymbolTable {
    /// How often each symbol is cited after an edit.
    /// - Returns: nil where one comes or goes, and with it an entry may.
    fileprivate func uses(
        without old: [Reference.Target], with new: [Reference.Target]
    ) -> [CitedSymbol: Int]? {
        let (old, new) = (old.compactMap(CitedSymbol.init), new.compactMap(CitedSymbol.init))
        if old == new { return uses }
        var uses = uses
        for cited in new {
            guard let count = uses[cited] else { return nil }
            uses[cited] = count + 1
        }
        for cited in old {
            guard let count = uses[cited], count > 1 else { return nil }
            uses[cited] = count - 1
        }
        return uses
    }
}

extension MeetingSkeleton {
    fileprivate typealias Citing = (citation: Citation, of: Reference.Target)

    /// Everything outside the texts of decisions that cites something, in the order of the text.
    fileprivate func citations(at meeting: Ref<MeetingEntry>) -> [Citing] {
        parts.mentions.map { ($0.citation(in: meeting), lexicon.target($0.target)) }
    }
}

extension Figures {
    fileprivate mutating func add(words more: Int, in year: Int?) {
        words += more
        if let index = years.firstIndex(where: { $0.year == year }) { years[index].words += more }
    }
}
