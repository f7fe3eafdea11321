import Corpus
import Templating

/// All resolutions and presidential statements: with text, adopted, only cited.
struct ResolutionsPage: TemplatePage {
    static let template = "resolutions.md"

    let summary: String
    let groups: [Group]

    init(in site: SiteModel) {
        let corpus = site.corpus
        let rows = corpus.resolutionRows
        func group(_ name: String, where belongs: (ResolutionRow) -> Bool) -> Group? {
            let items = rows.filter(belongs).map {
                LinkRecord(id: $0.id, name: $0.title, count: Self.facts($0, corpus: corpus))
            }
            return items.isEmpty ? nil : Group(name: name, items: items)
        }
        groups = [
            group("With their text", where: { $0.hasText }),
            group("Adopted", where: { !$0.hasText && $0.adoption != nil }),
            group("Cited", where: { !$0.hasText && $0.adoption == nil }),
        ].compactMap { $0 }
        summary = "\(Wording.count(rows.count, "text")) adopted or cited in the digests."
    }

    private static func facts(_ resolution: ResolutionRow, corpus: Corpus) -> String {
        var facts: [String] = []
        if let adoption = resolution.adoption {
            let date = corpus.heading(of: adoption).date.value.map { " " + Wording.date($0) } ?? ""
            facts.append("adopted\(date)")
        }
        if resolution.paragraphs > 0 { facts.append(Wording.count(resolution.paragraphs, "paragraph")) }
        if resolution.citations > 0 { facts.append("cited \(SpeakerPage.times(resolution.citations))") }
        return facts.joined(separator: ", ")
    }

    static let fields: TemplateFields<Self> = [.text("summary", \.summary), .list("groups", \.groups)]
}
