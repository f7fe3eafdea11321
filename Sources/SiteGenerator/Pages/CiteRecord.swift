import Corpus
import Diagnostics
import Meetings
import Templating

/// How to cite a page: as a sentence, as BibTeX, as CSL-JSON.
struct CiteRecord: TemplateRecord {
    let key: String
    let author: String?
    let title: String
    let number: String?
    /// ISO 8601, a day or a month.
    let date: String?
    let container: String
    /// The page's full address; nil where the site does not say where it stands.
    let url: String?
    /// `Public/cite.js` makes their citations from this one.
    let holdsStatements: Bool

    /// `Security Council, 7847th meeting, “…”, December 2016, SC/12647. Meeting digests, https://…`
    var sentence: String {
        let parts = [author, "“\(title)”", date.map(Wording.date), number].compactMap { $0 }
        return parts.joined(separator: ", ") + ". " + [container, url].compactMap { $0 }.joined(separator: ", ")
    }

    var bibTeX: String {
        let parts = (date ?? "").split(separator: "-").map(String.init)
        let fields: [(String, String?)] = [
            ("author", author.map { "{\(Self.texEscaped($0))}" }), ("title", "{\(Self.texEscaped(title))}"),
            ("year", parts.first), ("month", parts.dropFirst().first), ("day", parts.dropFirst(2).first),
            ("number", number.map(Self.texEscaped)),
            ("howpublished", Self.texEscaped(container)), ("url", url),
        ]
        let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}," } }
        return (["@misc{\(key),"] + lines + ["}"]).joined(separator: "\n")
    }

    var cslJSON: [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.object { json in
            json.member("id", key)
            json.member("type", "document")
            json.member("title", title)
            if let author {
                json.array("author", [author]) { json, name in json.object { $0.member("literal", name) } }
            }
            json.member("container-title", container)
            if let number { json.member("number", number) }
            if let date {
                json.object("issued") { json in
                    let parts = date.split(separator: "-").compactMap { Int($0) }
                    json.array("date-parts", [parts]) { json, parts in
                        json.array(parts) { $0.value($1) }
                    }
                }
            }
            if let url { json.member("URL", url) }
        }
        return json.bytes
    }

    /// With the characters escaped that mean something to TeX.
    private static func texEscaped(_ text: String) -> String {
        guard text.utf8.contains(where: { texMarks.contains($0) }) else { return text }
        return text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&", "%", "$", "#", "_", "{", "}": escaped += "\\\(scalar)"
            case "\\": escaped += "\\textbackslash{}"
            case "~": escaped += "\\textasciitilde{}"
            case "^": escaped += "\\textasciicircum{}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    private static let texMarks = Set("&%$#_{}\\~^".utf8)

    /// Lines for `<pre>`, where Markdown keeps them as long as none is empty.
    private static func lines(_ text: [UInt8]) -> Markup {
        var markup = Markup(capacity: text.count + text.count / 4)
        text.withUnsafeBufferPointer { text in
            for line in text.split(separator: UInt8(ascii: "\n")) {
                if !markup.bytes.isEmpty { markup += "\n" }
                let words = line.drop { $0 == UInt8(ascii: " ") }
                for _ in line.startIndex..<words.startIndex { markup += " " }
                markup.append(text: UnsafeBufferPointer(rebasing: words))
            }
        }
        return markup
    }

    static let fields: TemplateFields<Self> = [
        .text("sentence", \.sentence), .markup("bibTeX", { lines(Array($0.bibTeX.utf8)) }),
        .markup("cslJSON", { lines($0.cslJSON) }),
        .flag("holdsStatements", \.holdsStatements, "statements stand on the page"),
    ]
}

extension CiteRecord {
    /// A meeting's page.
    init(_ entry: MeetingEntry, in site: SiteModel) {
        let names = MeetingNames(entry.meeting)
        self.init(
            key: entry.id, author: names.number.map { names.body + ", " + $0 } ?? entry.meeting.body,
            title: names.title,
            number: entry.meeting.symbol, date: entry.meeting.date.value, container: site.title,
            url: site.baseURL.map { $0.text + Address.meeting(entry.id).path }, holdsStatements: !entry.turns.isEmpty)
    }

    /// A resolution's page, or that of a paragraph of it.
    init(_ resolution: ResolutionEntry, paragraph: ParagraphEntry? = nil, in site: SiteModel) {
        let address = paragraph.map { Address.paragraph(resolution.id, $0.id) } ?? Address.resolution(resolution.id)
        self.init(
            key: [resolution.id, paragraph?.id].compactMap { $0 }.joined(separator: "-"), author: nil,
            title: [resolution.title, paragraph.map(ClauseRecord.label)].compactMap { $0 }.joined(separator: ", "),
            number: resolution.symbol,
            date: resolution.adoption.flatMap { site.corpus.heading(of: $0.meeting).date.value },
            container: site.title, url: site.baseURL.map { $0.text + address.path }, holdsStatements: false)
    }
}
