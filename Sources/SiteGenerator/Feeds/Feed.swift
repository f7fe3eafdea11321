import Meetings

/// What a feed says, in either format.
struct Feed: Sendable {
    /// The folder of its files and of the page it follows, as a path from the site's root: `speakers/koro-bessho/`.
    let folder: String
    /// The page it follows, where it is not the one in the folder.
    let page: String
    let title: String
    let description: String?
    /// Newest first; at most `longest`.
    let entries: [Entry]

    static let longest = 50

    init(folder: String, page: String? = nil, title: String, description: String? = nil, entries: [Entry]) {
        self.folder = folder
        self.page = page ?? folder
        self.title = title
        self.description = description
        self.entries = Array(entries.prefix(Self.longest))
    }

    struct Entry: Sendable, Hashable {
        /// From the site's root, with an anchor: `meetings/sc-7847/#japan`.
        let address: String
        let title: String
        let summary: String
        /// The meeting's, as far as it is known: a day, a month or nothing.
        let date: String?
        let authors: [String]
    }
}

extension Feed.Entry {
    /// The instant that RFC 4287 demands, out of the meeting's date and never the clock's: the beginning of the day or
    /// month, in UTC; of 1970 where no date is known.
    var updated: String {
        guard let date else { return Feed.unknownInstant }
        return (date.utf8.count == 7 ? date + "-01" : date) + "T00:00:00Z"
    }

    /// Only for a known day: a month is no instant.
    var published: String? { date?.utf8.count == 10 ? updated : nil }
}

extension Feed {
    static let unknownInstant = "1970-01-01T00:00:00Z"

    /// The newest entry's.
    var updated: String { entries.map(\.updated).max() ?? Self.unknownInstant }
}
