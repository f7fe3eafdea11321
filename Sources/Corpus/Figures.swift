/// What the corpus amounts to.
package struct Figures: Sendable, Hashable, Codable {
    package internal(set) var meetings = 0
    package internal(set) var turns = 0
    package internal(set) var words = 0
    package internal(set) var persons = 0
    package internal(set) var delegations = 0
    /// Resolutions and presidential statements with text or adoption in the corpus.
    package internal(set) var decisions = 0
    /// Statements whose speaker has no name yet.
    package internal(set) var unnamedTurns = 0
    /// By year, earliest first; meetings without a date are in none.
    package internal(set) var years: [Year] = []

    package struct Year: Sendable, Hashable, Codable {
        package let year: Int
        package internal(set) var meetings = 0
        package internal(set) var turns = 0
        package internal(set) var words = 0

        fileprivate mutating func add(turns count: Int, words length: Int) {
            meetings += 1
            turns += count
            words += length
        }
    }
}

extension Figures {
    init(_ entries: [MeetingEntry], persons: Int, delegations: Int, resolutions: [ResolutionEntry]) {
        self.persons = persons
        self.delegations = delegations
        meetings = entries.count
        decisions = resolutions.count { $0.hasText || $0.adoption != nil }
        var byYear: [Int: Year] = [:]
        for index in entries.indices {
            let (length, count) = (entries[index].words, entries[index].turns.count)
            turns += count
            words += length
            for turn in entries[index].turns.indices where entries[index].turns[turn].person == nil {
                unnamedTurns += 1
            }
            guard let year = entries[index].year else { continue }
            byYear[year, default: Year(year: year)].add(turns: count, words: length)
        }
        years = byYear.values.sorted { $0.year < $1.year }
    }
}
