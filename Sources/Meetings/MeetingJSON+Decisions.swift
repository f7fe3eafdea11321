import Diagnostics

extension MeetingJSON {
    static func write(_ vote: Vote, to json: inout JSONWriter) {
        writeLines(vote.lines, to: &json)
        json.member("subject", vote.subject)
        json.member("outcome", vote.outcome.rawValue)
        json.member("favour", vote.favour)
        json.member("against", vote.against)
        json.member("abstain", vote.abstain)
        json.object("names") { json in
            json.member("favour", vote.names.favour)
            json.member("against", vote.names.against)
            json.member("abstain", vote.names.abstain)
        }
    }

    static func write(_ decision: Decision, to json: inout JSONWriter, adding additions: Additions) {
        json.member("kind", decision.kind.rawValue)
        json.member("symbol", decision.symbol)
        json.member("adopted", decision.adopted?.rawValue)
        writeLines(decision.lines, to: &json)
        if let fullText = decision.fullText {
            json.object("fullText") { write(fullText, to: &$0, adding: additions) }
        } else {
            json.member("fullText", nil as String?)
        }
        additions.decision(&json, decision)
    }

    private static func write(_ fullText: FullText, to json: inout JSONWriter, adding additions: Additions) {
        writeLines(fullText.lines, to: &json)
        for (key, clauses) in [("preamble", fullText.preamble), ("operative", fullText.operative)] {
            json.array(key, clauses) { json, clause in
                json.object { write(clause, to: &$0, adding: additions) }
            }
        }
        json.array("annexes", fullText.annexes) { json, annex in
            json.object { json in
                json.member("title", annex.title)
                writeLines(annex.lines, to: &json)
                write(annex.paragraphs, to: &json, adding: additions)
            }
        }
    }

    private static func write(_ clause: FullText.Clause, to json: inout JSONWriter, adding additions: Additions) {
        json.member("number", clause.number)
        json.member("heading", clause.heading)
        json.member("opening", clause.opening)
        writeLines(clause.lines, to: &json)
        json.member("text", clause.text)
        write(clause.references, to: &json, adding: additions)
        write(clause.points, to: &json, adding: additions)
        write(clause.continuation, as: "continuation", to: &json, adding: additions)
    }

    /// Calls itself for the points below: four levels at most, the form knows no more (genre: full text).
    private static func write(_ points: [FullText.Point], to json: inout JSONWriter, adding additions: Additions) {
        json.array("points", points) { json, point in
            json.object { json in
                json.member("label", point.label)
                writeLines(point.lines, to: &json)
                json.member("text", point.text)
                write(point.references, to: &json, adding: additions)
                write(point.points, to: &json, adding: additions)
            }
        }
    }
}
