import Diagnostics

/// A meeting as JSON: the contract `rapporteur.meeting/1`, described in `Documentation/MeetingFormat.md`.
///
/// Every key is always there, in the same order; what the text does not say is `null` or empty. Keys may be added
/// under the same version, none is renamed, removed or given another meaning without a new one.
package enum MeetingJSON {
    package static let format = "rapporteur.meeting/1"

    /// What a site adds to the object of a meeting: each closure writes members into the object it names.
    package struct Additions {
        package var meeting: (inout JSONWriter) -> Void = { _ in }
        package var statement: (inout JSONWriter, Statement) -> Void = { _, _ in }
        package var reference: (inout JSONWriter, Reference) -> Void = { _, _ in }
        package var decision: (inout JSONWriter, Decision) -> Void = { _, _ in }

        package init() {}
    }

    /// The object of a meeting as a document of its own, with a final newline.
    package static func document(_ meeting: Meeting, layout: JSONWriter.Layout = .compact) -> [UInt8] {
        document(meeting, adding: Additions(), layout: layout)
    }

    /// The same object with a site's own members: those of the meeting stand after `format`, the others last.
    package static func document(
        _ meeting: Meeting, adding additions: Additions, layout: JSONWriter.Layout = .compact
    ) -> [UInt8] {
        var json = JSONWriter(layout: layout)
        json.object { write(meeting, to: &$0, adding: additions) }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ meeting: Meeting, to json: inout JSONWriter, adding additions: Additions) {
        json.member("format", format)
        additions.meeting(&json)
        json.object("source") { json in
            json.member("file", meeting.source.file)
            json.member("lines", meeting.source.lines)
            json.member("sha256", meeting.source.sha256)
        }
        writeHeader(of: meeting, to: &json)
        json.array("blocks", meeting.blocks) { json, block in
            json.object { write(block, to: &$0, adding: additions) }
        }
        json.array("votes", meeting.votes) { json, vote in json.object { write(vote, to: &$0) } }
        json.array("decisions", meeting.decisions) { json, decision in
            json.object { write(decision, to: &$0, adding: additions) }
        }
        json.array("diagnostics", meeting.diagnostics) { json, diagnostic in
            json.object { write(diagnostic, to: &$0) }
        }
    }

    private static func writeHeader(of meeting: Meeting, to json: inout JSONWriter) {
        switch meeting.kind {
        case .meeting:
            json.member("kind", "meeting")
            json.member("reason", nil as String?)
        case .other(let reason):
            json.member("kind", "other")
            json.member("reason", reason)
        }
        json.member("body", meeting.body)
        json.member("session", meeting.session)
        json.member("number", meeting.numbers.first)
        json.array("numbers", meeting.numbers) { $0.value($1) }
        json.member("timeMark", meeting.timeMark)
        json.member("symbol", meeting.symbol)
        json.member("headline", meeting.headline)
        json.member("subheadlines", meeting.subheadlines)
        json.object("date") { json in
            json.member("value", meeting.date.value)
            json.member("certainty", meeting.date.certainty.rawValue)
            json.member("from", meeting.date.from)
        }
        json.member("status", meeting.status.rawValue)
        if let times = meeting.times {
            json.object("times") { json in
                json.member("began", times.began)
                json.member("ended", times.ended)
                writeLines(times.lines, to: &json)
            }
        } else {
            json.member("times", nil as String?)
        }
        json.member("url", meeting.url)
        json.member("replaces", meeting.replaces)
    }

    static func writeLines(_ lines: LineRange, to json: inout JSONWriter) {
        json.array("lines", [lines.lowerBound, lines.upperBound]) { $0.value($1) }
    }

    private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
        json.member("id", diagnostic.id)
        json.member("severity", diagnostic.severity.rawValue)
        if let lines = diagnostic.lines {
            writeLines(lines, to: &json)
        } else {
            json.member("lines", nil as String?)
        }
        json.member("column", diagnostic.column)
        json.member("length", diagnostic.length)
        json.member("message", diagnostic.message)
        json.member("suggestion", diagnostic.suggestion)
    }
}
