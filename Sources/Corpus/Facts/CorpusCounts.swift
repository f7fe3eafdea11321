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
