import Corpus

/// The addresses of the site, so that a symbolic link is an address or a fault, never a guess.
struct SiteMap: Sendable {
    private let assets: Set<String>

    /// - Parameter assets: paths of the static files, from the site's root.
    init(assets: [String]) { self.assets = Set(assets) }

    /// The words before the colon that make a link symbolic.
    static let schemes = [
        "page", "year", "meeting", "earlier", "statement", "speaker", "delegation", "resolution", "paragraph",
        "document",
        "asset",
    ]

    /// The path from the site's root that a symbolic link leads to, with its anchor; nil where it leads nowhere.
    /// - Parameter corpus: notes that the page must be there.
    func path(scheme: String, rest: String, in corpus: Corpus) -> String? {
        switch scheme {
        case "page": return Self.lists[rest]?.path
        case "year": return corpus.year(id: rest).map { _ in Address.year(rest).path }
        case "meeting": return corpus.meeting(id: rest).map { _ in Address.meeting(rest).path }
        case "speaker": return corpus.person(id: rest).map { _ in Address.speaker(rest).path }
        case "delegation": return corpus.delegation(id: rest).map { _ in Address.delegation(rest).path }
        case "resolution": return corpus.resolution(id: rest).map { _ in Address.resolution(rest).path }
        case "asset": return assets.contains(rest) ? rest : nil
        case "document": return corpus.hasDocument(id: rest) ? Address.documents.path + "#" + rest : nil
        case "earlier": return inside(rest) { earlierVersion($1, of: $0, in: corpus) }
        case "paragraph":
            return inside(rest) { id, paragraph in
                guard let resolution = corpus.resolution(id: id),
                    corpus.outline(of: resolution).hasParagraph(id: paragraph)
                else { return nil }
                return Address.paragraph(id, paragraph).path
            }
        case "statement":
            return inside(rest) { id, anchor in
                guard let meeting = corpus.meeting(id: id), corpus.hasAnchor(anchor, in: meeting) else { return nil }
                return Address.meeting(id).path + "#" + anchor
            }
        default: return nil
        }
    }

    private static let lists: [String: Address] = [
        "home": .home, "meetings": .meetings, "speakers": .speakers, "delegations": .delegations,
        "resolutions": .resolutions, "documents": .documents, "search": .search,
    ]

    /// `sc-7847/japan` in two.
    private func inside(_ rest: String, _ path: (_ page: String, _ part: String) -> String?) -> String? {
        rest.utf8.firstIndex(of: UInt8(ascii: "/")).flatMap {
            path(String(rest[..<$0]), String(rest[rest.utf8.index(after: $0)...]))
        }
    }

    private func earlierVersion(_ version: String, of id: String, in corpus: Corpus) -> String? {
        guard let meeting = corpus.meeting(id: id),
            corpus[meeting].earlierVersions.indices.contains(where: { EarlierVersionPage.id($0) == version })
        else { return nil }
        return Address.earlierVersion(id, version).path
    }

    /// The path from the site's root, with its anchor, or the address in the wide world, that a link of the corpus
    /// leads to; nil for none.
    static func address(of target: LinkTarget) -> String? {
        switch target {
        case .meeting(let id): Address.meeting(id).path
        case .person(let id): Address.speaker(id).path
        case .delegation(let id): Address.delegation(id).path
        case .statement(let meeting, let id): Address.meeting(meeting).path + "#" + id
        case .resolution(let id): Address.resolution(id).path
        case .paragraph(let resolution, let id): Address.paragraph(resolution, id).path
        case .document(let id): Address.documents.path + "#" + id
        case .external(let address): address
        case .none: nil
        }
    }
}
