import Meetings

/// What a meeting is known by: from its own text alone, so that the same digest has the same address in every corpus.
struct MeetingAddress: Sendable, Equatable {
    let bodyCode: String?
    /// Body and number, or body and headline.
    let id: String
    /// The addresses of further meetings that the release covers: `34th & 35th Meetings`.
    let furtherIDs: [String]
    /// Two digests that share one of these tell of the same meeting; empty without a number.
    let identities: [String]

    init(of meeting: Meeting, bodies: BodyTable) {
        let body = meeting.symbol.flatMap(bodies.body(pressSymbol:)) ?? meeting.body.flatMap(bodies.body(named:))
        let code = body?.code ?? Self.code(ofUnknown: meeting)
        bodyCode = code
        let session = body?.restarts == false ? nil : meeting.session.flatMap(SessionNumber.slug)
        let ids = meeting.numbers.map { number in
            [code, session, String(number)].compactMap(\.self).joined(separator: "-")
        }
        guard let first = ids.first else {
            id = Self.slug(ofHeadline: meeting, code: code)
            furtherIDs = []
            identities = []
            return
        }
        id = first
        furtherIDs = Array(ids.dropFirst())
        // A number that starts again each session tells nothing without session or day.
        let day = body?.restarts == true && session == nil ? meeting.date.value : nil
        identities = ids.map { [$0, day].compactMap(\.self).joined(separator: "@") }
    }

    private static func code(ofUnknown meeting: Meeting) -> String? {
        let slug = Slug.make(meeting.body ?? meeting.symbol.map(BodyTable.prefix(of:)) ?? "")
        return slug.isEmpty ? nil : AddressBook.cut(slug, to: 40)
    }

    private static func slug(ofHeadline meeting: Meeting, code: String?) -> String {
        var slug = Slug.make(meeting.headline ?? "")
        let body = Slug.make(meeting.body ?? "") + "-"
        if body != "-", slug.hasPrefix(body) { slug = String(slug.dropFirst(body.count)) }
        guard slug.isEmpty else { return AddressBook.cut([code, slug].compactMap(\.self).joined(separator: "-")) }
        // A file is often named after body and number already: `sc14854.txt`.
        let file = fileSlug(meeting.source.file)
        let isNamed = code.map { file.hasPrefix($0) } ?? true
        return AddressBook.cut(isNamed ? file : "\(code ?? "")-\(file)")
    }

    private static func fileSlug(_ file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        let slug = Slug.make(String(stem))
        return slug.isEmpty ? "meeting" : slug
    }
}
