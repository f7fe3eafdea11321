import Templating

/// A page with a field of every shape.
struct MeetingFixture: TemplatePage {
    static let template = "meeting.md"

    var headline: String?
    var source: String?
    var summary: String?
    var isFinal = false
    var votes: Int?
    var groups: [String] = []
    var president: SpeakerFixture?
    var statements: [StatementFixture] = []
    var points: [PointFixture] = []

    static let fields: TemplateFields<Self> = [
        .text("headline", \.headline, "the headline as printed"),
        .address("source", \.source, "where the release was published"),
        .markup("summary", \.summary),
        .flag("final", \.isFinal),
        .number("votes", \.votes),
        .texts("groups", \.groups),
        .record("president", \.president),
        .list("statements", \.statements, "every turn, in order"),
        .list("points", \.points),
    ]
}

struct StatementFixture: TemplateRecord {
    var headline: String?
    var speaker: SpeakerFixture

    static let fields: TemplateFields<Self> = [
        .text("headline", \.headline),
        .record("speaker", \.speaker),
    ]
}

struct SpeakerFixture: TemplateRecord {
    var name: String
    var role: String?

    static let fields: TemplateFields<Self> = [
        .text("name", \.name),
        .text("role", \.role),
    ]
}

/// Points within points.
struct PointFixture: TemplateRecord {
    var label: String
    var points: [PointFixture] = []

    static let fields: TemplateFields<Self> = [
        .text("label", \.label),
        .list("points", \.points),
    ]
}

/// Renders one template of this text, with parts beside it.
func rendered(_ template: String, _ page: MeetingFixture, parts: [String: String] = [:]) throws -> String {
    let set = try TemplateSet(builtIn: files(template, parts), own: [], pages: [MeetingFixture.self])
    return String(decoding: try set.render(page), as: UTF8.self)
}

func files(_ template: String, _ parts: [String: String] = [:]) -> [TemplateFile] {
    parts.merging(["meeting.md": template]) { $1 }.map { path, text in
        TemplateFile(path: path, file: "Templates/\(path)", bytes: Array(text.utf8))
    }
}
