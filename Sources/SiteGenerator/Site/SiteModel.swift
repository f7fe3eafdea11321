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

    /// The path below which the site stands, with slashes at both ends: `/`, `/digests/`.
    var basePath: String { baseURL?.path ?? "/" }
}
