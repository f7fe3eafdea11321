import Corpus
import Diagnostics

/// Which statements come close to which paragraphs of resolutions, looked at from both sides.
struct RelatedPassages: Sendable {
    /// By the id of the paragraph, best first.
    private let byResolution: [Ref<ResolutionEntry>: [String: [Related]]]
    private var byTurn: [TurnRef: [Target]] = [:]

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
    func moved(from old: Corpus, to new: Corpus) -> RelatedPassages {
        var found: [Ref<ResolutionEntry>: [String: [Related]]] = [:]
        for (resolution, passages) in byResolution {
            guard let now: Ref<ResolutionEntry> = new.resolution(id: old.outline(of: resolution).id) else { continue }
            found[now] = passages.mapValues { passages in
                passages.compactMap { passage in
                    let id = old.outline(of: passage.turn.meeting).id
                    guard let meeting: Ref<MeetingEntry> = new.meeting(id: id),
                        let turn = new.turn(at: old.anchor(of: passage.turn), in: meeting), new.turn(turn) != nil
                    else { return nil }
                    return Related(
                        turn: turn, paragraph: passage.paragraph, terms: passage.terms, score: passage.score)
                }
            }
        }
        return RelatedPassages(found, in: new)
    }

    func of(_ resolution: Ref<ResolutionEntry>) -> [String: [Related]] { byResolution[resolution] ?? [:] }

    func of(_ turn: TurnRef) -> [Target] { byTurn[turn] ?? [] }

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
