import Diagnostics
import Meetings

/// Marks of a meeting, as a whole and in parts.
extension MarkWriter {
    func marks(_ entry: MeetingEntry) -> MeetingMarks {
        let text = entry.measure
        return MeetingMarks(
            whole: mark(entry), row: row(entry, text), outline: outline(entry), voices: voices(entry, text),
            lines: text.lines, decisions: decisions(entry, text), blocks: blocks(entry, text))
    }

    func mark(_ entry: MeetingEntry) -> UInt64 {
        var print = Fingerprint()
        print.add(entry.id)
        add(entry.source, to: &print)
        print.add(entry.bodyCode)
        print.add(entry.turns) { add($1, to: &$0) }
        print.add(entry.placeholders) { add($1, to: &$0) }
        print.add(entry.speakers) { $0.add(persons[$1.index]) }
        print.add(entry.delegations) { add($1, to: &$0) }
        addDecisions(of: entry, to: &print)
        print.add(entry.previous.map { meetings[$0.index] } ?? 0)
        print.add(entry.next.map { meetings[$0.index] } ?? 0)
        print.add(entry.earlierVersions) { print, version in
            print.add(version.id)
            add(version.source, to: &print)
        }
        return print.mark
    }

    func outline(_ entry: MeetingEntry) -> UInt64 {
        var print = Fingerprint()
        add(entry.heading, to: &print)
        print.add(entry.turns) { print, turn in
            print.add(turn.ref.block)
            print.add(turn.anchor)
        }
        print.add(entry.placeholders) { print, placeholder in
            print.add(placeholder.ref.block)
            print.add(placeholder.anchor)
        }
        return print.mark
    }

    func row(_ entry: MeetingEntry, _ text: TextMeasure) -> UInt64 {
        let row = MeetingRow(entry)
        var print = Fingerprint()
        add(row.heading, to: &print)
        print.add(row.bodyCode)
        print.add(row.statements)
        print.add(row.decisions) { $0.add(resolutions[$1.index]) }
        print.add(text.abstract)
        return print.mark
    }

    private func add(_ heading: MeetingHeading, to print: inout Fingerprint) {
        let outline = heading.outline
        print.add(outline.id)
        print.add(outline.body)
        print.add(outline.numbers) { $0.add($1) }
        print.add(outline.headline)
        print.add(outline.date)
        print.add(outline.opening)
        print.add(outline.file)
        print.add(heading.date.value)
        print.add(heading.date.certainty.rawValue)
        print.add(heading.date.from)
        print.add(heading.symbol)
        print.add(heading.status.rawValue)
        print.add(heading.url)
    }

    func voices(_ entry: MeetingEntry, _ text: TextMeasure) -> UInt64 {
        var print = Fingerprint()
        print.add(text.roles)
        print.add(entry.turns) { print, turn in
            print.add(turn.ref.block)
            print.add(turn.person.map { persons[$0.index] } ?? 0)
            add(turn.delegation, to: &print)
        }
        return print.mark
    }

    func decisions(_ entry: MeetingEntry, _ text: TextMeasure) -> UInt64 {
        var print = Fingerprint()
        print.add(text.decisions)
        addDecisions(of: entry, to: &print)
        return print.mark
    }

    private func addDecisions(of entry: MeetingEntry, to print: inout Fingerprint) {
        print.add(entry.decisions) { $0.add($1.map { resolutions[$0.index] } ?? 0) }
        print.add(entry.votes) { print, votes in
            for side in [votes.favour, votes.against, votes.abstain] { print.add(side) { add($1, to: &$0) } }
        }
    }

    /// Of each block, with what the corpus knows of the statement or the placeholder in it.
    func blocks(_ entry: MeetingEntry, _ text: TextMeasure) -> [UInt64] {
        var marks = text.blocks
        func mix(_ ref: TurnRef, _ known: (inout Fingerprint) -> Void) {
            var print = Fingerprint()
            print.add(marks[ref.block])
            known(&print)
            marks[ref.block] = print.mark
        }
        for turn in entry.turns { mix(turn.ref) { add(turn, to: &$0) } }
        for placeholder in entry.placeholders { mix(placeholder.ref) { add(placeholder, to: &$0) } }
        return marks
    }

    /// A meeting is what its file says.
    private func add(_ source: Meeting.Source, to print: inout Fingerprint) {
        print.add(source.file)
        print.add(source.sha256)
    }

    private func add(_ turn: Turn, to print: inout Fingerprint) {
        add(turn.ref, to: &print)
        print.add(turn.person.map { persons[$0.index] } ?? 0)
        add(turn.delegation, to: &print)
        print.add(turn.onBehalfOf) { add($1, to: &$0) }
        print.add(turn.alignedWith) { add($1, to: &$0) }
        print.add(turn.heard) { add($1, to: &$0) }
        print.add(turn.words)
        add(turn.before, to: &print)
        add(turn.after, to: &print)
    }

    private func add(_ placeholder: PlaceholderTurn, to print: inout Fingerprint) {
        add(placeholder.ref, to: &print)
        add(placeholder.delegation, to: &print)
    }
}

/// The marks of what is known of a meeting, as a whole and in parts.
struct MeetingMarks: Sendable {
    let whole: UInt64
    let row: UInt64
    let outline: UInt64
    let voices: UInt64
    let lines: UInt64
    let decisions: UInt64
    let blocks: [UInt64]
}
