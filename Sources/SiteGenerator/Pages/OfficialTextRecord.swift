import Corpus
import Meetings
import Templating

/// What a page says of the official document whose words and numbers it shows.
struct OfficialTextRecord: TemplateRecord {
    let file: String
    let date: String?
    let printedIn: String?
    let printedInID: String?
    let differences: [Difference]

    /// Nil where the site has no official document of the resolution.
    init?(_ ref: Ref<ResolutionEntry>, corpus: Corpus) {
        guard let official = corpus.officialText(of: ref) else { return nil }
        file = official.file
        date = official.date.map(Wording.date)
        let digest = corpus[ref].text.map { corpus.outline(of: $0.meeting) }
        printedIn = digest.map { MeetingNames($0).short }
        printedInID = digest?.id
        differences = (corpus.numbering(of: ref)?.differences ?? []).map { Difference($0, resolution: corpus[ref].id) }
    }

    /// A paragraph that has another number in the digest.
    struct Difference: TemplateRecord {
        let printed: String
        let official: String?
        let paragraph: String?

        init(_ difference: Numbering.Paragraph, resolution: String) {
            printed = Self.name(difference.printed)
            official = difference.official.map(Self.name)
            paragraph = difference.official.map { "\(resolution)/\($0)" }
        }

        /// `op-12` in words.
        private static func name(_ id: String) -> String {
            (id.hasPrefix("op-") ? "operative paragraph " : "preambular paragraph ") + id.dropFirst(3)
        }

        static let fields: TemplateFields<Self> = [
            .text("printed", \.printed, "as the digest numbers it"),
            .text("official", \.official, "as the official document does; nothing where it has no such paragraph"),
            .text("paragraph", \.paragraph, "for a link: `s-res-2331-2016/op-13`"),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .text("file", \.file, "the document in the site's folder"), .text("date", \.date, "of adoption"),
        .text("printedIn", \.printedIn, "the meeting whose digest prints the text too"),
        .text("printedInID", \.printedInID), .flag("hasDifferences", { !$0.differences.isEmpty }),
        .list("differences", \.differences),
    ]
}
