import Diagnostics
import Meetings

/// The meetings of a corpus put in order, each once, with its address: the first door of the index.
struct Arrangement: Sendable {
    private(set) var entries: [MeetingEntry] = []
    /// Those of the entries.
    private(set) var digests: [Digest] = []
    private(set) var redirects: [Redirect] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Which entries have another text than in the arrangement that this one was made after, and all else of it; nil where all was
    /// arranged anew.
    private(set) var changed: [Int]?
    /// By their skeletons, those of replaced copies too.
    private var known: [ObjectIdentifier: Digest] = [:]

    /// - Parameters:
    ///   - threads: how many work at once.
    ///   - last: an earlier one by the same table.
    init(_ meetings: [MeasuredMeeting], bodies: BodyTable, threads: Int, after last: Arrangement? = nil) {
        let digests = ParallelMap(threads: threads).map(meetings.parts(of: 256)) { part in
            part.compactMap { last?.digest(of: $0) ?? Digest($0, bodies: bodies) }
        }
        .flatMap(\.self)
        if let kept = last?.replaced(by: digests) {
            self = kept
        } else {
            arrange(digests.sorted { $0.place < $1.place })
        }
        known = Dictionary(digests.map { (ObjectIdentifier($0.reading.skeleton), $0) }, uniquingKeysWith: { $1 })
    }

    /// A digest that is arranged here.
    func digest(of meeting: MeasuredMeeting) -> Digest? { known[ObjectIdentifier(meeting.skeleton)] }

    /// The same arrangement with other texts.
    /// - Returns: nil where more has changed than texts.
    private func replaced(by all: [Digest]) -> Arrangement? {
        let new = all.filter { digest(of: $0.reading) == nil }
        // Many are as quickly arranged anew as found one by one.
        guard all.count == known.count, new.count < 64 else { return nil }
        var arrangement = self
        var changed: [Int] = []
        for digest in new {
            guard let place = digests.firstIndex(where: { $0.place.file == digest.place.file }),
                digests[place].isArranged(like: digest)
            else { return nil }
            arrangement.entries[place].replace(by: digest.reading)
            arrangement.digests[place] = digest
            changed.append(place)
        }
        arrangement.changed = changed.sorted()
        return arrangement
    }

    private mutating func arrange(_ digests: [Digest]) {
        var versions = Versions(digests)
        let groups = versions.groups()
        diagnostics = versions.diagnostics
        var book = AddressBook(expecting: groups.count)
        for group in groups {
            let digest = digests[group.head]
            let base = digest.address.id
            let id = book.claim(base, or: digest.meeting.date.value.map { "\(base)-\($0)" } ?? base)
            var entry = MeetingEntry(id: id, digest.entryReading(id: id), bodyCode: digest.address.bodyCode)
            entry.earlierVersions = group.earlier.map {
                EarlierVersion(
                    id: digests[$0].address.id, text: digests[$0].reading.text, source: digests[$0].meeting.source)
            }
            entries.append(entry)
            self.digests.append(digest)
        }
        redirect(groups, digests: digests, oldAddresses: versions.oldAddresses)
        linkNeighbours()
    }

    /// Addresses that lead on: those of replaced copies, and of the further meetings a release covers.
    private mutating func redirect(_ groups: [Versions.Group], digests: [Digest], oldAddresses: [Int: [String]]) {
        let others = zip(groups, entries).filter { !isAlone($0, $1, digests, oldAddresses) }
        guard !others.isEmpty else { return }
        var taken = Set(entries.map(\.id))
        for (group, entry) in others {
            let members = [group.head] + group.earlier
            let old = members.flatMap { digest in
                [digests[digest].address.id] + digests[digest].address.furtherIDs + (oldAddresses[digest] ?? [])
            }
            for id in old where taken.insert(id).inserted {
                redirects.append(Redirect(from: "/meetings/\(id)/", to: "/meetings/\(entry.id)/"))
            }
        }
    }

    /// Whether a meeting has no other address than its own.
    private func isAlone(
        _ group: Versions.Group, _ entry: MeetingEntry, _ digests: [Digest], _ oldAddresses: [Int: [String]]
    ) -> Bool {
        let address = digests[group.head].address
        return group.earlier.isEmpty && address.furtherIDs.isEmpty && oldAddresses[group.head] == nil
            && address.id == entry.id
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
    /// Of an entry whose id is the address's own, as most are.
    private let ownReading: MeetingReading

    /// - Returns: nil for a text that is no meeting.
    init?(_ reading: MeasuredMeeting, bodies: BodyTable) {
        let meeting = reading.skeleton.head
        guard meeting.kind == .meeting else { return nil }
        self.reading = reading
        address = MeetingAddress(of: meeting, bodies: bodies)
        place = Place(of: meeting)
        ownReading = MeetingReading(reading, id: address.id)
    }

    func entryReading(id: String) -> MeetingReading {
        id == address.id ? ownReading : MeetingReading(reading, id: id)
    }

    /// Whether both have the same place and the same address, whatever they say.
    func isArranged(like other: Digest) -> Bool {
        address == other.address && place == other.place && meeting.status == other.meeting.status
            && meeting.replaces == other.meeting.replaces
    }

    /// Without its text.
    var meeting: Meeting { _read { yield reading.skeleton.head } }

    /// By date, then number, then file; what has no date comes first, so that lists of the latest never begin with it.
    struct Place: Comparable {
        private let date: String
        private let number: Int
        let file: String

        init(of meeting: Meeting) {
            date = meeting.date.value ?? ""
            number = meeting.numbers.first ?? 0
            file = meeting.source.file
        }

        static func < (a: Place, b: Place) -> Bool { (a.date, a.number, a.file) < (b.date, b.number, b.file) }
    }
}
