import Diagnostics
import Meetings

/// Some digests of a linking were read again, and all stand where they stood: what of it still holds.
struct LinkedEdit {
    let last: Linkage
    /// The entries that have another text.
    private let changed: [Ref<MeetingEntry>]
    private let arrangement: Arrangement
    private let concordance: Concordance

    /// - Parameters:
    ///   - arrangement: the new one.
    ///   - concordance: in the same lexicon as the one before.
    /// - Returns: nil where more has changed than texts.
    init?(of last: Linkage, _ arrangement: Arrangement, _ concordance: Concordance) {
        guard let changed = arrangement.changed else { return nil }
        self.last = last
        self.changed = changed.map { Ref($0) }
        self.arrangement = arrangement
        self.concordance = concordance
    }

    /// Whether everybody speaks, is announced and votes where they did.
    func keepsVoices(_ registry: Registry) -> Bool {
        guard registry == last.registry else { return false }
        return changed.allSatisfy { ref in
            let (old, new) = (last.arrangement.digests[ref.index], arrangement.digests[ref.index])
            // What was said of the digest's lines was said of the old ones.
            let isTold = last.told.contains { $0.file == old.place.file }
            return concordance.meetings[ref.index].hasVoices(of: last.concordance.meetings[ref.index])
                && (!isTold || old.reading.skeleton.lines == new.reading.skeleton.lines)
        }
    }

    /// What symbols mean, where the same is decided, and cited at all.
    func symbols(_ officialTexts: [OfficialText]) -> SymbolTable? {
        guard officialTexts == last.corpus.lists.officialTexts else { return nil }
        var symbols = last.corpus.symbols
        for ref in changed {
            let (old, new) = (last.arrangement.digests[ref.index], arrangement.digests[ref.index])
            let (before, after) = citations(ref)
            guard old.reading.skeleton.linkedHead == new.reading.skeleton.linkedHead,
                let uses = symbols.uses(without: before.map(\.of), with: after.map(\.of))
            else { return nil }
            symbols.uses = uses
        }
        return symbols
    }

    /// The lists of the last linking, with the new texts.
    func lists() -> Corpus.Lists {
        var lists = last.corpus.lists
        for ref in changed { lists.meetings[ref.index].replace(by: arrangement.digests[ref.index].reading) }
        return lists
    }

    /// Corrects the lengths of what was said, where the voices are kept.
    func correctLengths(_ lists: inout Corpus.Lists) {
        for ref in changed { _ = lists.correctLengths(of: ref) }
    }

    /// Corrects where symbols are cited, where their meanings are kept.
    func correctCitations(_ lists: inout Corpus.Lists, _ symbols: SymbolTable) {
        for ref in changed {
            let (before, after) = citations(ref)
            _ = lists.cite(after, instead: before, in: ref, symbols: symbols)
        }
    }

    private func citations(_ ref: Ref<MeetingEntry>) -> (before: [Corpus.Lists.Citing], after: [Corpus.Lists.Citing]) {
        (
            last.concordance.meetings[ref.index].citations(at: ref, last.concordance.lexicon),
            concordance.meetings[ref.index].citations(at: ref, concordance.lexicon)
        )
    }
}
