import Meetings

/// From positions to the words that stand there.
extension Corpus {
    package func statement(_ turn: TurnRef) -> Statement {
        guard case .statement(let statement) = block(turn).content else {
            preconditionFailure(
                "a turn refers to the block of a statement: only `Turns` makes turns, and only of those")
        }
        return statement
    }

    package func placeholder(_ turn: TurnRef) -> Placeholder {
        guard case .placeholder(let placeholder) = block(turn).content else {
            preconditionFailure("a placeholder refers to its block: only `Turns` makes them, and only of those")
        }
        return placeholder
    }

    package func block(_ turn: TurnRef) -> Block {
        note(turn)
        return blocks(of: turn.meeting)[turn.block]
    }

    private func blocks(of meeting: Ref<MeetingEntry>) -> [Block] { lists.meetings[meeting.index].text.blocks }

    /// The lines of the digest that a block stands on: for what reads no word of it.
    package func lines(of block: TurnRef) -> LineRange {
        note(.lines, block.meeting.index)
        return lists.meetings[block.meeting.index].lines[block.block]
    }

    /// A short mark of the words that a statement or a placeholder begins with (`TextMeasure.opening(of:)`).
    package func opening(of turn: TurnRef) -> UInt32 {
        note(turn)
        return lists.meetings[turn.meeting.index].measure.openings[turn.block]
    }

    /// What the corpus knows of a statement; nil for a placeholder.
    package func turn(_ ref: TurnRef) -> Turn? {
        note(ref)
        return lists.meetings[ref.meeting.index].turns.element(at: ref)
    }

    /// Who speaks in a statement: for what reads no word of it.
    package func voice(in ref: TurnRef) -> Voice {
        note(.voices, ref.meeting.index)
        let turn = lists.meetings[ref.meeting.index].turns.element(at: ref)
        var role: String?
        if turn?.delegation == nil, turn?.person == nil,
            case .statement(let statement) = blocks(of: ref.meeting)[ref.block].content
        {
            role = statement.speaker.role
        }
        return Voice(delegation: turn?.delegation, person: turn?.person, role: role)
    }

    /// The decision that a resolution was adopted or printed as.
    package func decision(_ ref: ResolutionEntry.DecisionRef) -> Decision {
        note(.decisions, ref.meeting.index)
        return lists.meetings[ref.meeting.index].text.decisions[ref.decision]
    }

    /// A vote, perhaps without the names as printed, with the delegations it names; nil for these where the text names none.
    package func vote(_ index: Int, of meeting: Ref<MeetingEntry>) -> (vote: Vote, names: MeetingEntry.VoteNames?) {
        note(.decisions, meeting.index)
        let entry = lists.meetings[meeting.index]
        return (entry.head.votes[index], index < entry.votes.count ? entry.votes[index] : nil)
    }

    /// The words of a resolution, where the corpus has them: those of the official document before those a digest prints.
    package func fullText(of resolution: Ref<ResolutionEntry>) -> FullText? {
        officialText(of: resolution)?.text ?? printedText(of: resolution)
    }

    /// The official document of a resolution.
    package func officialText(of resolution: Ref<ResolutionEntry>) -> OfficialText? {
        self[resolution].official.map { lists.officialTexts[$0] }
    }

    /// The words as a digest prints them.
    package func printedText(of resolution: Ref<ResolutionEntry>) -> FullText? {
        self[resolution].text.flatMap { decision($0).fullText }
    }

    /// The paragraph's clause in its resolution's text.
    package func clause(of resolution: Ref<ResolutionEntry>, paragraph: Int) -> FullText.Clause? {
        let entry = self[resolution].paragraphs[paragraph]
        let text = fullText(of: resolution)
        return entry.part == .preamble ? text?.preamble[entry.index] : text?.operative[entry.index]
    }

    /// The text that a citation stands in, and where in its UTF-8 bytes; nil where there is no text.
    package func quotation(of citation: Citation) -> (text: String, range: Range<Int>)? {
        paragraph(at: citation.passage).map { ($0.text, citation.start..<citation.end) }
    }

    /// The text that a citation stands in.
    package func paragraph(at passage: Passage) -> Paragraph? {
        switch passage {
        case .turn(let turn, let paragraph): statement(turn).paragraphs[paragraph]
        case .block(let meeting, let index, let paragraph):
            block(TurnRef(meeting: meeting, block: index)).runningText[paragraph]
        case .clause(let resolution, let paragraph, let part):
            clause(of: resolution, paragraph: paragraph).map { $0.paragraph(at: part) }
        case .annex(let resolution, let annex, let paragraph):
            fullText(of: resolution)?.annexes[annex].paragraphs[paragraph]
        }
    }
}

/// Who speaks in a statement.
package struct Voice: Sendable, Hashable {
    package let delegation: Ref<Delegation>?
    package let person: Ref<Person>?
    /// As printed, where neither of the two is known.
    package let role: String?
}

extension Block {
    /// The paragraphs of a block that belongs to no speaker and is no decision's text.
    var runningText: [Paragraph] {
        switch content {
        case .summary(let summary): summary.paragraphs
        case .note(let paragraphs), .narration(let paragraphs), .other(let paragraphs): paragraphs
        case .header, .times, .heading, .statement, .placeholder, .fullText, .footer: []
        }
    }
}

extension FullText.Clause {
    func paragraph(at part: Passage.ClausePart) -> Paragraph {
        switch part {
        case .opening: return Paragraph(lines: lines, text: text, references: references)
        case .continuation(let index): return continuation[index]
        case .point(let path):
            var siblings = points
            var found = Paragraph(lines: lines, text: text, references: references)
            for index in path {
                let point = siblings[index]
                found = Paragraph(lines: point.lines, text: point.text, references: point.references)
                siblings = point.points
            }
            return found
        }
    }
}

/// Every entry's reference, in the order of the lists.
extension Corpus {
    package var meetingRefs: [Ref<MeetingEntry>] { meetings.indices.map { Ref($0) } }
    package var personRefs: [Ref<Person>] { persons.indices.map { Ref($0) } }
    package var delegationRefs: [Ref<Delegation>] { delegations.indices.map { Ref($0) } }
    package var resolutionRefs: [Ref<ResolutionEntry>] { resolutions.indices.map { Ref($0) } }
}
