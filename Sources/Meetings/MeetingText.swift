import Diagnostics

/// What was read in a digest, a line for each part, for a person to check against the text.
package struct MeetingText {
    private let meeting: Meeting
    private let isDetailed: Bool

    /// - Parameter isDetailed: whether each attribution, each paragraph of a full text and each reference has a line too.
    package init(_ meeting: Meeting, isDetailed: Bool = false) {
        self.meeting = meeting
        self.isDetailed = isDetailed
    }

    package var text: String {
        let lines = [kind] + facts + [""] + meeting.blocks.flatMap(lines) + votes + decisions + details
        return lines.map { DiagnosticText.harmless($0.utf8) }.joined(separator: "\n") + "\n"
    }

    private var kind: String {
        switch meeting.kind {
        case .meeting: meeting.headline ?? "A meeting without headline"
        case .other(let reason): "Not a meeting: \(reason)"
        }
    }

    private var facts: [String] {
        let statements = meeting.blocks.filter { if case .statement = $0.content { true } else { false } }
        let unnamed = statements.count {
            if case .statement(let turn) = $0.content { turn.speaker.unnamed } else { false }
        }
        let date = meeting.date.value.map {
            "\($0) (\(meeting.date.certainty.rawValue)\(meeting.date.from.map { ": " + $0 } ?? ""))"
        }
        let times = meeting.times.map { "\($0.began)–\($0.ended ?? "?")" }
        return [
            ("body", [meeting.body, meeting.session].compactMap(\.self).joined(separator: ", ")),
            ("number", meeting.numbers.map(String.init).joined(separator: ", ")),
            ("mark", meeting.timeMark ?? ""), ("symbol", meeting.symbol ?? ""), ("date", date ?? ""),
            ("status", meeting.status.rawValue), ("times", times ?? ""),
            ("statements", "\(statements.count)" + (unnamed > 0 ? ", \(unnamed) without a name" : "")),
        ].map { name, value in "  " + padded(name, 12) + (value.isEmpty ? "–" : value) }
    }

    // MARK: Blocks

    private func lines(of block: Block) -> [String] {
        let (kind, text) = content(of: block)
        return [row(block.lines, kind, text)]
    }

    private func content(of block: Block) -> (kind: String, text: String) {
        switch block.content {
        case .header: ("header", "")
        case .note(let paragraphs): ("note", excerpt(paragraphs))
        case .summary(let summary):
            (
                "summary",
                "\(Amount(summary.paragraphs.count, "paragraph")), \(Amount(summary.attributions.count, "attribution"))"
            )
        case .times: ("times", "")
        case .heading(let heading): ("heading", heading.text)
        case .statement(let statement): (statement.form.rawValue, title(of: statement))
        case .narration(let paragraphs): ("narration", excerpt(paragraphs))
        case .placeholder(let placeholder): ("to come", placeholder.text)
        case .fullText(let index):
            ("full text", meeting.decisions.indices.contains(index) ? meeting.decisions[index].symbol ?? "" : "")
        case .footer: ("footer", "")
        case .other(let paragraphs): ("other", excerpt(paragraphs))
        }
    }

    private func title(of statement: Statement) -> String {
        let speaker = statement.speaker
        var parts = [
            speaker.unnamed ? "(no name)" : [speaker.honorific, speaker.name].compactMap(\.self).joined(separator: " ")
        ]
        parts += [speaker.role, speaker.delegation.map { "for \($0)" }].compactMap(\.self)
        if !statement.onBehalfOf.isEmpty { parts.append("also for " + statement.onBehalfOf.joined(separator: ", ")) }
        if !statement.alignedWith.isEmpty {
            parts.append("aligned with " + statement.alignedWith.joined(separator: ", "))
        }
        if let occasion = statement.occasion { parts.append(occasion.rawValue) }
        let others = statement.others.map { [$0.name, $0.delegation].compactMap(\.self).joined(separator: " of ") }
        if !others.isEmpty { parts.append("heard in it: " + others.joined(separator: ", ")) }
        let references = statement.paragraphs.reduce(0) { $0 + $1.references.count }
        parts.append(
            "#\(statement.id), \(Amount(statement.paragraphs.count, "paragraph")), \(Amount(references, "reference"))")
        return parts.joined(separator: " · ")
    }

    private func excerpt(_ paragraphs: [Paragraph]) -> String {
        guard let text = paragraphs.first?.text else { return "" }
        return text.count > 70 ? text.prefix(70) + "…" : text
    }

    // MARK: Votes and decisions

    private var votes: [String] {
        meeting.votes.map { vote in
            let counts = [vote.favour, vote.against, vote.abstain].map { $0.map(String.init) ?? "–" }.joined(
                separator: ":")
            let names = vote.names
            let named = [("for", names.favour), ("against", names.against), ("abstaining", names.abstain)]
                .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }
            return row(
                vote.lines, "vote",
                ([vote.outcome.rawValue, counts, vote.subject].compactMap(\.self) + named).joined(separator: " · "))
        }
    }

    private var decisions: [String] {
        meeting.decisions.map { decision in
            var parts = [decision.kind.rawValue, decision.symbol ?? "without symbol", decision.adopted?.rawValue]
                .compactMap(\.self)
            if let text = decision.fullText {
                parts.append(
                    "\(text.preamble.count) preambular, \(text.operative.count) operative, \(Amount(text.annexes.count, "annex", plural: "annexes"))"
                )
            }
            return row(decision.lines, "decision", parts.joined(separator: " · "))
        }
    }

    // MARK: Details

    private var details: [String] { isDetailed ? attributions + clauses + references : [] }

    private var attributions: [String] {
        meeting.blocks.flatMap { block -> [String] in
            guard case .summary(let summary) = block.content else { return [] }
            return summary.attributions.map { attribution in
                let who = [attribution.name, attribution.delegation].compactMap(\.self).joined(separator: ", ")
                return row(attribution.lines, attribution.listed ? "listed" : "quoted", who)
            }
        }
    }

    private var clauses: [String] {
        meeting.decisions.compactMap(\.fullText).flatMap { text -> [String] in
            text.preamble.flatMap { rows(of: $0, "preambular") } + text.operative.flatMap { rows(of: $0, "operative") }
                + text.annexes.map { row($0.lines, "annex", $0.title) }
        }
    }

    private func rows(of clause: FullText.Clause, _ kind: String) -> [String] {
        let heading = clause.heading.map { " · under “\($0)”" } ?? ""
        let continued = clause.continuation.isEmpty ? "" : " · continued \(clause.continuation.count) times"
        let points = clause.points.flatMap(Self.flattened).map { row($0.lines, "point", $0.label) }
        return [row(clause.lines, kind, "\(clause.number) \(clause.opening)" + heading + continued)] + points
    }

    private var references: [String] {
        var places: [(lines: LineRange, references: [Reference])] = []
        for paragraph in meeting.blocks.flatMap(paragraphs) { places.append((paragraph.lines, paragraph.references)) }
        for text in meeting.decisions.compactMap(\.fullText) {
            for clause in text.preamble + text.operative {
                places.append((clause.lines, clause.references))
                for paragraph in clause.continuation { places.append((paragraph.lines, paragraph.references)) }
                for point in clause.points.flatMap(Self.flattened) { places.append((point.lines, point.references)) }
            }
            for paragraph in text.annexes.flatMap(\.paragraphs) {
                places.append((paragraph.lines, paragraph.references))
            }
        }
        return places.flatMap { lines, references in
            references.map { row(lines, "reference", "\($0.kind.rawValue) \($0.target) · “\($0.text)”") }
        }
    }

    private func paragraphs(of block: Block) -> [Paragraph] {
        switch block.content {
        case .summary(let summary): summary.paragraphs
        case .statement(let statement): statement.paragraphs
        case .note(let paragraphs), .narration(let paragraphs), .other(let paragraphs): paragraphs
        case .header, .times, .heading, .placeholder, .fullText, .footer: []
        }
    }

    /// A point and all under it, in the order of the text.
    private static func flattened(_ point: FullText.Point) -> [FullText.Point] {
        var flat: [FullText.Point] = []
        var open = [point]
        while let next = open.popLast() {
            flat.append(next)
            open += next.points.reversed()
        }
        return flat
    }

    private func row(_ lines: LineRange, _ kind: String, _ text: String) -> String {
        let range = lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
        return (padded(range, 10) + padded(kind, 13) + text).trimmedEnd
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
