import Meetings

/// What others show of a meeting: when it was and what it is called. It outlives most corrections of the text.
package struct MeetingOutline: Sendable, Hashable {
    package let id: String
    package let body: String?
    package let numbers: [Int]
    package let headline: String?
    package let date: String?
    /// The first paragraph of the summary, where neither number nor headline names the meeting.
    package let opening: String?
    package let file: String

    /// The year of its date; nil where no date is known.
    package var year: Int? { date.flatMap { Int($0.prefix(4)) } }

    init(_ entry: MeetingEntry) { self.init(entry.meeting, id: entry.id) }

    /// - Parameter id: of the meeting's page.
    package init(_ meeting: Meeting, id: String) {
        self.id = id
        body = meeting.body
        numbers = meeting.numbers
        headline = meeting.headline
        date = meeting.date.value
        file = meeting.source.file
        opening = meeting.numbers.isEmpty && meeting.headline == nil ? Self.opening(of: meeting) : nil
    }

    private static func opening(of meeting: Meeting) -> String? {
        for block in meeting.blocks {
            if case .summary(let summary) = block.content, let first = summary.paragraphs.first { return first.text }
        }
        return nil
    }
}

/// What a link shows of a person or a delegation.
package struct EntryLabel: Sendable, Hashable {
    package let id: String
    package let name: String
}

/// The names of a delegation besides that of its page.
package struct DelegationNameForms: Sendable, Hashable {
    package let formal: String?
    package let abbreviation: String?
    /// As printed, in alphabetical order.
    package let printed: [String]

    init(_ delegation: Delegation) {
        formal = delegation.formalName
        abbreviation = delegation.abbreviation
        printed = delegation.variants.sorted()
    }
}

extension Person {
    /// In alphabetical order: which is the most frequent changes with every statement.
    var printedNames: [String] { variants.map(\.printed).sorted() }
}

/// What others show of a resolution: what it is called, and which paragraphs it has.
package struct ResolutionOutline: Sendable {
    private let entry: ResolutionEntry

    init(_ entry: ResolutionEntry) { self.entry = entry }

    package var id: String { entry.id }
    package var symbol: String? { entry.symbol }
    package var title: String { entry.title }
    package var hasText: Bool { entry.hasText }

    package func paragraph(_ index: Int) -> ParagraphLabel { ParagraphLabel(entry.paragraphs[index]) }

    package func hasParagraph(id: String) -> Bool { entry.paragraphs.contains { $0.id == id } }
}

/// What a link shows of a paragraph of a resolution.
package struct ParagraphLabel: Sendable, Hashable {
    /// `op-10`, `pp-3`.
    package let id: String
    package let part: ParagraphEntry.Part
    package let number: Int

    package init(_ entry: ParagraphEntry) {
        id = entry.id
        part = entry.part
        number = entry.number
    }
}

extension Corpus {
    package func outline(of meeting: Ref<MeetingEntry>) -> MeetingOutline {
        note(.meetingOutline, meeting.index)
        return MeetingOutline(lists.meetings[meeting.index])
    }

    /// The anchor of a statement or placeholder on its meeting's page.
    package func anchor(of turn: TurnRef) -> String {
        note(.meetingOutline, turn.meeting.index)
        return lists.meetings[turn.meeting.index].meeting.blocks[turn.block].anchor ?? ""
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

extension Block {
    /// The anchor of a statement or a placeholder; nil for what has none.
    var anchor: String? {
        switch content {
        case .statement(let statement): statement.id
        case .placeholder(let placeholder): placeholder.id
        default: nil
        }
    }
}
