/// What the list of persons shows of one.
package struct PersonRow: Sendable, Hashable {
    package let id: String
    package let name: String
    /// The first that the person spoke for.
    package let delegation: Ref<Delegation>?

    init(_ person: Person) {
        id = person.id
        name = person.name
        delegation = person.affiliations.lazy.compactMap(\.delegation).first
    }
}

/// What the list of delegations shows of one.
package struct DelegationRow: Sendable, Hashable {
    package let id: String
    package let name: String
    package let kind: Delegation.Kind
    /// How many statements were given for it.
    package let statements: Int

    init(_ delegation: Delegation) {
        id = delegation.id
        name = delegation.name
        kind = delegation.kind
        statements = delegation.turns.count
    }
}

/// What the list of resolutions shows of one.
package struct ResolutionRow: Sendable, Hashable {
    package let id: String
    package let symbol: String?
    package let title: String
    package let hasText: Bool
    /// The meeting that adopted it, where the corpus tells.
    package let adoption: Ref<MeetingEntry>?
    /// How many paragraphs have a page.
    package let paragraphs: Int
    /// How many places cite it.
    package let citations: Int

    init(_ entry: ResolutionEntry) {
        id = entry.id
        symbol = entry.symbol
        title = entry.title
        hasText = entry.hasText
        adoption = entry.adoption?.meeting
        paragraphs = entry.paragraphs.count
        citations = entry.citations.count
    }
}

/// The ids of all entries: what addresses are made from.
package struct CorpusNames: Sendable, Hashable {
    package let meetings: [String]
    package let persons: [String]
    package let delegations: [String]
    package let resolutions: [Resolution]

    package struct Resolution: Sendable, Hashable {
        package let id: String
        package let paragraphs: [String]
    }

    init(_ lists: Corpus.Lists) {
        meetings = lists.meetings.map(\.id)
        persons = lists.persons.map(\.id)
        delegations = lists.delegations.map(\.id)
        resolutions = lists.resolutions.map { Resolution(id: $0.id, paragraphs: $0.paragraphs.map(\.id)) }
    }
}

/// How many entries there are.
package struct CorpusCounts: Sendable, Hashable {
    package let meetings: Int
    package let statements: Int
    package let persons: Int
    package let delegations: Int
    package let resolutions: Int

    init(_ lists: Corpus.Lists) {
        meetings = lists.meetings.count
        statements = lists.figures.turns
        persons = lists.persons.count
        delegations = lists.delegations.count
        resolutions = lists.resolutions.count
    }
}
