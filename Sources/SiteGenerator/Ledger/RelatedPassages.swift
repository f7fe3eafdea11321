import Corpus
import Diagnostics

/// Which statements come close to which paragraphs of resolutions, looked at from both sides.
struct RelatedPassages: Sendable {
    /// By the id of the paragraph, best first.
    private let byResolution: [Ref<ResolutionEntry>: [String: [Related]]]
    private var byTurn: [TurnRef: [Target]] = [:]
    private var move: Move?

    /// A paragraph of a resolution.
    struct Target: Sendable {
        let resolution: Ref<ResolutionEntry>
        let paragraph: ParagraphLabel
    }

    init(_ found: [Ref<ResolutionEntry>: [String: [Related]]], in corpus: Corpus) {
        byResolution = found
        for resolution in found.keys.sorted() {
            for paragraph in corpus[resolution].paragraphs {
                for passage in found[resolution]?[paragraph.id] ?? []
                where byTurn[passage.turn]?.contains(where: {
                    $0.resolution == resolution && $0.paragraph.id == paragraph.id
                }) != true {
                    byTurn[passage.turn, default: []].append(
                        Target(resolution: resolution, paragraph: ParagraphLabel(paragraph)))
                }
            }
        }
    }

    /// The same in a corpus that was linked anew, as far as it has the statements; in `old` they are as they are known here.
    ///
    /// Nothing is moved before somebody asks for it.
    func moved(from old: Corpus, to new: Corpus) -> RelatedPassages {
        var passages = self
        passages.move = Move(old: old, new: new)
        return passages
    }

    func of(_ resolution: Ref<ResolutionEntry>) -> [String: [Related]] {
        guard let move else { return byResolution[resolution] ?? [:] }
        let id = move.new.outline(of: resolution).id
        guard let before: Ref<ResolutionEntry> = move.old.resolution(id: id) else { return [:] }
        return (byResolution[before] ?? [:]).mapValues { passages in
            passages.compactMap { passage in
                move.turn(passage.turn).map {
                    Related(turn: $0, paragraph: passage.paragraph, terms: passage.terms, score: passage.score)
                }
            }
        }
    }

    func of(_ turn: TurnRef) -> [Target] {
        guard let move else { return byTurn[turn] ?? [] }
        return move.reversed.turn(turn).map { (byTurn[$0] ?? []).compactMap(move.target) } ?? []
    }

    /// From the corpus that passages were found in to another one.
    private struct Move: Sendable {
        let old: Corpus
        let new: Corpus

        var reversed: Move { Move(old: new, new: old) }

        func turn(_ turn: TurnRef) -> TurnRef? {
            new.meeting(id: old.outline(of: turn.meeting).id)
                .flatMap { new.turn(at: old.anchor(of: turn), in: $0) }
                .flatMap { new.turn($0) == nil ? nil : $0 }
        }

        func target(_ target: Target) -> Target? {
            guard let now: Ref<ResolutionEntry> = new.resolution(id: old.outline(of: target.resolution).id),
                let paragraph = new[now].paragraphs.first(where: { $0.id == target.paragraph.id })
            else { return nil }
            return Target(resolution: now, paragraph: ParagraphLabel(paragraph))
        }
    }

    /// Marks of what is known here of each resolution and each meeting, to be added to the corpus's own.
    func add(to marks: inout CorpusMarks, of corpus: Corpus) {
        for (resolution, passages) in byResolution {
            var print = Fingerprint()
            for (paragraph, related) in passages.sorted(by: { $0.key < $1.key }) {
                print.add(paragraph)
                print.add(related) { print, related in
                    print.add(corpus.outline(of: related.turn.meeting).id)
                    print.add(related.turn.block)
                    print.add(related.paragraph)
                    print.add(related.terms) { $0.add($1) }
                    print.add(related.score.bitPattern)
                }
            }
            marks.add(print.mark, to: resolution)
        }
        var meetings: [Ref<MeetingEntry>: Fingerprint] = [:]
        for (turn, targets) in byTurn.sorted(by: { $0.key < $1.key }) {
            meetings[turn.meeting, default: Fingerprint()].add(turn.block)
            for target in targets {
                meetings[turn.meeting, default: Fingerprint()].add(corpus.outline(of: target.resolution).id)
                meetings[turn.meeting, default: Fingerprint()].add(target.paragraph.id)
            }
        }
        for (meeting, print) in meetings { marks.add(print.mark, to: meeting) }
    }
}
