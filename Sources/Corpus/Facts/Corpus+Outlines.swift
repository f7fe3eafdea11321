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
        note(.meetingOutline, meeting.index)
        return lists.meetings[meeting.index].turn(at: name)
    }

    /// A meeting's statements and placeholders with their anchors, in alphabetical order of these.
    package func anchors(of meeting: Ref<MeetingEntry>) -> [(anchor: String, turn: TurnRef)] {
        note(.meetingOutline, meeting.index)
        return lists.meetings[meeting.index].anchors
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

// Asked of the entry: whoever takes its lists out of it counts as one more owner of each.
extension MeetingEntry {
    fileprivate func turn(at name: String) -> TurnRef? {
        let place = anchorOrder.partitioningIndex { anchor(at: $0) >= name }
        guard place < anchorOrder.count, anchor(at: anchorOrder[place]) == name else { return nil }
        return turn(at: anchorOrder[place])
    }

    fileprivate var anchors: [(anchor: String, turn: TurnRef)] {
        anchorOrder.map { (anchor(at: $0), turn(at: $0)) }
    }

    /// - Parameter place: among the anchors of turns, and behind them those of placeholders.
    private func anchor(at place: Int32) -> String {
        let index = Int(place)
        return index < turns.count ? turns[index].anchor : placeholders[index - turns.count].anchor
    }

    private func turn(at place: Int32) -> TurnRef {
        let index = Int(place)
        return index < turns.count ? turns[index].ref : placeholders[index - turns.count].ref
    }
}

extension Person {
    /// In alphabetical order: which is the most frequent changes with every statement.
    var printedNames: [String] { variants.map(\.printed).sorted() }
}
