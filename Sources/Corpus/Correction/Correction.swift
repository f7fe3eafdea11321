import Meetings

/// A corpus in which one digest has other words and nothing that was linked has changed.
///
/// It is the one that linking everything anew would give: only lengths of statements, places of citations and the text itself
/// are other than before. What is compared is the meeting and what it cites, not the corpus.
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
        let reading = measured.meeting
        guard let index = corpus.lists.meetings.firstIndex(where: { $0.source.file == reading.source.file })
        else { return nil }
        let ref = Ref<MeetingEntry>(index)
        let old = corpus.lists.meetings[index].meeting
        let (before, after) = (old.citations(at: ref), reading.citations(at: ref))
        guard old.isLinked(like: reading), before.count == after.count,
            zip(before, after).allSatisfy({ $0.of.kind == $1.of.kind && $0.of.target == $1.of.target })
        else { return nil }
        // What the corpus says of the digest's lines was said of the old ones.
        let isTold = corpus.lists.diagnostics.contains { $0.file == reading.source.file }
        guard !isTold || corpus.lists.meetings[index].lines == reading.blocks.map(\.lines) else { return nil }

        self.corpus = corpus
        self.meeting = ref
        self.corpus.lists.meetings[index].replace(by: measured)
        correctLengths(of: ref)
        let moved = zip(before, after).filter { $0.citation != $1.citation }
        move(moved.map { (from: $0.citation, to: $1.citation, of: $0.of) })
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

    /// Gives citations their new places wherever they are listed.
    private mutating func move(_ citations: [(from: Citation, to: Citation, of: Reference)]) {
        guard !citations.isEmpty else { return }
        let places = Dictionary(citations.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        for citation in citations { touch(citation.of) }
        for resolution in touched.resolutions {
            corpus.lists.resolutions[resolution.index].citations.move(to: places)
            for paragraph in corpus.lists.resolutions[resolution.index].paragraphs.indices {
                corpus.lists.resolutions[resolution.index].paragraphs[paragraph].citations.move(to: places)
            }
        }
        for document in touched.documents { corpus.lists.documents[document].citations.move(to: places) }
    }

    /// Notes the entries that list a citation of this reference, as `DecisionIndex` does.
    private mutating func touch(_ reference: Reference) {
        let symbols = corpus.symbols
        if let document = symbols.document(reference.target) { touched.documents.insert(document) }
        let resolution = symbols.resolution(reference.target) ?? symbols.paragraph(target: reference.target)?.resolution
        guard let resolution else { return }
        touched.resolutions.insert(resolution)
        if let symbol = corpus.lists.resolutions[resolution.index].symbol, let document = symbols.document(symbol) {
            touched.documents.insert(document)
        }
    }
}

extension [Citation] {
    /// Those of a passage stay in their order, which is that of the text.
    fileprivate mutating func move(to places: [Citation: Citation]) {
        for index in indices { self[index] = places[self[index]] ?? self[index] }
    }
}

extension Figures {
    fileprivate mutating func add(words more: Int, in year: Int?) {
        words += more
        if let index = years.firstIndex(where: { $0.year == year }) { years[index].words += more }
    }
}
