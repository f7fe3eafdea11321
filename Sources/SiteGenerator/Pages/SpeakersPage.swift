import Corpus
import Meetings
import Templating

/// All speakers, by the first letter of the family name or what stands last.
struct SpeakersPage: TemplatePage {
    static let template = "speakers.md"

    let summary: String
    let letters: [Letter]

    init(in site: SiteModel) {
        let corpus = site.corpus
        var groups: [String: [(key: String, link: LinkRecord)]] = [:]
        let people = corpus.personRows
        for person in people {
            let key = Slug.make(person.name)
            let delegation = person.delegation.map { corpus.label(of: $0).name }
            let link = LinkRecord(id: person.id, name: person.name, count: delegation)
            groups[key.prefix(1).uppercased(), default: []].append((key, link))
        }
        letters = groups.keys.sorted().map { letter in
            let people = groups[letter, default: []].sorted { ($0.key, $0.link.id) < ($1.key, $1.link.id) }
            return Letter(letter: letter, people: people.map(\.link))
        }
        summary = "\(Wording.count(people.count, "person", "people")), by given name as printed."
    }

    struct Letter: TemplateRecord {
        let letter: String
        let people: [LinkRecord]

        static let fields: TemplateFields<Self> = [.text("letter", \.letter), .list("people", \.people)]
    }

    static let fields: TemplateFields<Self> = [.text("summary", \.summary), .list("letters", \.letters)]
}
