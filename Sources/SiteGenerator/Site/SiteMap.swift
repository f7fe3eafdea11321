import Corpus

/// Every address of the site, so that a symbolic link is an address or a fault, never a guess.
struct SiteMap: Sendable {
    private let pages: Set<String>
    private let statements: [String: Set<String>]
    private let documents: Set<String>
    private let assets: Set<String>

    /// - Parameter assets: paths of the static files, from the site's root.
    init(_ corpus: Corpus, assets: [String]) {
        pages = Set(SitePage.all(of: corpus).map { $0.address(in: corpus).path })
        statements = Dictionary(
            corpus.meetings.map { entry in
                let anchors = entry.turns.map { corpus.statement($0.ref).id }
                return (entry.id, Set(anchors + entry.placeholders.map { corpus.placeholder($0.ref).id }))
            }, uniquingKeysWith: { $0.union($1) })
        documents = Set(corpus.documents.map(\.id))
        self.assets = Set(assets)
    }

    /// The words before the colon that make a link symbolic.
    static let schemes = [
        "page", "meeting", "earlier", "statement", "speaker", "delegation", "resolution", "paragraph", "document",
        "asset",
    ]

    /// The path from the site's root that a symbolic link leads to, with its anchor; nil where it leads nowhere.
    func path(scheme: String, rest: String) -> String? {
        switch scheme {
        case "page": return known(rest == "home" ? Address.home : Address(path: rest + "/"))
        case "meeting": return known(.meeting(rest))
        case "speaker": return known(.speaker(rest))
        case "delegation": return known(.delegation(rest))
        case "resolution": return known(.resolution(rest))
        case "asset": return assets.contains(rest) ? rest : nil
        case "document": return documents.contains(rest) ? Address.documents.path + "#" + rest : nil
        case "earlier":
            guard let slash = rest.firstIndex(of: "/") else { return nil }
            return known(.earlierVersion(String(rest[..<slash]), String(rest[rest.index(after: slash)...])))
        case "paragraph":
            guard let slash = rest.firstIndex(of: "/") else { return nil }
            return known(.paragraph(String(rest[..<slash]), String(rest[rest.index(after: slash)...])))
        case "statement":
            guard let slash = rest.firstIndex(of: "/") else { return nil }
            let anchor = String(rest[rest.index(after: slash)...])
            guard statements[String(rest[..<slash])]?.contains(anchor) == true else { return nil }
            return Address.meeting(String(rest[..<slash])).path + "#" + anchor
        default: return nil
        }
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

    private func known(_ address: Address) -> String? { pages.contains(address.path) ? address.path : nil }
}
