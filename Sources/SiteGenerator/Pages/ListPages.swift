import Corpus
import Meetings
import Templating

/// All meetings, by year.
struct MeetingsPage: TemplatePage {
    static let template = "meetings.md"

    let summary: String
    let years: [Year]
    let others: [OtherText]

    init(in site: SiteModel) {
        let corpus = site.corpus
        var years: [Year] = []
        for entry in corpus.meetings.reversed() {
            let name = entry.year.map(String.init) ?? "Date unknown"
            let item = MeetingItem(entry, corpus: corpus)
            if years.last?.name == name {
                years[years.count - 1].meetings.append(item)
            } else {
                years.append(Year(name: name, meetings: [item]))
            }
        }
        self.years = years
        others = site.others
        let figures = corpus.figures
        summary =
            "\(Wording.count(figures.meetings, "meeting")), \(Wording.count(figures.turns, "statement")), latest first."
    }

    struct Year: TemplateRecord {
        let name: String
        var meetings: [MeetingItem]

        static let fields: TemplateFields<Self> = [.text("name", \.name), .list("meetings", \.meetings)]
    }

    static let fields: TemplateFields<Self> = [
        .text("summary", \.summary), .list("years", \.years), .flag("hasOthers", { !$0.others.isEmpty }),
        .list("others", \.others, "texts that were read and are no meeting"),
    ]
}

/// A text that was read and left out, with the reason.
struct OtherText: TemplateRecord {
    let file: String
    let reason: String

    static let fields: TemplateFields<Self> = [.text("file", \.file), .text("reason", \.reason)]
}

/// All speakers, by the first letter of the family name or what stands last.
struct SpeakersPage: TemplatePage {
    static let template = "speakers.md"

    let summary: String
    let letters: [Letter]

    init(in site: SiteModel) {
        let corpus = site.corpus
        var groups: [String: [(key: String, link: LinkRecord)]] = [:]
        for person in corpus.persons {
            let key = Slug.make(person.name)
            let delegation = person.affiliations.lazy.compactMap(\.delegation).first.map { corpus[$0].name }
            let link = LinkRecord(id: person.id, name: person.name, count: delegation)
            groups[key.prefix(1).uppercased(), default: []].append((key, link))
        }
        letters = groups.keys.sorted().map { letter in
            let people = groups[letter, default: []].sorted { ($0.key, $0.link.id) < ($1.key, $1.link.id) }
            return Letter(letter: letter, people: people.map(\.link))
        }
        summary = "\(Wording.count(corpus.persons.count, "person", "people")), by given name as printed."
    }

    struct Letter: TemplateRecord {
        let letter: String
        let people: [LinkRecord]

        static let fields: TemplateFields<Self> = [.text("letter", \.letter), .list("people", \.people)]
    }

    static let fields: TemplateFields<Self> = [.text("summary", \.summary), .list("letters", \.letters)]
}

/// All delegations, by kind.
struct DelegationsPage: TemplatePage {
    static let template = "delegations.md"

    let summary: String
    let kinds: [Group]

    init(in site: SiteModel) {
        let corpus = site.corpus
        let byKind = Dictionary(grouping: corpus.delegations, by: \.kind)
        kinds = Delegation.Kind.allCases.compactMap { kind in
            guard let delegations = byKind[kind] else { return nil }
            let sorted = delegations.sorted { $0.id < $1.id }
            return Group(
                name: Self.heading(kind),
                items: sorted.map {
                    LinkRecord(id: $0.id, name: $0.name, count: $0.turns.isEmpty ? nil : String($0.turns.count))
                })
        }
        summary =
            "\(Wording.count(corpus.delegations.count, "State, organization, office or group", "States, organizations, offices and groups")), each with its number of statements."
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

/// All resolutions and presidential statements: with text, adopted, only cited.
struct ResolutionsPage: TemplatePage {
    static let template = "resolutions.md"

    let summary: String
    let groups: [Group]

    init(in site: SiteModel) {
        let corpus = site.corpus
        func group(_ name: String, where belongs: (ResolutionEntry) -> Bool) -> Group? {
            let items = corpus.resolutions.filter(belongs).map {
                LinkRecord(id: $0.id, name: $0.title, count: Self.facts($0, corpus: corpus))
            }
            return items.isEmpty ? nil : Group(name: name, items: items)
        }
        groups = [
            group("With their text", where: { $0.text != nil }),
            group("Adopted", where: { $0.text == nil && $0.adoption != nil }),
            group("Cited", where: { $0.text == nil && $0.adoption == nil }),
        ].compactMap { $0 }
        summary = "\(Wording.count(corpus.resolutions.count, "text")) adopted or cited in the digests."
    }

    private static func facts(_ resolution: ResolutionEntry, corpus: Corpus) -> String {
        var facts: [String] = []
        if let adoption = resolution.adoption {
            let date = corpus[adoption.meeting].meeting.date.value.map { " " + Wording.date($0) } ?? ""
            facts.append("adopted\(date)")
        }
        if !resolution.paragraphs.isEmpty { facts.append(Wording.count(resolution.paragraphs.count, "paragraph")) }
        if !resolution.citations.isEmpty { facts.append("cited \(SpeakerPage.times(resolution.citations.count))") }
        return facts.joined(separator: ", ")
    }

    static let fields: TemplateFields<Self> = [.text("summary", \.summary), .list("groups", \.groups)]
}

/// Every symbol cited, by kind, with where it is cited.
struct DocumentsPage: TemplatePage {
    static let template = "documents.md"

    let summary: String
    let groups: [DocumentGroup]

    init(in site: SiteModel) {
        let corpus = site.corpus
        let names: [(Reference.Kind, String)] = [
            (.document, "Documents"), (.resolution, "Resolutions"), (.presidentialStatement, "Presidential statements"),
            (.meetingRecord, "Meeting records"), (.pressRelease, "Press releases"),
        ]
        let byKind = Dictionary(grouping: corpus.documents, by: \.kind)
        groups = names.compactMap { kind, name in
            byKind[kind].map { DocumentGroup(name: name, documents: $0.map { DocumentRecord($0, site: site) }) }
        }
        summary = "\(Wording.count(corpus.documents.count, "symbol")) cited, and where."
    }

    struct DocumentGroup: TemplateRecord {
        let name: String
        let documents: [DocumentRecord]

        static let fields: TemplateFields<Self> = [.text("name", \.name), .list("documents", \.documents)]
    }

    static let fields: TemplateFields<Self> = [.text("summary", \.summary), .list("groups", \.groups)]
}

/// A symbol, its pages here and elsewhere, and the places that cite it.
struct DocumentRecord: TemplateRecord {
    let id: String
    let symbol: String
    let page: String?
    let official: String?
    let citations: [CitationItem]

    init(_ document: DocumentEntry, site: SiteModel) {
        id = document.id
        symbol = document.symbol
        page = SymbolicAddress(document.page)?.text
        official = document.officialAddress
        citations = CitationItem.merged(document.citations, site: site)
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.id), .text("symbol", \.symbol), .markup("page", \.page, "a symbolic link to our page of it"),
        .address("official", \.official), .list("citations", \.citations),
    ]
}
