import Meetings

extension Corpus {
    /// Where a reference in a meeting's text leads: our page, or where there is none the official address.
    /// - Parameter meeting: the meeting whose text (or whose decision's text) the reference stands in; nil in an official
    ///   document.
    package func link(for reference: Reference, in meeting: Ref<MeetingEntry>?) -> LinkTarget {
        switch reference.kind {
        case .statement:
            return meeting.map { .statement(meeting: self[$0].id, id: reference.target) } ?? .none
        case .resolution, .presidentialStatement:
            return decisions.resolution(symbol: reference.target).map { .resolution(self[$0].id) } ?? .none
        case .paragraph:
            guard let (resolution, paragraph) = decisions.paragraph(target: reference.target) else { return .none }
            let entry = self[resolution]
            return paragraph.map { .paragraph(resolution: entry.id, id: entry.paragraphs[$0].id) }
                ?? .resolution(entry.id)
        case .document, .meetingRecord, .pressRelease:
            guard let document = decisions.document(symbol: reference.target) else { return .none }
            if document.page != .none { return document.page }
            return document.officialAddress.map { .external($0) } ?? .document(document.id)
        }
    }

    /// The entry of a symbol that is cited somewhere in the corpus.
    package func document(symbol: String) -> DocumentEntry? { decisions.document(symbol: symbol) }

    /// Where a meeting's release is published: what the owner states, else what symbol and year give.
    package func officialAddress(of meeting: Ref<MeetingEntry>) -> String? {
        let entry = self[meeting]
        guard entry.meeting.url == nil, let symbol = entry.meeting.symbol, let year = entry.year else {
            return entry.meeting.url
        }
        return OfficialAddress.pressRelease(symbol, year: year, bodies: .shipped)
    }

    /// The statement a turn is, as a link.
    package func link(to turn: TurnRef) -> LinkTarget {
        let id =
            switch block(turn).content {
            case .placeholder(let placeholder): placeholder.id
            default: statement(turn).id
            }
        return .statement(meeting: self[turn.meeting].id, id: id)
    }
}
