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
    package let year: Int?

    /// - Parameter id: of the meeting's page.
    package init(_ meeting: Meeting, id: String) { self.init(meeting, opening: meeting.openingAsName, id: id) }

    /// - Parameter meeting: perhaps without its text.
    fileprivate init(_ meeting: Meeting, opening: String?, id: String) {
        self.id = id
        self.opening = opening
        body = meeting.body
        numbers = meeting.numbers
        headline = meeting.headline
        date = meeting.date.value
        year = Self.year(of: date)
        file = meeting.source.file
    }

    static func year(of date: String?) -> Int? {
        date.flatMap { Int($0.prefix(4)) }
    }
}

/// What stands above a meeting's text. An object, because lists of meetings hand it on by the ten thousand.
package final class MeetingHeading: Sendable {
    package let outline: MeetingOutline
    package let date: MeetingDate
    package let symbol: String?
    package let status: Meeting.Status
    package let url: String?

    convenience init(_ skeleton: MeetingSkeleton, id: String) {
        let head = skeleton.head
        self.init(
            outline: MeetingOutline(head, opening: skeleton.opening, id: id), date: head.date, symbol: head.symbol,
            status: head.status, url: head.url)
    }

    init(outline: MeetingOutline, date: MeetingDate, symbol: String?, status: Meeting.Status, url: String?) {
        self.outline = outline
        self.date = date
        self.symbol = symbol
        self.status = status
        self.url = url
    }
}
