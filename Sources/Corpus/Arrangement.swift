import Diagnostics
import Meetings

/// The meetings of a corpus put in order, each once, with its address: the first door of the index.
struct Arrangement: Sendable {
    private(set) var entries: [MeetingEntry] = []
    /// Of the entries.
    private(set) var skeletons: [MeetingSkeleton] = []
    private(set) var redirects: [Redirect] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter threads: how many work at once.
    init(_ meetings: [MeasuredMeeting], bodies: BodyTable, threads: Int) {
        let digests = ParallelMap(threads: threads).map(meetings.parts(of: 256)) { part in
            part.compactMap { Digest($0, bodies: bodies) }
        }
        .flatMap(\.self).sorted { $0.place < $1.place }
        var versions = Versions(digests)
        let groups = versions.groups()
        diagnostics = versions.diagnostics
        var book = AddressBook()
        for group in groups {
            let digest = digests[group.head]
            let date = digest.meeting.date.value.map { [$0] } ?? []
            let base = digest.address.id
            let id = book.claim(base, ([base] + date).joined(separator: "-"))
            var entry = MeetingEntry(
                id: id, MeetingReading(digest.reading, id: id), bodyCode: digest.address.bodyCode)
            entry.earlierVersions = group.earlier.map {
                EarlierVersion(
                    id: digests[$0].address.id, text: digests[$0].reading.text, source: digests[$0].meeting.source)
            }
            entries.append(entry)
            skeletons.append(digest.reading.skeleton)
        }
        redirect(groups, digests: digests, oldAddresses: versions.oldAddresses)
        linkNeighbours()
    }

    /// Addresses that lead on: those of replaced copies, and of the further meetings a release covers.
    private mutating func redirect(_ groups: [Versions.Group], digests: [Digest], oldAddresses: [Int: [String]]) {
        var taken = Set(entries.map(\.id))
        for (group, entry) in zip(groups, entries) {
            let members = [group.head] + group.earlier
            let old = members.flatMap { digest in
                [digests[digest].address.id] + digests[digest].address.furtherIDs + (oldAddresses[digest] ?? [])
            }
            for id in old where taken.insert(id).inserted {
                redirects.append(Redirect(from: "/meetings/\(id)/", to: "/meetings/\(entry.id)/"))
            }
        }
    }

    private mutating func linkNeighbours() {
        var last: [String: Int] = [:]
        for index in entries.indices {
            guard let code = entries[index].bodyCode else { continue }
            if let before = last[code] {
                entries[index].previous = Ref(before)
                entries[before].next = Ref(index)
            }
            last[code] = index
        }
    }
}

/// A digest on its way into the corpus.
///
/// An object: they are sorted, and a meeting has many parts.
final class Digest: Sendable {
    let reading: MeasuredMeeting
    let address: MeetingAddress
    let place: Place

    /// - Returns: nil for a text that is no meeting.
    init?(_ reading: MeasuredMeeting, bodies: BodyTable) {
        let meeting = reading.skeleton.head
        guard meeting.kind == .meeting else { return nil }
        self.reading = reading
        address = MeetingAddress(of: meeting, bodies: bodies)
        place = Place(of: meeting)
    }

    /// Without its text.
    var meeting: Meeting { _read { yield reading.skeleton.head } }

    /// By date, then number, then file; what has no date comes first, so that lists of the latest never begin with it.
    struct Place: Comparable {
        private let date: String
        private let number: Int
        private let file: String

        init(of meeting: Meeting) {
            date = meeting.date.value ?? ""
            number = meeting.numbers.first ?? 0
            file = meeting.source.file
        }

        static func < (a: Place, b: Place) -> Bool { (a.date, a.number, a.file) < (b.date, b.number, b.file) }
    }
}
