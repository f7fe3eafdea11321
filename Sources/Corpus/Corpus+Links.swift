import Meetings

extension Corpus {
    /// Where a reference in a meeting's text leads: our page, or where there is none the official address.
    /// - Parameter meeting: the meeting whose text (or whose decision's text) the reference stands in; nil in an official
    ///   document.
    package func link(for reference: Reference, in meeting: Ref<MeetingEntry>?) -> LinkTarget {
        switch reference.kind {
        case .statement:
            return meeting.map { .statement(meeting: outline(of: $0).id, id: reference.target) } ?? .none
        case .resolution, .presidentialStatement:
            return known(symbols.resolution(reference.target)).map { .resolution(outline(of: $0).id) }
                ?? .none
        case .paragraph:
            guard let (resolution, paragraph) = known(symbols.paragraph(target: reference.target)) else {
                return .none
            }
            let outline = outline(of: resolution)
            return paragraph.map { .paragraph(resolution: outline.id, id: outline.paragraph($0).id) }
                ?? .resolution(outline.id)
        case .document, .meetingRecord, .pressRelease:
            guard let document = documentLink(symbol: reference.target) else { return .none }
            if document.page != .none { return document.page }
            return document.officialAddress.map { .external($0) } ?? .document(document.id)
        }
    }

    /// What a symbol that is cited somewhere in the corpus leads to.
    package func documentLink(symbol: String) -> DocumentLink? {
        guard let index = known(symbols.document(symbol)) else { return nil }
        note(.document, index)
        let entry = lists.documents[index]
        return DocumentLink(id: entry.id, officialAddress: entry.officialAddress, page: entry.page)
    }

    /// What is not found may come when another symbol does.
    private func known<Found>(_ found: Found?) -> Found? {
        if found == nil { note(.names) }
        return found
    }

    /// Where a meeting's release is published: what the owner states, else what symbol and year give.
    package func officialAddress(of meeting: Ref<MeetingEntry>) -> String? {
        let entry = self[meeting]
        guard entry.heading.url == nil, let symbol = entry.heading.symbol, let year = entry.year else {
            return entry.heading.url
        }
        return OfficialAddress.pressRelease(symbol, year: year, bodies: .shipped)
    }

    /// The statement a turn is, as a link.
    package func link(to turn: TurnRef) -> LinkTarget {
        .statement(meeting: outline(of: turn.meeting).id, id: anchor(of: turn))
    }
}

/// Where a cited symbol leads: our page, or where there is none the official address, else the list of documents.
package struct DocumentLink: Sendable {
    /// Its anchor on the page of documents.
    package let id: String
    package let officialAddress: String?
    package let page: LinkTarget
}
