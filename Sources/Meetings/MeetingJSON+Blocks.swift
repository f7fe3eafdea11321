import Diagnostics

extension MeetingJSON {
    static func write(_ block: Block, to json: inout JSONWriter, adding additions: Additions) {
        json.member("kind", kind(of: block))
        writeLines(block.lines, to: &json)
        switch block.content {
        case .header, .times, .footer: break
        case .note(let paragraphs), .narration(let paragraphs), .other(let paragraphs):
            write(paragraphs, to: &json, adding: additions)
        case .summary(let summary):
            write(summary.paragraphs, to: &json, adding: additions)
            json.array("attributions", summary.attributions) { json, attribution in
                json.object { write(attribution, to: &$0) }
            }
        case .heading(let heading): json.member("text", heading.text)
        case .statement(let statement): write(statement, to: &json, adding: additions)
        case .placeholder(let placeholder):
            json.member("id", placeholder.id)
            json.member("delegation", placeholder.delegation)
            json.member("text", placeholder.text)
        case .fullText(let decision): json.member("decision", decision)
        }
    }

    private static func kind(of block: Block) -> String {
        switch block.content {
        case .header: "header"
        case .note: "note"
        case .summary: "summary"
        case .times: "times"
        case .heading: "heading"
        case .statement: "statement"
        case .narration: "narration"
        case .placeholder: "placeholder"
        case .fullText: "fulltext"
        case .footer: "footer"
        case .other: "other"
        }
    }

    private static func write(_ statement: Statement, to json: inout JSONWriter, adding additions: Additions) {
        json.member("id", statement.id)
        json.member("form", statement.form.rawValue)
        json.object("speaker") { json in
            json.member("printed", statement.speaker.printed)
            json.member("name", statement.speaker.name)
            json.member("honorific", statement.speaker.honorific)
            json.member("role", statement.speaker.role)
            json.member("delegation", statement.speaker.delegation)
            json.member("unnamed", statement.speaker.unnamed)
        }
        json.member("onBehalfOf", statement.onBehalfOf)
        json.member("alignedWith", statement.alignedWith)
        json.member("occasion", statement.occasion?.rawValue)
        write(statement.paragraphs, to: &json, adding: additions)
        json.array("others", statement.others) { json, other in
            json.object { json in
                json.member("delegation", other.delegation)
                json.member("name", other.name)
                writeLines(other.lines, to: &json)
            }
        }
        additions.statement(&json, statement)
    }

    private static func write(_ attribution: Summary.Attribution, to json: inout JSONWriter) {
        json.member("delegation", attribution.delegation)
        json.member("name", attribution.name)
        writeLines(attribution.lines, to: &json)
        json.member("listed", attribution.listed)
    }

    static func write(
        _ paragraphs: [Paragraph], as key: String = "paragraphs", to json: inout JSONWriter, adding additions: Additions
    ) {
        json.array(key, paragraphs) { json, paragraph in
            json.object { json in
                writeLines(paragraph.lines, to: &json)
                json.member("text", paragraph.text)
                write(paragraph.references, to: &json, adding: additions)
            }
        }
    }

    static func write(_ references: [Reference], to json: inout JSONWriter, adding additions: Additions) {
        json.array("references", references) { json, reference in
            json.object { json in
                json.member("kind", reference.kind.rawValue)
                json.member("target", reference.target)
                json.member("text", reference.text)
                json.member("start", reference.start)
                json.member("end", reference.end)
                additions.reference(&json, reference)
            }
        }
    }
}
