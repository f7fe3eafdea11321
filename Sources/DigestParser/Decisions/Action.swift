import Meetings

/// What a sentence says was done with a text: adopted or rejected, how, and by what tally.
struct Action {
    /// Where a release tells it. Summary and headline tell again what the action tells.
    enum Place: Int, Comparable {
        case headline, summary, action

        static func < (a: Place, b: Place) -> Bool { a.rawValue < b.rawValue }
    }

    var place: Place
    var lines: LineRange
    var outcome: Vote.Outcome
    var text: VotedText
    var manner: Decision.Adoption?
    var tally: Tally?
    /// False where only the figures tell what became of the text.
    var isOutcomeTold = true
    /// Told of another day, or as a hope.
    var isRecalled = false
    /// `The amendment was not adopted.`: a vote that failed, told by the action without its figures.
    var isFigureless = false
}

/// The votes whose outcome a release tells in words, by their figures: a veto tells in words what the figures do not.
struct ToldVotes {
    private struct Figures: Hashable {
        var favour: Int?
        var against: Int?
        var abstain: Int?

        init(_ tally: Tally) { (favour, against, abstain) = (tally.favour, tally.against, tally.abstain) }
    }

    /// Votes with the same figures, by their places in the text.
    private struct Group {
        var first: Int
        var bySymbol: [String?: Int] = [:]
    }

    private var outcomes: [Vote.Outcome] = []
    private var groups: [Figures: Group] = [:]

    init(_ actions: [Action]) {
        for action in actions where action.isOutcomeTold {
            guard let tally = action.tally else { continue }
            let place = outcomes.count
            outcomes.append(action.outcome)
            var group = groups.removeValue(forKey: Figures(tally)) ?? Group(first: place)
            if group.bySymbol[action.text.symbol] == nil { group.bySymbol[action.text.symbol] = place }
            groups[Figures(tally)] = group
        }
    }

    /// The outcome of the first vote with the figures of an action, on the same text as far as both name it.
    func outcome(of action: Action) -> Vote.Outcome? {
        guard let tally = action.tally, let group = groups[Figures(tally)] else { return nil }
        guard let symbol = action.text.symbol else { return outcomes[group.first] }
        return [group.bySymbol[symbol], group.bySymbol[nil]].compactMap { $0 }.min().map { outcomes[$0] }
    }
}
