import Meetings

/// What others show of an entry, noted as that alone.
extension Corpus {
    package func outline(of meeting: Ref<MeetingEntry>) -> MeetingOutline {
        note(.meetingOutline, meeting.index)
        return lists.meetings[meeting.index].heading.outline
    }

    /// When the meeting was and what it is called.
    package func heading(of meeting: Ref<MeetingEntry>) -> MeetingHeading {
        note(.meetingOutline, meeting.index)
        return lists.meetings[meeting.index].heading
    }

    /// The anchor of a statement or placeholder on its meeting's page.
    package func anchor(of turn: TurnRef) -> String {
        note(.meetingOutline, turn.meeting.index)
        let index = turn.meeting.index
        return lists.meetings[index].turns.element(at: turn)?.anchor
            ?? lists.meetings[index].placeholders.element(at: turn)?.anchor ?? ""
    }

    /// Whether a meeting's page has this anchor for a statement or placeholder.
    package func hasAnchor(_ name: String, in meeting: Ref<MeetingEntry>) -> Bool { turn(at: name, in: meeting) != nil }

    /// The statement or placeholder that has this anchor on a meeting's page.
    package func turn(at name: String, in meeting: Ref<MeetingEntry>) -> TurnRef? {
        let anchors = anchorList(of: meeting)
        let place = anchors.order.partitioningIndex { anchors[$0].anchor >= name }
        guard place < anchors.order.count else { return nil }
        let found = anchors[anchors.order[place]]
        return found.anchor == name ? found.turn : nil
    }

    /// A meeting's statements and placeholders with their anchors, in alphabetical order of these.
    package func anchors(of meeting: Ref<MeetingEntry>) -> [(anchor: String, turn: TurnRef)] {
        let anchors = anchorList(of: meeting)
        return anchors.order.map { anchors[$0] }
    }

    private func anchorList(of meeting: Ref<MeetingEntry>) -> AnchorList {
        note(.meetingOutline, meeting.index)
        // Part by part: a copy of an entry costs more than a search in it.
        return AnchorList(
            turns: lists.meetings[meeting.index].turns, placeholders: lists.meetings[meeting.index].placeholders,
            order: lists.meetings[meeting.index].anchorOrder)
    }

    /// The anchors of a meeting's turns, and behind them those of its placeholders.
    private struct AnchorList {
        let turns: [Turn]
        let placeholders: [PlaceholderTurn]
        /// `MeetingEntry.anchorOrder`
        let order: [Int32]

        subscript(place: Int32) -> (anchor: String, turn: TurnRef) {
            let index = Int(place)
            guard index >= turns.count else { return (turns[index].anchor, turns[index].ref) }
            return (placeholders[index - turns.count].anchor, placeholders[index - turns.count].ref)
        }
    }

    package func label(of person: Ref<Person>) -> EntryLabel {
        note(.personLabel, person.index)
        return EntryLabel(id: lists.persons[person.index].id, name: lists.persons[person.index].name)
    }

    package func label(of delegation: Ref<Delegation>) -> EntryLabel {
        note(.delegationLabel, delegation.index)
        return EntryLabel(id: lists.delegations[delegation.index].id, name: lists.delegations[delegation.index].name)
    }

    /// Every form of a person's name that the texts print, in alphabetical order.
    package func printedNames(of person: Ref<Person>) -> [String] {
        note(.personLabel, person.index)
        return lists.persons[person.index].printedNames
    }

    package func names(of delegation: Ref<Delegation>) -> DelegationNameForms {
        note(.delegationLabel, delegation.index)
        return DelegationNameForms(lists.delegations[delegation.index])
    }

    package func kind(of delegation: Ref<Delegation>) -> Delegation.Kind {
        note(.delegationLabel, delegation.index)
        return lists.delegations[delegation.index].kind
    }

    package func outline(of resolution: Ref<ResolutionEntry>) -> ResolutionOutline {
        note(.resolutionOutline, resolution.index)
        return ResolutionOutline(lists.resolutions[resolution.index])
    }

    /// The year of a resolution: of its adoption where the corpus knows it, else the one its symbol prints; nil
    /// where neither tells.
    package func year(of resolution: Ref<ResolutionEntry>) -> Int? {
        note(.resolutionOutline, resolution.index)
        let entry = lists.resolutions[resolution.index]
        let official = entry.official.flatMap { lists.officialTexts[$0].date.flatMap { Int($0.prefix(4)) } }
        return official ?? entry.adoption.flatMap { lists.meetings[$0.meeting.index].year }
            ?? entry.symbol.flatMap { DecisionSymbol($0).year }
    }
}

extension Person {
    /// In alphabetical order: which is the most frequent changes with every statement.
    var printedNames: [String] { variants.map(\.printed).sorted() }
}
