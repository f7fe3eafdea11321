import Corpus

/// What pages are made from: the corpus, and what the owner says about the site. Immutable, shared by all threads.
struct SiteModel: Sendable {
    let title: String
    let description: String?
    /// BCP 47, for `lang`.
    let language: String
    /// `https://example.org/digests/`, with a slash at the end; nil when the site does not say where it will stand.
    let baseURL: String?
    let corpus: Corpus
    /// Texts that were read and are no meeting.
    let others: [OtherText]

    /// The path below which the site stands, with slashes at both ends: `/`, `/digests/`.
    var basePath: String {
        guard let baseURL, let scheme = baseURL.range(of: "://") else { return "/" }
        guard let slash = baseURL[scheme.upperBound...].firstIndex(of: "/") else { return "/" }
        let path = String(baseURL[slash...])
        return path.hasSuffix("/") ? path : path + "/"
    }
}
