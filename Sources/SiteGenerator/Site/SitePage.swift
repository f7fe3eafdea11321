import Corpus

/// A page of the site, before it is made: what it is about, and where it will stand.
enum SitePage: Sendable {
    case home, meetings, speakers, delegations, resolutions, documents, search, notFound
    /// The meetings of a year.
    case year(Ref<MeetingYear>)
    case meeting(Ref<MeetingEntry>)
    /// The provisional copy at this index of `MeetingEntry.earlierVersions`.
    case earlierVersion(Ref<MeetingEntry>, Int)
    case speaker(Ref<Person>)
    case delegation(Ref<Delegation>)
    case resolution(Ref<ResolutionEntry>)
    /// The paragraph at this index of `ResolutionEntry.paragraphs`.
    case paragraph(Ref<ResolutionEntry>, Int)

    /// Every page of a site, lists first: on a large site each takes longer than most edits take besides.
    static func all(of corpus: Corpus) -> [SitePage] {
        var pages: [SitePage] = [
            .documents, .meetings, .resolutions, .speakers, .delegations, .search, .home, .notFound,
        ]
        pages += corpus.yearRefs.map(SitePage.year)
        pages += corpus.meetingRefs.flatMap { meeting in
            [.meeting(meeting)]
                + corpus[meeting].earlierVersions.indices.map { SitePage.earlierVersion(meeting, $0) }
        }
        pages += corpus.personRefs.map(SitePage.speaker)
        pages += corpus.delegationRefs.map(SitePage.delegation)
        for resolution in corpus.resolutionRefs {
            pages.append(.resolution(resolution))
            pages += corpus[resolution].paragraphs.indices.map { SitePage.paragraph(resolution, $0) }
        }
        return pages
    }

    func address(in corpus: Corpus) -> Address {
        switch self {
        case .home, .notFound: .home
        case .meetings: .meetings
        case .speakers: .speakers
        case .delegations: .delegations
        case .resolutions: .resolutions
        case .documents: .documents
        case .search: .search
        case .year(let ref): .year(corpus[ref].id)
        case .meeting(let ref): .meeting(corpus[ref].id)
        case .earlierVersion(let ref, let index): .earlierVersion(corpus[ref].id, EarlierVersionPage.id(index))
        case .speaker(let ref): .speaker(corpus[ref].id)
        case .delegation(let ref): .delegation(corpus[ref].id)
        case .resolution(let ref): .resolution(corpus[ref].id)
        case .paragraph(let ref, let index): .paragraph(corpus[ref].id, corpus[ref].paragraphs[index].id)
        }
    }

    /// The template it is made with.
    var template: String {
        switch self {
        case .home: HomePage.template
        case .notFound: NotFoundPage.template
        case .meetings: MeetingsPage.template
        case .speakers: SpeakersPage.template
        case .delegations: DelegationsPage.template
        case .resolutions: ResolutionsPage.template
        case .documents: DocumentsPage.template
        case .search: SearchPage.template
        case .year: YearPage.template
        case .meeting: MeetingPage.template
        case .earlierVersion: EarlierVersionPage.template
        case .speaker: SpeakerPage.template
        case .delegation: DelegationPage.template
        case .resolution: ResolutionPage.template
        case .paragraph: ParagraphPage.template
        }
    }

    /// The entry of the menu that it belongs to, as a symbolic page name.
    var door: String? {
        switch self {
        case .home, .notFound: nil
        case .meetings, .year, .meeting, .earlierVersion: "meetings"
        case .speakers, .speaker: "speakers"
        case .delegations, .delegation: "delegations"
        case .resolutions, .resolution, .paragraph: "resolutions"
        case .documents: "documents"
        case .search: "search"
        }
    }
}
