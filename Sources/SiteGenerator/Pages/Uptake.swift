import Corpus
import Templating

/// Which paragraphs of a resolution the debate took up, and how often: a bar for each, in the order of the text.
struct Uptake: TemplateRecord {
    let summary: String
    /// In pixels; narrower where there is no room.
    let width: Int
    let paragraphs: [Bar]

    /// Nil where the debate took up none, or there is only one.
    init?(of resolution: ResolutionEntry, related: [String: [Related]]) {
        let counts = resolution.paragraphs.map { related[$0.id]?.count ?? 0 }
        guard counts.count > 1, let most = counts.max(), most > 0 else { return nil }
        width = counts.count * 26
        let taken = counts.count { $0 > 0 }
        summary =
            "\(taken) of \(counts.count) paragraphs have wording that the debate comes close to; choose one to see where."
            + (resolution.paragraphs.contains { $0.part == .preamble } ? " The paler bars are the preamble." : "")
        paragraphs = zip(resolution.paragraphs, counts).enumerated().map { index, pair in
            let (paragraph, count) = pair
            let height = count == 0 ? 2 : max(6, count * 56 / most)
            return Bar(
                resolution: resolution.id, id: paragraph.id, label: ClauseRecord.label(paragraph), count: count,
                x: Share(index, of: counts.count).text, y: 60 - height, width: Share(5, of: counts.count * 6).text,
                height: height, isPreamble: paragraph.part == .preamble)
        }
    }

    struct Bar: TemplateRecord {
        let resolution: String
        let id: String
        let label: String
        let count: Int
        let x: String
        let y: Int
        let width: String
        let height: Int
        let isPreamble: Bool

        static let fields: TemplateFields<Self> = [
            .text("resolution", \.resolution), .text("id", \.id), .text("label", \.label),
            .number("count", \.count, "passages of the debate"), .text("x", \.x, "in per cent"), .number("y", \.y),
            .text("width", \.width, "in per cent"), .number("height", \.height), .flag("isPreamble", \.isPreamble),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .text("summary", \.summary), .number("width", \.width, "in pixels; narrower where there is no room"),
        .list("paragraphs", \.paragraphs),
    ]
}
