import Corpus
import Meetings
import Templating

/// The page of a provisional copy whose final text has come: its words as they were, for who cited them.
struct EarlierVersionPage: TemplatePage {
    static let template = "earlier.md"

    let title: String
    let meetingID: String
    let file: String
    let passages: [Passage]

    init(_ version: EarlierVersion, of entry: MeetingEntry) {
        title = MeetingNames(version.meeting).title
        meetingID = entry.id
        file = version.meeting.source.file.split(separator: "/").last.map(String.init) ?? version.meeting.source.file
        passages = version.meeting.blocks.flatMap(Passage.all)
    }

    /// The part of the address for the version at this index of `MeetingEntry.earlierVersions`.
    static func id(_ index: Int) -> String { index == 0 ? "provisional" : "provisional-\(index + 1)" }

    /// A heading or a paragraph of the copy.
    struct Passage: TemplateRecord {
        var heading: String?
        var anchor: String?
        var text: String?

        static func all(of block: Block) -> [Passage] {
            func texts(_ paragraphs: [Paragraph], anchor: String? = nil) -> [Passage] {
                paragraphs.enumerated().map { index, paragraph in
                    Passage(anchor: index == 0 ? anchor : nil, text: PrintedSpacing.of(paragraph.text))
                }
            }
            switch block.content {
            case .heading(let heading): return [Passage(heading: PrintedSpacing.of(heading.text))]
            case .summary(let summary): return texts(summary.paragraphs)
            case .statement(let statement): return texts(statement.paragraphs, anchor: statement.id)
            case .note(let paragraphs), .narration(let paragraphs), .other(let paragraphs): return texts(paragraphs)
            case .placeholder(let placeholder):
                return [Passage(anchor: placeholder.id, text: PrintedSpacing.of(placeholder.text))]
            case .header, .times, .fullText, .footer: return []
            }
        }

        static let fields: TemplateFields<Self> = [
            .text("heading", \.heading), .text("anchor", \.anchor), .text("text", \.text),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .text("title", \.title), .text("meetingID", \.meetingID), .text("file", \.file), .list("passages", \.passages),
    ]
}

/// What changed between a provisional copy and the text that replaced it, on the meeting's page.
struct ChangesRecord: TemplateRecord {
    let version: String
    let meetingID: String
    let named: [ChangedTurn]
    let added: [ChangedTurn]
    let reworded: [ChangedTurn]
    let removed: [TextRecord]

    init(_ index: Int, of ref: Ref<MeetingEntry>, corpus: Corpus) {
        let entry = corpus[ref]
        let version = entry.earlierVersions[index]
        let changes = corpus.changes(since: version, in: ref)
        self.version = EarlierVersionPage.id(index)
        meetingID = entry.id
        named = changes.named.map { ChangedTurn($0, corpus: corpus) }
        added = changes.added.map { ChangedTurn($0, corpus: corpus) }
        reworded = changes.reworded.map { ChangedTurn($0.turn, changes: $0.changes, corpus: corpus) }
        removed = changes.removed.compactMap { block in
            guard case .statement(let statement) = version.meeting.blocks[block].content else { return nil }
            let speaker = statement.speaker
            return TextRecord(text: speaker.delegation ?? speaker.name ?? speaker.role ?? "a statement")
        }
    }

    static let fields: TemplateFields<Self> = [
        .text("version", \.version, "the last part of the copy's address"), .text("meetingID", \.meetingID),
        .flag("isUnchanged", { $0.named.isEmpty && $0.added.isEmpty && $0.reworded.isEmpty && $0.removed.isEmpty }),
        .flag("hasNamed", { !$0.named.isEmpty }), .list("named", \.named), .flag("hasAdded", { !$0.added.isEmpty }),
        .list("added", \.added), .flag("hasReworded", { !$0.reworded.isEmpty }), .list("reworded", \.reworded),
        .flag("hasRemoved", { !$0.removed.isEmpty }), .list("removed", \.removed),
    ]
}

/// A statement that changed, with its words where they did.
struct ChangedTurn: TemplateRecord {
    let anchor: String
    let who: String
    let words: String?

    init(_ turn: TurnRef, changes: [WordChange] = [], corpus: Corpus) {
        anchor = corpus.statement(turn).id
        who = corpus.voice(of: turn)
        words = changes.isEmpty ? nil : Self.marked(changes)
    }

    /// Words gone and come, with a few around them.
    private static func marked(_ changes: [WordChange]) -> String {
        changes.enumerated().map { index, change in
            let text = PrintedSpacing.of(change.text)
            switch change.kind {
            case .removed: return "<del>\(Escaping.markdown(text))</del>"
            case .added: return "<ins>\(Escaping.markdown(text))</ins>"
            case .kept:
                return Escaping.markdown(shortened(text, isFirst: index == 0, isLast: index == changes.count - 1))
            }
        }.joined(separator: " ")
    }

    private static func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let words = text.split(separator: " ")
        guard words.count > 16 else { return text }
        let head = isFirst ? "" : words.prefix(7).joined(separator: " ") + " "
        return head + "…" + (isLast ? "" : " " + words.suffix(7).joined(separator: " "))
    }

    static let fields: TemplateFields<Self> = [
        .text("anchor", \.anchor), .text("who", \.who), .markup("words", \.words, "what went and what came, marked"),
    ]
}
