import Corpus
import Diagnostics

/// Finds related wording, and finds only what the last build did not find among the same texts.
struct WordingMemory: Sendable {
    let corpus: Corpus
    let marks: CorpusMarks
    /// The last build's, by the id of the resolution.
    let old: [String: BuildLedger.Wording]

    /// For each resolution with a text, what was found, and the same to be remembered.
    func found(
        threads: Int
    ) -> (passages: [Ref<ResolutionEntry>: [String: [Related]]], wording: [String: BuildLedger.Wording]) {
        let many = ParallelMap(threads: threads)
        let texts = corpus.resolutionsWithText
        let known = many.map(texts) { text in
            let mark = mark(ofTextsAbout: text)
            return (mark: mark, passages: recalled(text, mark))
        }
        let unknown = zip(texts, known).filter { $1.passages == nil }.map(\.0)
        // Neighbours in time are compared with the same meetings, which a batch reads once.
        let new = many.map(unknown.parts(of: 32)) { corpus.related(for: Array($0)) }
        var passages = Dictionary(uniqueKeysWithValues: zip(unknown, new.joined()))
        var wording: [String: BuildLedger.Wording] = [:]
        for (text, known) in zip(texts, known) {
            if let recalled = known.passages { passages[text] = recalled }
            wording[corpus[text].id] = .init(
                mark: known.mark, passages: (passages[text] ?? [:]).mapValues { $0.map(written) })
        }
        return (passages, wording)
    }

    /// The mark of a resolution and the meetings it is compared with, in their order.
    private func mark(ofTextsAbout resolution: Ref<ResolutionEntry>) -> UInt64 {
        var print = Fingerprint()
        print.add(marks[resolution])
        print.add(corpus.meetingsConcerned(with: resolution)) { $0.add(marks[$1]) }
        return print.mark
    }

    private func recalled(_ resolution: Ref<ResolutionEntry>, _ mark: UInt64) -> [String: [Related]]? {
        guard let wording = old[corpus[resolution].id], wording.mark == mark else { return nil }
        return wording.passages.mapValues { $0.compactMap(read) }
    }

    private func read(_ passage: BuildLedger.Passage) -> Related? {
        guard let meeting: Ref<MeetingEntry> = corpus.meeting(id: passage.meeting),
            let turn = corpus.turn(TurnRef(meeting: meeting, block: passage.block))
        else { return nil }
        return Related(turn: turn.ref, paragraph: passage.paragraph, terms: passage.terms, score: passage.score)
    }

    private func written(_ related: Related) -> BuildLedger.Passage {
        BuildLedger.Passage(
            meeting: corpus.outline(of: related.turn.meeting).id, block: related.turn.block,
            paragraph: related.paragraph, terms: related.terms, score: related.score)
    }
}
