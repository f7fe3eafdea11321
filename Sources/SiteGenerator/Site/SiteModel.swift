import Corpus

/// What pages are made from: the corpus, and what the owner says about the site. Immutable, shared by all threads.
struct SiteModel: Sendable {
    let title: String
    let description: String?
    /// BCP 47, for `lang`.
    let language: String
    /// Nil when the site does not say where it will stand.
    let baseURL: BaseURL?
    let corpus: Corpus
    /// Texts that were read and are no meeting.
    let others: [OtherText]
    /// For each resolution with a text, by the id of its paragraphs, the passages closest to them.
    let related: [Ref<ResolutionEntry>: [String: [Related]]]
    /// The same from the debate's side: for each turn the paragraphs whose wording it comes close to.
    let relatedParagraphs: [TurnRef: [(resolution: Ref<ResolutionEntry>, paragraph: ParagraphEntry)]]
    /// What is owed to addresses that were published before.
    let promise: AddressPromise

    /// The path below which the site stands, with slashes at both ends: `/`, `/digests/`.
    var basePath: String { baseURL?.path ?? "/" }

    /// Turns `related` round.
    static func paragraphsByTurn(
        _ related: [Ref<ResolutionEntry>: [String: [Related]]], in corpus: Corpus
    ) -> [TurnRef: [(resolution: Ref<ResolutionEntry>, paragraph: ParagraphEntry)]] {
        var byTurn: [TurnRef: [(resolution: Ref<ResolutionEntry>, paragraph: ParagraphEntry)]] = [:]
        for resolution in related.keys.sorted() {
            for paragraph in corpus[resolution].paragraphs {
                for passage in related[resolution]?[paragraph.id] ?? []
                where byTurn[passage.turn]?.contains(where: {
                    $0.resolution == resolution && $0.paragraph.id == paragraph.id
                }) != true {
                    byTurn[passage.turn, default: []].append((resolution, paragraph))
                }
            }
        }
        return byTurn
    }
}
