/// What one year holds of somebody's statements.
package struct YearFigures: Sendable, Hashable {
    package let year: Int
    package internal(set) var meetings = 0
    package internal(set) var turns = 0
    /// Length, in words.
    package internal(set) var words = 0
}

extension Corpus {
    /// Statements by year, earliest first; years without any are left out, meetings without a date are in none.
    /// - Parameter turns: in order of time, as the corpus lists them.
    package func years(of turns: [TurnRef]) -> [YearFigures] {
        var years: [YearFigures] = []
        var last: Ref<MeetingEntry>?
        for ref in turns {
            guard let year = year(of: ref.meeting) else { continue }
            if years.last?.year != year { years.append(YearFigures(year: year)) }
            let current = years.count - 1
            if last != ref.meeting { years[current].meetings += 1 }
            last = ref.meeting
            years[current].turns += 1
            years[current].words += turn(ref)?.words ?? 0
        }
        return years
    }

    /// The earliest and the latest of turns whose meeting has a date; nil where none has.
    package func span(of turns: [TurnRef]) -> (first: TurnRef, last: TurnRef)? {
        let isDated = { (turn: TurnRef) in date(of: turn.meeting) != nil }
        guard let first = turns.first(where: isDated), let last = turns.last(where: isDated) else { return nil }
        return (first, last)
    }

    private func date(of meeting: Ref<MeetingEntry>) -> String? {
        note(.meetingOutline, meeting.index)
        return lists.meetings[meeting.index].heading.outline.date
    }

    private func year(of meeting: Ref<MeetingEntry>) -> Int? {
        note(.meetingOutline, meeting.index)
        return lists.meetings[meeting.index].heading.outline.year
    }
}

/// What the speakers of one meeting have to do with a delegation or group besides its own statements.
package struct MeetingTies: Sendable, Hashable {
    package let meeting: Ref<MeetingEntry>
    /// Statements given on its behalf by others.
    package internal(set) var onBehalf: [TurnRef] = []
    /// Statements that associated with it.
    package internal(set) var aligned: [TurnRef] = []
    /// Statements of others within which it is heard.
    package internal(set) var heard: [TurnRef] = []
}

extension Corpus {
    /// Who spoke for a delegation or group and who aligned with it, by meeting, the earliest first.
    package func ties(of delegation: Ref<Delegation>) -> [MeetingTies] {
        var ties: [Ref<MeetingEntry>: MeetingTies] = [:]
        for turn in self[delegation].turnsOnBehalf {
            ties[turn.meeting, default: MeetingTies(meeting: turn.meeting)].onBehalf.append(turn)
        }
        for turn in self[delegation].turnsAligned {
            ties[turn.meeting, default: MeetingTies(meeting: turn.meeting)].aligned.append(turn)
        }
        for turn in self[delegation].turnsHeardIn {
            ties[turn.meeting, default: MeetingTies(meeting: turn.meeting)].heard.append(turn)
        }
        return ties.values.sorted { $0.meeting < $1.meeting }
    }
}
