import Corpus

/// A page of the site, before it is made: what it is about, and where it will stand.
enum SitePage: Sendable {
    case home, meetings, speakers, delegations, resolutions, documents, notFound
    case meeting(MeetingEntry)
    case speaker(Person)
    case delegation(Delegation)
    case resolution(ResolutionEntry)
    /// The paragraph at this index of `ResolutionEntry.paragraphs`.
    case paragraph(ResolutionEntry, Int)

    /// Every page of a site, lists last: they name what stands before them.
    static func all(of corpus: Corpus) -> [SitePage] {
        var pages: [SitePage] = corpus.meetings.map(SitePage.meeting)
        pages += corpus.persons.map(SitePage.speaker)
        pages += corpus.delegations.map(SitePage.delegation)
        for resolution in corpus.resolutions {
            pages.append(.resolution(resolution))
            pages += resolution.paragraphs.indices.map { SitePage.paragraph(resolution, $0) }
        }
        return pages + [.meetings, .speakers, .delegations, .resolutions, .documents, .home, .notFound]
    }

    var address: Address {
        switch self {
        case .home, .notFound: .home
        case .meetings: .meetings
        case .speakers: .speakers
        case .delegations: .delegations
        case .resolutions: .resolutions
        case .documents: .documents
        case .meeting(let entry): .meeting(entry.id)
        case .speaker(let person): .speaker(person.id)
        case .delegation(let delegation): .delegation(delegation.id)
        case .resolution(let resolution): .resolution(resolution.id)
        case .paragraph(let resolution, let index): .paragraph(resolution.id, resolution.paragraphs[index].id)
        }
    }

    /// The entry of the menu that it belongs to, as a symbolic page name.
    var door: String? {
        switch self {
        case .home, .notFound: nil
        case .meetings, .meeting: "meetings"
        case .speakers, .speaker: "speakers"
        case .delegations, .delegation: "delegations"
        case .resolutions, .resolution, .paragraph: "resolutions"
        case .documents: "documents"
        }
    }
}
