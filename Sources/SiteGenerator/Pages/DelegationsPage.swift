import Corpus
import Templating

/// All delegations, by kind.
struct DelegationsPage: TemplatePage {
    static let template = "delegations.md"

    let summary: String
    let kinds: [Group]

    init(in site: SiteModel) {
        let rows = site.corpus.delegationRows
        let byKind = Dictionary(grouping: rows, by: \.kind)
        kinds = Delegation.Kind.allCases.compactMap { kind in
            guard let delegations = byKind[kind] else { return nil }
            let sorted = delegations.sorted { $0.id < $1.id }
            return Group(
                name: Self.heading(kind),
                items: sorted.map {
                    LinkRecord(id: $0.id, name: $0.name, count: $0.statements == 0 ? nil : String($0.statements))
                })
        }
        summary =
            "\(Wording.count(rows.count, "State, organization, office or group", "States, organizations, offices and groups")), each with its number of statements."
    }

    private static func heading(_ kind: Delegation.Kind) -> String {
        switch kind {
        case .state: "States"
        case .observer: "Observer States"
        case .organisation: "Organizations"
        case .office: "Offices"
        case .group: "Groups"
        case .civilSociety: "Civil society"
        }
    }

    static let fields: TemplateFields<Self> = [.text("summary", \.summary), .list("kinds", \.kinds)]
}

/// A heading and the links under it.
struct Group: TemplateRecord {
    let name: String
    let items: [LinkRecord]

    static let fields: TemplateFields<Self> = [.text("name", \.name), .list("items", \.items)]
}
