import Corpus
import Meetings
import Templating

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
        let documents = corpus.documents
        let byKind = Dictionary(grouping: documents, by: \.kind)
        groups = names.compactMap { kind, name in
            byKind[kind].map { DocumentGroup(name: name, documents: $0.map { DocumentRecord($0, corpus: corpus) }) }
        }
        summary = "\(Wording.count(documents.count, "symbol")) cited, and where."
    }

    struct DocumentGroup: TemplateRecord {
        let name: String
        let documents: [DocumentRecord]

        static let fields: TemplateFields<Self> = [.text("name", \.name), .list("documents", \.documents)]
    }

    static let fields: TemplateFields<Self> = [.text("summary", \.summary), .list("groups", \.groups)]
}

/// A symbol, its pages here and elsewhere, and the places that cite it: of a resolution, whose page lists them, how many.
struct DocumentRecord: TemplateRecord {
    let id: String
    let symbol: String
    let page: String?
    let official: String?
    let citations: [CitingText]
    let count: String?

    init(_ document: DocumentEntry, corpus: Corpus) {
        id = document.id
        symbol = document.symbol
        page = SymbolicAddress(document.page)?.text
        official = document.officialAddress
        citations = document.hasCitingPage ? [] : CitingText.all(document.citations, corpus: corpus)
        count = document.hasCitingPage ? Wording.count(document.citations.count, "place") : nil
    }

    static let fields: TemplateFields<Self> = [
        .text("id", \.id), .text("symbol", \.symbol), .markup("page", \.page, "a symbolic link to our page of it"),
        .address("official", \.official), .list("citations", \.citations),
        .text("count", \.count, "how many places cite it, where its page lists them"),
    ]
}

extension DocumentEntry {
    /// Whether a page of ours lists the places that cite it.
    var hasCitingPage: Bool { if case .resolution = page { true } else { false } }
}
