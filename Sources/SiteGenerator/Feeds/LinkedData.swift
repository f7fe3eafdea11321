import Corpus
import Diagnostics
import Meetings
import Templating

/// A page in the words of schema.org, as JSON-LD for its head: nothing that the page does not say.
///
/// Addresses are whole where `baseURL` is set, and relative to the page otherwise.
struct LinkedData {
    private let site: SiteModel
    private let page: Address

    /// The JSON of a page, safe inside `<script>`; nil for pages that are only lists.
    static func json(for page: SitePage, in site: SiteModel) -> Markup? {
        let data = LinkedData(site: site, page: page.address(in: site.corpus))
        var json = JSONWriter()
        switch page {
        case .home: json.object(data.website)
        case .meeting(let ref): json.object { data.event(ref, &$0) }
        case .speaker(let ref): json.object { data.person(ref, &$0) }
        case .delegation(let ref): json.object { data.organization(ref, &$0) }
        case .resolution(let ref): json.object { data.legislation(ref, &$0) }
        case .paragraph(let ref, let index): json.object { data.paragraph(index, of: ref, &$0) }
        case .earlierVersion, .meetings, .year, .speakers, .delegations, .resolutions, .documents, .search, .notFound:
            return nil
        }
        return inScript(json.bytes)
    }

    /// `<` could end the element or open a comment in it.
    private static func inScript(_ bytes: [UInt8]) -> Markup {
        guard bytes.contains(UInt8(ascii: "<")) else { return Markup(bytes) }
        var safe: [UInt8] = []
        safe.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte == UInt8(ascii: "<") { safe += #"\u003c"#.utf8 } else { safe.append(byte) }
        }
        return Markup(safe)
    }

    private var corpus: Corpus { site.corpus }

    private func address(_ path: String) -> String { site.baseURL.map { $0.text + path } ?? page.relative(to: path) }

    private func begin(_ type: String, _ name: String, _ json: inout JSONWriter) {
        json.member("@context", "https://schema.org")
        json.member("@type", type)
        json.member("name", name)
        json.member("url", address(page.path))
    }

    private func reference(_ type: String, _ name: String, _ path: String, _ json: inout JSONWriter) {
        json.object { json in
            json.member("@type", type)
            json.member("name", name)
            json.member("url", address(path))
        }
    }

    private func reference(_ resolution: Ref<ResolutionEntry>, _ json: inout JSONWriter) {
        let outline = corpus.outline(of: resolution)
        reference("Legislation", outline.title, Address.resolution(outline.id).path, &json)
    }

    // MARK: Pages

    private func website(_ json: inout JSONWriter) {
        begin("WebSite", site.title, &json)
        if let description = site.description { json.member("description", description) }
        json.member("inLanguage", site.language)
        guard site.baseURL != nil else { return }
        json.object("potentialAction") { json in
            json.member("@type", "SearchAction")
            json.member("target", address(Address.search.path) + "?q={question}")
            json.member("query-input", "required name=question")
        }
    }

    private func event(_ ref: Ref<MeetingEntry>, _ json: inout JSONWriter) {
        let entry = corpus[ref]
        let names = MeetingNames(entry.meeting)
        begin("Event", names.title, &json)
        if names.short != names.title { json.member("alternateName", names.short) }
        if let date = entry.meeting.date.value { json.member("startDate", date) }
        if let symbol = entry.meeting.symbol { json.member("identifier", symbol) }
        if let body = entry.meeting.body {
            json.object("organizer") { json in
                json.member("@type", "Organization")
                json.member("name", body)
            }
        }
        if let source = entry.meeting.url { json.member("sameAs", source) }
        if !entry.speakers.isEmpty {
            json.array("performer", entry.speakers) { json, speaker in
                let label = corpus.label(of: speaker)
                reference("Person", label.name, Address.speaker(label.id).path, &json)
            }
        }
        let decisions = entry.decisions.compactMap(\.self)
        if !decisions.isEmpty {
            json.array("workFeatured", decisions) { json, decision in
                reference(decision, &json)
            }
        }
    }

    private func person(_ ref: Ref<Person>, _ json: inout JSONWriter) {
        let person = corpus[ref]
        begin("Person", person.name, &json)
        let others = person.variants.map(\.printed).filter { $0 != person.name }
        if !others.isEmpty { json.member("alternateName", others) }
        let titles = distinct(person.affiliations.compactMap(\.role))
        if !titles.isEmpty { json.member("jobTitle", titles) }
        let delegations = distinct(person.affiliations.compactMap(\.delegation))
        if !delegations.isEmpty {
            json.array("affiliation", delegations) { json, ref in
                let label = corpus.label(of: ref)
                reference(
                    Self.type(of: corpus.kind(of: ref)), label.name, Address.delegation(label.id).path, &json)
            }
        }
    }

    private func organization(_ ref: Ref<Delegation>, _ json: inout JSONWriter) {
        let delegation = corpus[ref]
        begin(Self.type(of: delegation.kind), delegation.name, &json)
        let others = distinct(
            [delegation.formalName, delegation.abbreviation].compactMap(\.self) + delegation.variants
        )
        .filter { $0 != delegation.name }
        if !others.isEmpty { json.member("alternateName", others) }
        if let code = delegation.code { json.member("identifier", code) }
    }

    private static func type(of kind: Delegation.Kind) -> String {
        switch kind {
        case .state, .observer: "Country"
        case .organisation, .office: "GovernmentOrganization"
        case .civilSociety: "NGO"
        case .group: "Organization"
        }
    }

    private func legislation(_ ref: Ref<ResolutionEntry>, _ json: inout JSONWriter) {
        let resolution = corpus[ref]
        begin("Legislation", resolution.title, &json)
        json.member("legislationType", resolution.kind == .resolution ? "Resolution" : "Presidential statement")
        if let symbol = resolution.symbol { json.member("legislationIdentifier", symbol) }
        if let meeting = (resolution.adoption?.meeting).map({ corpus.heading(of: $0) }) {
            if let date = meeting.date.value { json.member("legislationDate", date) }
            if let body = meeting.outline.body {
                json.object("legislationPassedBy") { json in
                    json.member("@type", "Organization")
                    json.member("name", body)
                }
            }
        }
        if let official = resolution.officialAddress { json.member("sameAs", official) }
        citations(resolution.cites, &json)
        if !resolution.paragraphs.isEmpty {
            json.array("hasPart", resolution.paragraphs) { json, paragraph in
                reference(
                    "Legislation", ClauseRecord.label(paragraph), Address.paragraph(resolution.id, paragraph.id).path,
                    &json)
            }
        }
    }

    private func paragraph(_ index: Int, of ref: Ref<ResolutionEntry>, _ json: inout JSONWriter) {
        let resolution = corpus[ref]
        let paragraph = resolution.paragraphs[index]
        begin("Legislation", "\(ClauseRecord.label(paragraph)), \(resolution.title)", &json)
        if let clause = corpus.clause(of: ref, paragraph: index) { json.member("text", clause.text) }
        json.object("isPartOf") { json in
            json.member("@type", "Legislation")
            json.member("name", resolution.title)
            json.member("url", address(Address.resolution(resolution.id).path))
        }
        citations(paragraph.cites, &json)
    }

    private func citations(_ cited: [Ref<ResolutionEntry>], _ json: inout JSONWriter) {
        guard !cited.isEmpty else { return }
        json.array("citation", cited) { json, ref in
            reference(ref, &json)
        }
    }

    private func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
