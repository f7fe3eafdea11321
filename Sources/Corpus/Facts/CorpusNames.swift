/// The ids of all entries: what addresses are made from.
package struct CorpusNames: Sendable, Hashable {
    package let years: [String]
    package let meetings: [String]
    package let persons: [String]
    package let delegations: [String]
    package let resolutions: [Resolution]

    package struct Resolution: Sendable, Hashable {
        package let id: String
        package let paragraphs: [String]
    }

    init(_ lists: Corpus.Lists, years: [MeetingYear]) {
        self.years = years.map(\.id)
        meetings = lists.meetings.map(\.id)
        persons = lists.persons.map(\.id)
        delegations = lists.delegations.map(\.id)
        resolutions = lists.resolutions.map { Resolution(id: $0.id, paragraphs: $0.paragraphs.map(\.id)) }
    }
}
